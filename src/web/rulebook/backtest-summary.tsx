import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { CATEGORIES } from '../../core/document.ts'
import type { StoredVersion } from '../../store/views/rulebook-versions.ts'
import type { Visit } from '../visit.ts'

const MOST_RULES = 40

/** What one backtest came to, as numbers: no words of papers, which not everybody may read. */
export function BacktestSummary({ backtest, visit }: { backtest: StoredVersion['backtests'][number]; visit: Visit }) {
  const { rulebook: w, terms } = visit.words
  const { over, from, to, rulings, rulesAlone, unlabelled } = backtest
  const range = from || to ? ` · ${w.period(from ?? w.openEnd, to ?? w.openEnd)}` : ''
  return (
    <article>
      <p class="help">
        {`${shanghaiTime(backtest.at)} · ${backtest.by} · `}
        <a href={`/rulebook/${backtest.oldHash}`}>{w.backtestAgainst(backtest.oldHash.slice(0, 12))}</a>
      </p>
      <dl class="facts">
        <dt>{w.over}</dt>
        <dd>{`${over === 'archive' ? w.archive : over}${range}`}</dd>
        <dt>{w.judgedBy}</dt>
        <dd>
          <JudgedBy model={backtest.model} visit={visit} />
        </dd>
        <dt>{w.papers}</dt>
        <dd>{backtest.papers}</dd>
        <dt>{w.papersChanged}</dt>
        <dd>{backtest.papersChanged}</dd>
        <dt>{w.findingsNew}</dt>
        <dd>{backtest.new}</dd>
        <dt>{w.findingsLost}</dt>
        <dd>{backtest.lost}</dd>
        <dt>{w.findingsChanged}</dt>
        <dd>{backtest.changed}</dd>
        {CATEGORIES.map((category) => (
          <>
            <dt>{terms.category[category]}</dt>
            <dd>
              {w.labelChange(backtest.labels[category].gained, backtest.labels[category].lost)}
              {rulesAlone ? (
                <div class="under">{w.rulesAlone(rulesAlone[category].gained, rulesAlone[category].lost)}</div>
              ) : null}
            </dd>
          </>
        ))}
        <dt>{w.rulings}</dt>
        <dd>
          {w.upheldLost(rulings.upheldLost, rulings.upheldLost + rulings.upheldKept)}
          <br />
          {w.dismissedGone(rulings.dismissedGone, rulings.dismissedGone + rulings.dismissedKept)}
          {unlabelled ? (
            <>
              <br />
              {w.unlabelled(unlabelled.upheld, unlabelled.dismissed)}
            </>
          ) : null}
        </dd>
      </dl>
      {backtest.rules.length > 0 ? (
        <details>
          <summary>{w.byRule}</summary>
          <table class="list small">
            <thead>
              <tr>
                <th scope="col">{w.code}</th>
                <th scope="col" class="num">
                  {w.findingsNew}
                </th>
                <th scope="col" class="num">
                  {w.findingsLost}
                </th>
                <th scope="col" class="num">
                  {w.findingsChanged}
                </th>
              </tr>
            </thead>
            <tbody>
              {backtest.rules.slice(0, MOST_RULES).map((change) => (
                <tr>
                  <td>{change.code}</td>
                  <td class="num">{change.new}</td>
                  <td class="num">{change.lost}</td>
                  <td class="num">{change.changed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </article>
  )
}

/** Results kept before the classifier judged in backtests name no model: it was left out. */
function JudgedBy({ model = 'none', visit }: { model: string | undefined; visit: Visit }) {
  if (model === 'none') return <>{visit.words.rulebook.judgedByNone}</>
  return (
    <a class="mono" href="/models" title={model}>
      {model.slice(0, 12)}
    </a>
  )
}
