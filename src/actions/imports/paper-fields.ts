import { isDay } from '../../core/clock/shanghai.ts'
import { CHANNELS, ENTITIES, KINDS } from '../../core/document.ts'
import type { Given } from '../../core/intake/envelope.ts'
import { problem } from '../../core/problem.ts'
import { noSuchRegion } from '../../core/regions/no-such-region.ts'
import { wasRegion } from '../../core/regions/region.ts'
import { IDENTITY_ROLES, type Identity } from '../../store/identities.ts'

/** Fields of a paper given as JSON: a line of a batch, the body of a request, the fields of a form. */
export const PAPER_FIELDS = [
  'text',
  'kind',
  'date',
  'until',
  'region',
  'entity',
  'channel',
  'title',
  'sender',
  'external',
  'id',
  'identity',
] as const
export type PaperField = (typeof PAPER_FIELDS)[number]

export interface PaperFields {
  text?: string
  given: Given
  sender?: string
  /** The sender's own number. */
  external?: string
  /** What the sender calls it within one batch or file. */
  id?: string
  identity?: Omit<Identity, 'id'>
}

/**
 * Read and check the fields of one paper. An empty value counts as not given; a field nobody knows is a mistake, because a misspelt
 * `chanel` would otherwise change silently which law applies.
 * @throws problem form.invalid naming the field and what is allowed
 */
export function readPaperFields(value: unknown, allowed: readonly PaperField[] = PAPER_FIELDS): PaperFields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('', 'a JSON object')
  const fields = value as Record<string, unknown>
  for (const name of Object.keys(fields)) {
    if (!allowed.includes(name as PaperField)) throw invalid(name, allowed)
  }
  const text = textOf(fields, 'text', Number.POSITIVE_INFINITY)
  const title = textOf(fields, 'title', 200)
  const sender = textOf(fields, 'sender', 100)
  const external = textOf(fields, 'external', 300)
  const id = textOf(fields, 'id', 300)
  const identity = identityOf(fields.identity)
  return {
    given: { ...givenOf(fields), ...(title ? { title } : {}) },
    ...(text !== undefined ? { text } : {}),
    ...(sender ? { sender } : {}),
    ...(external ? { external } : {}),
    ...(id ? { id } : {}),
    ...(identity ? { identity } : {}),
  }
}

/** The circumstances among the fields. @throws problem form.invalid */
export function givenOf(fields: Record<string, unknown>): Given {
  const kind = oneOf(fields, 'kind', KINDS)
  const entity = oneOf(fields, 'entity', ENTITIES)
  const channel = oneOf(fields, 'channel', CHANNELS)
  const date = textOf(fields, 'date', 10)
  if (date && !isDay(date)) throw invalid('date', 'YYYY-MM-DD')
  const until = textOf(fields, 'until', 10)
  if (until && (!isDay(until) || !date || until < date))
    throw invalid('until', 'YYYY-MM-DD, beside date and not before it')
  const region = textOf(fields, 'region', 6)
  if (region && !wasRegion(region)) throw noSuchRegion('region', region)
  return {
    ...(kind ? { kind } : {}),
    ...(date ? { date } : {}),
    ...(until ? { until } : {}),
    ...(region ? { region } : {}),
    ...(entity ? { entity } : {}),
    ...(channel ? { channel } : {}),
  }
}

function identityOf(value: unknown): Omit<Identity, 'id'> | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'object' || Array.isArray(value)) throw invalid('identity', 'an object {role, name, phone}')
  const fields = value as Record<string, unknown>
  for (const key of Object.keys(fields)) {
    if (!['role', 'name', 'phone'].includes(key)) throw invalid(`identity.${key}`, ['role', 'name', 'phone'])
  }
  const role = IDENTITY_ROLES.find((known) => known === fields.role)
  if (!role) throw invalid('identity.role', IDENTITY_ROLES)
  const name = textOf(fields, 'name', 100)
  const phone = textOf(fields, 'phone', 40)
  return { role, ...(name ? { name } : {}), ...(phone ? { phone } : {}) }
}

function oneOf<T extends string>(fields: Record<string, unknown>, name: string, known: readonly T[]): T | undefined {
  const value = textOf(fields, name, 100)
  if (!value) return undefined
  const found = known.find((word) => word === value)
  if (!found) throw invalid(name, known)
  return found
}

function textOf(fields: Record<string, unknown>, name: string, longest: number): string | undefined {
  const value = fields[name]
  if (value === undefined || value === null) return undefined
  if (name === 'id' && typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw invalid(name, 'text')
  // PostgreSQL keeps no NUL in a text; in the paper itself the reader decides what it means.
  if (name !== 'text' && value.includes('\0')) throw invalid(name, 'text without control characters')
  if (value.length > longest) throw invalid(name, `at most ${longest} characters`)
  return value
}

// The value itself stays out of the message: it may be somebody's name.
function invalid(field: string, allowed: unknown) {
  return problem('form.invalid', { field, allowed })
}
