import type { PenaltyLine } from '../../core/worksheet/act-sheet.ts'
import type { Worksheet } from '../../core/worksheet/worksheet.ts'
import { yuan } from '../format.ts'
import type { Visit } from '../visit.ts'
import { fineText, oneFineText, rangeText } from './amounts.ts'

/** One act: its one fine, what is taken, and every article that punishes it. */
export function ActResult({ act, visit }: { act: Worksheet['acts'][number]; visit: Visit }) {
  const { words, language } = visit
  const w = words.worksheet
  const { fine, confiscation, band, reducedBelowFen } = act
  return (
    <section class="card">
      <h2>
        {w.act(act.id)} {act.title}
      </h2>
      <dl class="facts">
        <dt>{w.fine}</dt>
        <dd>
          <b>{oneFineText(fine, visit)}</b>
          {fine.kind === 'range' ? (
            <>
              <small class="below">{fine.why[language]}</small>
              <small class="below">{fine.range.how[language]}</small>
            </>
          ) : null}
          {act.fineMayBeLeftOut && fine.kind !== 'none' ? <small class="below">{w.mayOmit}</small> : null}
        </dd>
        {band ? (
          <>
            <dt>{w.band}</dt>
            <dd>
              {rangeText(band, visit)}
              <small class="below">{band.how[language]}</small>
              <small class="below">
                {band.article[language]}
                {band.confidence === 'V' ? '' : visit.words.shell.bracketed(w.confidence[band.confidence])}
              </small>
            </dd>
          </>
        ) : null}
        {reducedBelowFen !== null ? (
          <>
            <dt />
            <dd>{w.reduced(yuan(reducedBelowFen, words))}</dd>
          </>
        ) : null}
        {act.otherwise.map(({ article, range }) => (
          <>
            <dt>{w.otherwise}</dt>
            <dd>
              {rangeText(range, visit)}
              <small class="below">{article}</small>
            </dd>
          </>
        ))}
        <dt>{w.taken}</dt>
        <dd>
          {confiscation.fen === null ? w.takenOpen : yuan(confiscation.fen, words)}
          <small class="below">{confiscation.how[language]}</small>
        </dd>
        {act.law.map((law) => (
          <>
            <dt>{w.law}</dt>
            <dd>
              {w.lawTaken[law.taken]}
              {law.isProposed ? <small class="below">{w.lawProposed}</small> : null}
              <small class="below">{law.why[language]}</small>
            </dd>
          </>
        ))}
      </dl>
      <p class="under">
        {act.serious ? <b>{w.grave}</b> : null}
        {act.licence ? <span>{w.licence}</span> : null}
        {act.closure ? <span>{w.closure}</span> : null}
      </p>
      {act.serious && act.seriousReason ? <p class="said">{act.seriousReason}</p> : null}
      <Lines lines={act.lines} visit={visit} />
    </section>
  )
}

/** Articles side by side: what each allows, who imposes it, and whether it counts. */
export function Lines({ lines, visit }: { lines: readonly PenaltyLine[]; visit: Visit }) {
  const { words, language } = visit
  const w = words.worksheet
  if (lines.length === 0) return null
  return (
    <table class="list worksheet-lines">
      <thead>
        <tr>
          <th>{w.article}</th>
          <th>{w.amount}</th>
          <th>{w.department}</th>
          <th>{w.standing}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr class={`standing-${line.status}`}>
            <td>
              {line.article}
              {line.confidence === 'V' ? null : <small class="below">{w.confidence[line.confidence]}</small>}
              {line.besides ? <small class="below">{line.besides[language]}</small> : null}
            </td>
            <td>
              {fineText(line.fine, visit)}
              {line.fine.kind === 'range' ? <small class="below">{line.fine.range.how[language]}</small> : null}
              {line.fine.kind === 'range'
                ? line.fine.cautions.map((caution) => <small class="below">{caution[language]}</small>)
                : null}
            </td>
            <td>{line.department}</td>
            <td>
              {w.status[line.status]}
              {line.why && line.status !== 'applies' ? <small class="below">{line.why[language]}</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
