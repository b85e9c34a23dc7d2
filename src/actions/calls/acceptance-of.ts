import { shanghaiDay } from '../../core/clock/shanghai.ts'
import type { CallPerson } from '../../core/intake/call.ts'
import { PERSON_FIELDS } from '../../core/intake/call-fields.ts'
import type { CallReading } from '../../core/intake/read-call.ts'
import { callOfBundle } from '../../store/calls.ts'
import { identitiesOfMatter } from '../../store/matter-people.ts'
import type { MatterFile } from '../../store/matters.ts'
import { type ReadParts, readCallOf } from './read-call-of.ts'

/**
 * What is proposed on the acceptance of a complaint, with what it rests on, as things are known today; judged by the law of the day of receipt.
 * Undefined where nobody kept how it was told. The caller has checked that the viewer may see the matter.
 */
export async function acceptanceOf(
  parts: ReadParts,
  matter: Pick<MatterFile, 'id' | 'bundleId' | 'receivedAt' | 'region' | 'matter'>,
  attachments: number,
): Promise<Pick<CallReading, 'acceptance' | 'missing' | 'isFundraisingSuspected'> | undefined> {
  const call = await callOfBundle(parts.db, matter.bundleId)
  if (!call) return undefined
  const fields: Record<string, string> = { ...call.fields }
  // Whether a name was given matters here, not which: none of it leaves this function.
  for (const person of await identitiesOfMatter(parts.db, matter.id)) {
    const who = PERSON_OF[person.role]
    if (!who) continue
    const place = who === 'complainant' && (fields.relation ?? 'self') === 'self' ? 'caller' : who
    for (const [field, key] of Object.entries(PERSON_FIELDS)) {
      const said = person[key]
      if (said) fields[`${place}_${field}`] = said
    }
  }
  const receivedOn = shanghaiDay(matter.receivedAt)
  const { reading } = await readCallOf(
    parts,
    { region: matter.region },
    {
      fields,
      attachments,
      receivedOn,
      bundleId: matter.bundleId,
      arePapersIn: matter.matter.facts.missing === undefined,
    },
  )
  const { acceptance, missing, isFundraisingSuspected } = reading
  return { acceptance, missing, isFundraisingSuspected }
}

const PERSON_OF: Readonly<Record<string, CallPerson>> = {
  caller: 'caller',
  complainant: 'complainant',
  payer: 'payer',
}
