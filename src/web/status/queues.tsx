import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { Visit } from '../visit.ts'
import type { QueueCounts, QueueFailure } from '../web-parts.ts'
import { wordFor } from '../words/words.ts'

export interface QueueState {
  counts: Record<string, QueueCounts>
  failures: QueueFailure[]
}

/** Depth of each queue and the jobs given up last; undefined when the queue cannot be reached. */
export function Queues({ queue, visit }: { queue: QueueState | undefined; visit: Visit }) {
  const { status: w } = visit.words
  if (!queue) {
    return (
      <section class="card">
        <h2>{w.queues}</h2>
        <p class="alert">{w.queueDown}</p>
      </section>
    )
  }
  return (
    <section class="card">
      <h2>{w.queues}</h2>
      <table class="list small">
        <thead>
          <tr>
            <th scope="col">{w.queue}</th>
            <th scope="col" class="num">
              {w.waiting}
            </th>
            <th scope="col" class="num">
              {w.active}
            </th>
            <th scope="col" class="num">
              {w.delayed}
            </th>
            <th scope="col" class="num">
              {w.failed}
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(queue.counts).map(([name, counts]) => (
            <tr>
              <td>{wordFor(w.queueOf, name, name)}</td>
              <td class="num">{counts.waiting}</td>
              <td class="num">{counts.active}</td>
              <td class="num">{counts.delayed}</td>
              <td class={counts.failed > 0 ? 'num bad' : 'num'}>{counts.failed}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{w.failures}</h3>
      {queue.failures.length === 0 ? <p class="help">{w.failuresNone}</p> : null}
      <ul class="failures">
        {queue.failures.map(({ name, failedAt, message }) => (
          <li>
            <time dateTime={failedAt}>{shanghaiTime(failedAt)}</time> <b>{wordFor(w.taskOf, name, name)}</b>{' '}
            <span class="mono">{message}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
