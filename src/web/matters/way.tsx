import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { MatterPage } from '../../store/views/matter-page.ts'
import { evidenceName } from './evidence-name.ts'
import { changeNames, eventName, inputNames, type Saying } from './say.ts'

/** Everything that happened to a matter, newest first: who, when, why, on what evidence, and what it changed. */
export function Way({ page, saying }: { page: MatterPage; saying: Saying }) {
  const { visit, names } = saying
  const { matters: w, shell } = visit.words
  const nameOf = (id: string) => (id === 'system' ? shell.system : (names.get(id) ?? ''))
  return (
    <section class="card" id="way">
      <h2>{w.history}</h2>
      <ol class="history">
        {page.events.toReversed().map((event) => {
          const move = saying.procedure.moves[event.move]
          const filled = inputNames(saying, move, event.input)
          const isLater = Date.parse(event.recordedAt) - Date.parse(event.at) > 60_000
          return (
            <li class={event.by === 'system' ? 'by-system' : undefined} data-move={event.move} data-type={event.type}>
              <time dateTime={event.at}>{shanghaiTime(event.at)}</time>
              <div>
                <b>{eventName(saying, event)}</b>
                <span class="actor">
                  {nameOf(event.by)}
                  {event.onBehalfOf ? `（${w.onBehalfOf(nameOf(event.onBehalfOf))}）` : ''}
                  {event.proposedBy ? ` · ${w.decidedFor(nameOf(event.proposedBy))}` : ''}
                  {isLater ? ` · ${w.recordedLater(shanghaiTime(event.recordedAt))}` : ''}
                </span>
                {event.reason ? <p class="said">{event.reason}</p> : null}
                {filled.length > 0 || event.evidence.length > 0 ? (
                  <p class="change">
                    {[
                      ...filled.map(({ field, value }) => `${field}：${value}`),
                      ...event.evidence.map((each) => evidenceName(each, page, visit)),
                    ].join(visit.words.shell.listStop)}
                  </p>
                ) : null}
                {event.type === 'made' || event.type === 'opened' ? (
                  <p class="change">{changeNames(saying, undefined, event.changes).join(visit.words.shell.listStop)}</p>
                ) : null}
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
