import type { Cited } from '../../core/worksheet/discretion.ts'
import { tellsHearing } from '../../core/worksheet/hearing.ts'
import type { Worksheet, WorksheetInput } from '../../core/worksheet/worksheet.ts'
import { yuan } from '../format.ts'
import type { Visit } from '../visit.ts'
import { ActResult, Lines } from './act-result.tsx'
import { totalText } from './amounts.ts'
import { Given } from './given.tsx'

/** What a worksheet comes to, each with its article. */
export function Result(props: { sheet: { result: Worksheet; input: WorksheetInput }; visit: Visit }) {
  const { sheet, visit } = props
  const { result, input } = sheet
  const { words, language } = visit
  const { worksheet: w, shell } = words
  const { total, hearing, review, publication, weighed, barred } = result
  return (
    <>
      <section class="card worksheet-sum">
        <h2>{w.result}</h2>
        <dl class="facts">
          <dt>{w.total}</dt>
          <dd>
            <b>{totalText(result, visit)}</b>
            {result.acts.length > 1 ? <small class="below">{w.totalHelp}</small> : null}
          </dd>
          <dt>{w.taken}</dt>
          <dd>{total.takenFen === null ? w.takenOpen : yuan(total.takenFen, words)}</dd>
          {barred ? (
            <>
              <dt>{w.barred}</dt>
              <dd class={barred.is ? 'wrong' : undefined}>{barred.why[language]}</dd>
            </>
          ) : null}
          <dt>{w.hearing}</dt>
          <dd>
            {w.hearingNeeded[hearing.needed]}
            {hearing.amountFen !== null ? shell.bracketed(w.threshold(yuan(hearing.amountFen, words))) : ''}
            {hearing.why.map((why) => (
              <small class="below">{why[language]}</small>
            ))}
            {input.proposed && hearing.needed !== 'no' ? (
              <small class="below">
                <b>{tellsHearing(hearing, input.hearingLeftOut ?? null) ? w.hearingTold : w.hearingNotTold}</b>
              </small>
            ) : null}
            {input.hearingLeftOut ? <p class="said">{input.hearingLeftOut.reason}</p> : null}
            {hearing.threshold ? <Source cited={hearing.threshold} visit={visit} /> : null}
          </dd>
          <dt>{w.review}</dt>
          <dd>
            {w.reviewLegal[review.legal]}
            {review.grounds.map(({ ground, standing, why }) => (
              <small class="below">
                {shell.labelled(w.groundStanding[standing], w.ground[ground])}
                {shell.bracketed(why[language])}
              </small>
            ))}
            <Source cited={review.cited} visit={visit} />
          </dd>
          <dt>{w.discussion}</dt>
          <dd>
            {w.discussionNeeded[review.discussion]}
            <Source cited={review.discussionCited} visit={visit} />
          </dd>
          <dt>{w.publication}</dt>
          <dd>
            {publication.published ? w.published : w.notPublished}
            <small class="below">{publication.why[language]}</small>
            {publication.clocks.map(({ clock, title, due }) => (
              <small class="below">
                {title[language]}
                {shell.bracketed(clock)} {due?.due ? (clock === 'T32' ? w.until(due.due) : w.dueBy(due.due)) : w.untold}
              </small>
            ))}
          </dd>
          {result.summaryOpen ? (
            <>
              <dt>{w.summary}</dt>
              <dd>{w.summaryOpen}</dd>
            </>
          ) : null}
        </dl>
      </section>
      {input.proposed && result.objections.length === 0 ? <p class="notice">{w.noObjections}</p> : null}
      <Said title={w.objections} said={result.objections.map((each) => each[language])} class="wrong" />
      <Said title={w.questions} said={[...new Set(result.questions.map((each) => each[language]))]} />
      {result.acts.map((act) => (
        <ActResult act={act} visit={visit} />
      ))}
      <Given input={input} visit={visit} />
      {weighed.factors.length > 0 ? (
        <section class="card">
          <h2>{shell.labelled(w.factors, w.direction[weighed.direction])}</h2>
          <ul class="plain">
            {weighed.factors.map(({ title, effect, reason, cited, caution }) => (
              <li>
                <b>{title[language]}</b> · {w.effect[effect]}
                {reason ? <p class="said">{reason}</p> : null}
                <Source cited={cited} visit={visit} />
                {caution ? <small class="below">{caution[language]}</small> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {result.referred.length > 0 ? (
        <section class="card">
          <h2>{w.referred}</h2>
          <p class="help">{w.referredHelp}</p>
          <Lines lines={result.referred} visit={visit} />
        </section>
      ) : null}
    </>
  )
}

/** An article and how well its text is known. */
export function Source({ cited: { article, confidence }, visit }: { cited: Cited; visit: Visit }) {
  return (
    <small class="below">
      {article[visit.language]}
      {confidence === 'V' ? '' : visit.words.shell.bracketed(visit.words.worksheet.confidence[confidence])}
    </small>
  )
}

function Said({ title, said, class: kind }: { title: string; said: string[]; class?: string }) {
  if (said.length === 0) return null
  return (
    <section class={`card ${kind ?? ''}`}>
      <h2>
        {title} <span class="count">{said.length}</span>
      </h2>
      <ul>
        {said.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
    </section>
  )
}
