import { subDays } from 'date-fns'
import type { Viewer } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import type { CallFields } from '../../core/intake/call-fields.ts'
import { readCallFields } from '../../core/intake/call-fields.ts'
import { type CallReading, type ReadingSetting, readCall } from '../../core/intake/read-call.ts'
import { problem } from '../../core/problem.ts'
import { noSuchRegion } from '../../core/regions/no-such-region.ts'
import { type EarlierCalls, earlierCalls } from '../../store/views/earlier-calls.ts'
import type { Parts } from '../parts.ts'

export type ReadParts = Pick<Parts, 'db' | 'now' | 'compiled' | 'model' | 'procedure' | 'intakeLaw'>

/** A call read against what is on file under the same telephone number. */
export async function readCallOf(
  parts: ReadParts,
  viewer: Pick<Viewer, 'region'>,
  told: { fields: CallFields; attachments: number; receivedOn?: string; bundleId?: string; arePapersIn?: boolean },
): Promise<{ reading: CallReading; earlier: EarlierCalls }> {
  const { call } = readCallFields(told.fields)
  const since = subDays(parts.now(), parts.intakeLaw.profitSigns.withinDays).toISOString()
  const earlier = await earlierCalls(parts.db, call.people.caller?.phone, call.seller, since, told.bundleId)
  const receivedOn = told.receivedOn ?? shanghaiDay(parts.now())
  return {
    reading: readCall(
      settingOf(parts, viewer.region, receivedOn),
      told.fields,
      told.attachments,
      earlier.history,
      told.arePapersIn,
    ),
    earlier,
  }
}

/**
 * Something is told, everything typed can be read, and no day of the quarrel lies ahead.
 * @throws problem form.invalid naming the field
 */
export function mustBeUsable({ wrong, call }: CallReading, fields: CallFields, today: string): void {
  const field = wrong[0]
  if (field === 'region' || field === 'happened_in') throw noSuchRegion(field, fields[field]?.trim() ?? '')
  if (field !== undefined) throw problem('form.invalid', { field })
  if (call.story.trim() === '') throw problem('form.invalid', { field: 'story' })
  const days = { happened_on: call.happenedOn, known_on: call.knownOn, paid_on: call.paidOn }
  for (const [field, day] of Object.entries(days))
    if (day !== undefined && day > today) throw problem('form.invalid', { field })
}

function settingOf(parts: ReadParts, bureauRegion: string, receivedOn: string): ReadingSetting {
  const { compiled, model, procedure, intakeLaw: law } = parts
  return { compiled, ...(model && { model }), procedure, law, bureauRegion, receivedOn }
}
