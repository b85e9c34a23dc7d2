import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { FEWEST_JUDGED_BY_BOTH, pairedDifference } from '../../core/learn/paired.ts'
import type { ModelsPage } from '../../store/views/models-page.ts'
import { hundredth, region } from '../format.ts'
import { CategoryChip } from '../layout/chips.tsx'
import type { Visit } from '../visit.ts'

/** On which papers champion and challenger part, the widest first. */
export function Differences({ page: { comparison }, visit }: { page: ModelsPage; visit: Visit }) {
  const { models: w, terms, document } = visit.words
  if (!comparison) return null
  return (
    <section class="card">
      <h2>{w.differences}</h2>
      <p class="help">{w.differencesHelp(comparison.papers)}</p>
      {comparison.byLabel.length > 0 ? (
        <table class="list small">
          <thead>
            <tr>
              <th scope="col">{w.label}</th>
              <th scope="col" class="num">
                {w.champion}
              </th>
              <th scope="col" class="num">
                {w.challenger}
              </th>
              <th scope="col" class="num">
                {w.gained}
              </th>
              <th scope="col" class="num">
                {w.lost}
              </th>
              <th scope="col">{w.differenceOf}</th>
            </tr>
          </thead>
          <tbody>
            {comparison.byLabel.map(({ label, champion, challenger, gained, lost }) => (
              <tr>
                <th scope="row">{terms.category[label]}</th>
                <td class="num" data-label={w.champion}>
                  {champion}
                </td>
                <td class="num" data-label={w.challenger}>
                  {challenger}
                </td>
                <td class="num" data-label={w.gained}>
                  {gained}
                </td>
                <td class="num" data-label={w.lost}>
                  {lost}
                </td>
                <td data-label={w.differenceOf}>{differenceSaid(gained, lost, comparison.papers, visit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {comparison.byLabel.length > 0 ? <p class="help">{w.differenceOfHelp}</p> : null}
      {comparison.differences.length > 0 ? (
        <table class="list" data-rows>
          <thead>
            <tr>
              <th scope="col">{document.titleColumn}</th>
              <th scope="col">{w.label}</th>
              <th scope="col" class="num">
                {w.champion}
              </th>
              <th scope="col" class="num">
                {w.challenger}
              </th>
            </tr>
          </thead>
          <tbody>
            {comparison.differences.map((one) => (
              <tr class="row">
                <td class="main">
                  <a class="title" href={`/documents/${one.documentId}`}>
                    {one.title || document.untitled}
                  </a>
                  <div class="under">{`${region(one.region, visit)} · ${shanghaiDay(one.receivedAt)}`}</div>
                </td>
                <td data-label={w.label}>
                  <CategoryChip category={one.label} words={visit.words} />
                </td>
                <td class="num" data-label={w.champion}>
                  {hundredth(one.champion)}%
                </td>
                <td class="num" data-label={w.challenger}>
                  {hundredth(one.challenger)}%
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}

function differenceSaid(gained: number, lost: number, papers: number, { words: { models: w } }: Visit): string {
  const told = pairedDifference(gained, lost, papers)
  if (!told) return w.differenceTooFew(FEWEST_JUDGED_BY_BOTH)
  return w.differenceSaid(points(told.difference), points(told.low), points(told.high))
}

function points(share: number): string {
  const said = (share * 100).toFixed(1)
  return share > 0 && said !== '0.0' ? `+${said}` : said.replace(/^-0\.0$/, '0.0')
}
