import type { MissedEstimate } from '../../store/views/sample-page.ts'
import type { Visit } from '../visit.ts'

/** How much is missed among the papers nobody flagged, with its interval and what it rests on. */
export function EstimateCard({ estimate, visit }: { estimate: MissedEstimate; visit: Visit }) {
  const { models: w } = visit.words
  const { answered, yes, cannotTell, drawn, population, share, low, high } = estimate
  return (
    <section class="card">
      <h2>{w.estimate}</h2>
      {answered === 0 ? (
        <p>{w.estimateNone}</p>
      ) : (
        <p class="estimate">
          <b>{percent(share)}</b> <span>{w.estimateInterval(percent(low), percent(high))}</span>
        </p>
      )}
      <p class="help">{w.estimateRests(answered, yes, cannotTell, drawn, population)}</p>
      <p class="help">{w.estimateHelp}</p>
    </section>
  )
}

export function percent(part: number): string {
  return `${(part * 100).toFixed(1)}%`
}
