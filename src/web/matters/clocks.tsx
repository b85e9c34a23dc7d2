import { countClocks } from '../../core/procedure/counted-clock.ts'
import type { MatterPage } from '../../store/views/matter-page.ts'
import type { WebParts } from '../web-parts.ts'
import { ClockChip } from './due-chip.tsx'
import { clockName, momentName, type Saying } from './say.ts'

/** The periods of a matter: those that run first, each with how it was counted. */
export function Clocks({ web, page, saying }: { web: WebParts; page: MatterPage; saying: Saying }) {
  const { visit } = saying
  const w = visit.words.matters
  const { matter } = page.file
  if (matter.clocks.length === 0) return null
  const counted = countClocks(web.procedure, matter).sort(
    (a, b) =>
      Number(a.endedAt !== null) - Number(b.endedAt !== null) || (a.dueDay ?? '9999').localeCompare(b.dueDay ?? '9999'),
  )
  return (
    <section class="card" id="clocks">
      <h2>{w.clocks}</h2>
      <ul class="clocks">
        {counted.map(({ told, ...clock }) => (
          <li class={clock.endedAt ? 'clock-ended' : undefined} data-clock={clock.key}>
            <details>
              <summary>
                <b>{clockName(saying, clock.clock, clock.variant)}</b>{' '}
                {clock.endedAt ? (
                  <span class="due due-ended">
                    {w.ended} <time dateTime={clock.endedAt}>{momentName(clock.endedAt)}</time>
                  </span>
                ) : (
                  <ClockChip visit={visit} procedure={web.procedure} clock={clock} />
                )}
                {clock.dueAlt && !clock.endedAt ? <small> {w.dueAlt(clock.dueAlt)}</small> : null}
              </summary>
              <ul class="explain">
                {told.article ? <li class="article">{told.article[visit.language]}</li> : null}
                {told.explain.map((said) => (
                  <li>{said[visit.language]}</li>
                ))}
                {told.warnings.map((said) => (
                  <li class="warning">{said[visit.language]}</li>
                ))}
                {page.reminders
                  .filter(({ key, startedBy }) => key === clock.key && startedBy === clock.startedBy)
                  .map(({ stage, at }) => (
                    <li>
                      {w.reminder[stage]} · {w.remindedOn(momentName(at))}
                    </li>
                  ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
      <p class="help">{w.clocksHelp}</p>
    </section>
  )
}
