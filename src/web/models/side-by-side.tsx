import { CATEGORIES } from '../../core/document.ts'
import type { ModelOnPage } from '../../store/views/models-page.ts'
import type { Visit } from '../visit.ts'

interface Props {
  champion: ModelOnPage
  challenger: ModelOnPage | undefined
  visit: Visit
}

/** Two models in two columns: where they come from, and how they do on authors they had not seen. */
export function SideBySide({ champion, challenger, visit }: Props) {
  const { models: w, terms, shell } = visit.words
  const both = challenger ? [champion, challenger] : [champion]
  const figure = (value: number | undefined) => (value === undefined ? '—' : value.toFixed(3))
  const rows: [string, (model: ModelOnPage) => string][] = [
    [w.version, ({ hash }) => hash.slice(0, 12)],
    [w.origin, ({ origin, trainer }) => (origin === 'shipped' ? w.shipped : w.trainedBy(trainer))],
    [w.trainedOn, ({ trainedOn }) => trainedOn],
    [w.papers, ({ papers, rulings }) => w.papersOf(papers, rulings)],
    [w.corpus, ({ corpusHash }) => corpusHash.slice(0, 12)],
    [w.why, ({ reason }) => reason || shell.none],
    [w.judged, ({ judged }) => String(judged)],
    [w.macroF1, ({ metrics }) => figure(metrics.macroF1)],
    ...CATEGORIES.map((label): [string, (model: ModelOnPage) => string] => [
      w.f1Of(terms.category[label]),
      ({ metrics }) => figure(metrics.byLabel?.[label].f1),
    ]),
    [w.lawfulFlagged, ({ metrics }) => w.outOf(metrics.lawfulFlagged, metrics.lawful)],
    [w.taughtFound, (model) => taughtOf(model, 'found', 'yes', w)],
    [w.taughtFlagged, (model) => taughtOf(model, 'flagged', 'no', w)],
  ]
  return (
    <section class="card">
      <h2>{challenger ? w.sideBySide : w.champion}</h2>
      <table class="list small">
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">{w.champion}</th>
            {challenger ? <th scope="col">{w.challenger}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, of]) => (
            <tr>
              <th scope="row">{name}</th>
              {both.map((model) => (
                <td data-label={model === champion ? w.champion : w.challenger}>{of(model)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="help">{challenger ? w.shadowHelp : w.challengerNone}</p>
    </section>
  )
}

function taughtOf(
  { metrics: { taught } }: ModelOnPage,
  some: 'found' | 'flagged',
  all: 'yes' | 'no',
  w: Visit['words']['models'],
): string {
  if (!taught) return '—'
  const sum = (key: 'found' | 'flagged' | 'yes' | 'no') =>
    CATEGORIES.reduce((total, label) => total + taught[label][key], 0)
  return w.outOf(sum(some), sum(all))
}
