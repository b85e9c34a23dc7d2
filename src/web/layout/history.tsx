import { LAW_VERSIONS } from '../../core/case/law-version.ts'
import { DISMISS_REASONS } from '../../core/case/ruling.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { BANDS } from '../../core/document.ts'
import { CORRECTABLE } from '../../core/intake/correction.ts'
import type { LeadPage } from '../../store/views/lead-page.ts'
import { circumstanceValue } from '../documents/circumstance-value.ts'
import { region } from '../format.ts'
import type { Visit } from '../visit.ts'
import { wordFor } from '../words/words.ts'

type HistoryEvent = LeadPage['history'][number]

/** What happened, newest first: who, when, what, why. */
export function History({ events, visit }: { events: HistoryEvent[]; visit: Visit }) {
  const { words } = visit
  return (
    <ol class="history">
      {[...events].reverse().map((event) => {
        const change = changeOf(event, visit)
        return (
          <li class={event.actor === 'system' ? 'by-system' : undefined}>
            <time dateTime={event.at}>{shanghaiTime(event.at)}</time>
            <div>
              <b>{wordFor(words.events, event.verb, words.events.other)}</b>
              <span class="actor">{event.actor === 'system' ? words.shell.system : (event.actorName ?? '')}</span>
              {change ? <span class="change">{change}</span> : null}
              {event.reason ? <p class="said">{event.reason}</p> : null}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function changeOf({ before, after }: HistoryEvent, visit: Visit): string {
  const { terms } = visit.words
  const parts: string[] = []
  if (typeof after?.code === 'string') parts.push(after.code)
  const reason = DISMISS_REASONS.find((known) => known === after?.reason)
  if (reason) parts.push(terms.dismissReason[reason])
  if (typeof after?.title === 'string') parts.push(after.title)
  if (typeof after?.number === 'string') parts.push(after.number)
  if (typeof before?.region === 'string' && typeof after?.region === 'string') {
    parts.push(`${region(before.region, visit)} → ${region(after.region, visit)}`)
  }
  const [from, to] = [before?.band, after?.band].map((band) => BANDS.find((known) => known === band))
  if (from && to && from !== to) parts.push(`${terms.band[from]} → ${terms.band[to]}`)
  parts.push(...correctedOf(before?.circumstances, after?.circumstances, visit))
  const version = LAW_VERSIONS.find((known) => known === after?.version)
  if (version) parts.push(visit.words.circumstances.chosen(visit.words.circumstances.version[version]))
  return parts.join(' · ')
}

/** What an officer corrected of a paper's circumstances. */
function correctedOf(before: unknown, after: unknown, visit: Visit): string[] {
  if (!isRecord(before) || !isRecord(after)) return []
  const { circumstances: c } = visit.words
  return CORRECTABLE.filter((field) => field in after).map((field) => {
    const [was, is] = [before[field], after[field]].map((value) =>
      circumstanceValue(field, typeof value === 'string' ? value : null, visit),
    )
    return c.change(c.field[field], was!, is!)
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
