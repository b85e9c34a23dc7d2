import type { Span } from '../../core/document.ts'
import { type Signal, surenessOf } from '../../core/score/assessment.ts'
import type { DocumentPage } from '../../store/views/document-page.ts'
import { hundredth } from '../format.ts'
import type { Visit } from '../visit.ts'

interface SignalsProps {
  signals: readonly Signal[]
  text: DocumentPage['text']
  visit: Visit
}

/** What the text classifier thinks, how sure it is, and which words moved it. It finds nothing; it points. */
export function Signals({ signals, text, visit }: SignalsProps) {
  const { words } = visit
  if (signals.length === 0 || !text) return null
  return (
    <section class="card signals">
      <h2>{words.document.signal}</h2>
      <p class="help">{words.document.signalHelp}</p>
      {signals.map((signal) => {
        const chance = hundredth(signal.probability)
        const sureness = surenessOf(signal.probability)
        return (
          <div class="score">
            <div class="score-head">
              <b>{words.terms.category[signal.label]}</b>
              <meter min={0} max={100} value={chance}>
                {chance}
              </meter>
              <b class="figure">{chance}%</b>
              <span class={`sureness ${sureness}`}>{words.document.sureness[sureness]}</span>
            </div>
            {signal.passage ? (
              <p class="help">
                {words.document.passage(hundredth(signal.passage.probability))}{' '}
                <q>{quoteOf(text.text, signal.passage)}</q>
              </p>
            ) : null}
            {signal.spans.length > 0 ? (
              <ul class="moved">
                {signal.spans.map((span) => (
                  <li class={span.weight > 0 ? 'for' : 'against'}>
                    <q>{quoteOf(text.text, span)}</q>
                    <small>{signed(span.weight)}</small>
                  </li>
                ))}
              </ul>
            ) : null}
            {signal.flip ? (
              <p class="help">{words.document.flip(signal.flip.map((span) => quoteOf(text.text, span)))}</p>
            ) : null}
          </div>
        )
      })}
    </section>
  )
}

function quoteOf(text: string, { start, end }: Span): string {
  return text.slice(start, end)
}

function signed(weight: number): string {
  return `${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(2)}`
}
