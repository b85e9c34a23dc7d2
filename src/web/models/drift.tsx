import { steadiness, type WeekOfDrift } from '../../core/learn/stability.ts'
import type { ModelsPage } from '../../store/views/models-page.ts'
import type { Visit } from '../visit.ts'
import { percent } from './estimate.tsx'

/** How the champion's probabilities spread, week by week, by label. */
export function Drift({ drift, visit }: { drift: ModelsPage['drift']; visit: Visit }) {
  const { models: w, terms } = visit.words
  return (
    <section class="card">
      <h2>{w.drift}</h2>
      <p class="help">{w.driftHelp}</p>
      {drift.every(({ weeks }) => weeks.length === 0) ? <p>{w.driftNone}</p> : null}
      {drift
        .filter(({ weeks }) => weeks.length > 0)
        .map(({ label, weeks }) => (
          <table class="list small drift">
            <caption>{terms.category[label]}</caption>
            <thead>
              <tr>
                <th scope="col">{w.week}</th>
                <th scope="col">{w.spread}</th>
                <th scope="col" class="num">
                  {w.papers}
                </th>
                <th scope="col" class="num">
                  {w.mean}
                </th>
                <th scope="col" class="num">
                  {w.says}
                </th>
                <th scope="col">{w.index}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr>
                  <th scope="row">{week.week}</th>
                  <td data-label={w.spread}>
                    <Spread week={week} />
                  </td>
                  <td class="num" data-label={w.papers}>
                    {week.papers}
                  </td>
                  <td class="num" data-label={w.mean}>
                    {percent(week.mean)}
                  </td>
                  <td class="num" data-label={w.says}>
                    {percent(week.says)}
                  </td>
                  <td data-label={w.index}>
                    {week.index === null
                      ? w.tooFew
                      : w.indexOf(week.index.toFixed(2), w.steadiness[steadiness(week.index)])}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </section>
  )
}

/** Ten bars, one a tenth; heights by square root, since the first holds nearly all. */
function Spread({ week: { counts, papers } }: { week: WeekOfDrift }) {
  return (
    <svg class="spread" viewBox="0 0 100 24" role="img" aria-label={counts.join(' ')}>
      {counts.map((count, i) => {
        const height = count === 0 ? 0 : Math.max(1.5, 24 * Math.sqrt(count / papers))
        return <rect x={i * 10 + 1} y={24 - height} width={8} height={height} />
      })}
    </svg>
  )
}
