import { CATEGORIES } from '../../core/document.ts'
import type { ModelOnPage } from '../../store/views/models-page.ts'
import type { Visit } from '../visit.ts'
import { wordFor } from '../words/words.ts'

/** The model card: what the champion is for, what it learnt from, how well it does by label, kind, length and disguise, and where it fails. */
export function ModelCard({ model, visit }: { model: ModelOnPage; visit: Visit }) {
  const { models: w } = visit.words
  const { metrics } = model
  return (
    <section class="card">
      <h2>{w.card}</h2>
      <p>{w.purpose}</p>
      <dl class="facts">
        <dt>{w.version}</dt>
        <dd class="hash">{model.hash}</dd>
        <dt>{w.corpus}</dt>
        <dd class="hash">{model.corpusHash}</dd>
        <dt>{w.rulings}</dt>
        <dd class="hash">{model.rulingsHash === 'none' ? w.rulingsNone : model.rulingsHash}</dd>
      </dl>
      {metrics.byLabel ? <ByLabel metrics={metrics.byLabel} visit={visit} /> : <p class="help">{w.cardElsewhere}</p>}
      {metrics.cuts ? <Cuts cuts={metrics.cuts} visit={visit} /> : null}
      <p class="help">{w.measured}</p>
      <h3>{w.weaknesses}</h3>
      <ul>
        {Object.values(w.weaknessOf).map((weakness) => (
          <li>{weakness}</li>
        ))}
      </ul>
    </section>
  )
}

function ByLabel({ metrics, visit }: { metrics: NonNullable<ModelOnPage['metrics']['byLabel']>; visit: Visit }) {
  const { models: w, terms } = visit.words
  const names = [w.precision, w.recall, 'F1', 'ECE', 'Brier']
  return (
    <table class="list small">
      <caption>{w.byLabel}</caption>
      <thead>
        <tr>
          <th scope="col">{w.label}</th>
          {names.map((name) => (
            <th scope="col" class="num">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {CATEGORIES.map((label) => {
          const { precision, recall, f1, ece, brier } = metrics[label]
          return (
            <tr>
              <th scope="row">{terms.category[label]}</th>
              {[precision, recall, f1, ece, brier].map((value, i) => (
                <td class="num" data-label={names[i]}>
                  {value.toFixed(3)}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Cuts({ cuts, visit }: { cuts: NonNullable<ModelOnPage['metrics']['cuts']>; visit: Visit }) {
  const { models: w } = visit.words
  return (
    <table class="list small">
      <caption>{w.cuts}</caption>
      <thead>
        <tr>
          <th scope="col">{w.cut}</th>
          <th scope="col" class="num">
            {w.papers}
          </th>
          <th scope="col" class="num">
            {w.macroF1}
          </th>
          <th scope="col" class="num">
            {w.lawfulFlagged}
          </th>
        </tr>
      </thead>
      <tbody>
        {cuts.map(({ cut, papers, macroF1, lawful, lawfulFlagged }) => (
          <tr>
            <th scope="row">{cutWords(cut, visit)}</th>
            <td class="num" data-label={w.papers}>
              {papers}
            </td>
            <td class="num" data-label={w.macroF1}>
              {macroF1.toFixed(3)}
            </td>
            <td class="num" data-label={w.lawfulFlagged}>
              {w.outOf(lawfulFlagged, lawful)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** `kind: contract` in words. */
function cutWords(cut: string, { words }: Visit): string {
  const [by = '', value = ''] = cut.split(': ')
  const { cutBy } = words.models
  if (by === 'kind') return `${cutBy.kind} · ${wordFor(words.terms.kind, value, value)}`
  if (by === 'length') return `${cutBy.length} · ${value}`
  return `${cutBy.disguise} · ${value === 'yes' ? words.shell.yes : words.shell.no}`
}
