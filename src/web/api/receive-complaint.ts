import type { RequestHandler } from 'express'
import { receiveComplaint as receive, type ToldComplaint } from '../../actions/calls/receive-complaint.ts'
import { CHANNELS } from '../../core/document.ts'
import {
  AUTHORITIES,
  CALL_PEOPLE,
  ELSEWHERE,
  PAY_METHODS,
  PAYERS,
  PURPOSES,
  RELATIONS,
  REQUESTS,
  WANTS,
} from '../../core/intake/call.ts'
import { type CallFields, PERSON_FIELDS } from '../../core/intake/call-fields.ts'
import { problem } from '../../core/problem.ts'
import type { WebParts } from '../web-parts.ts'
import { answerKeyed } from './answer-keyed.ts'
import { jsonBody } from './json-body.ts'
import { requestHash } from './request-hash.ts'
import { withToken } from './token-holder.ts'

/**
 * `POST /api/v1/complaints`: a complaint or report as another platform holds it makes the same matters as the form; told again under the same
 * platform and number it brings them up to date.
 */
export function receiveComplaint(web: WebParts): RequestHandler {
  return withToken(web, 'matter.open', async (holder, request, response) => {
    const body = await jsonBody(request, response)
    const told = toldOf(body)
    await answerKeyed(web, holder, request, response, {
      hash: async () => requestHash('complaints', body),
      longestMinutes: 2,
      async work() {
        const { outcome, matters } = await receive(web, holder.viewer, told)
        return { status: outcome === 'created' ? 201 : 200, body: { outcome, matters: matters.map(answered) } }
      },
    })
  })
}

type Matter = Awaited<ReturnType<typeof receive>>['matters'][number]

function answered({ id, number, kind, state, region, bundleId, operatorId, calledAt, receivedAt, version }: Matter) {
  return {
    id,
    number,
    kind,
    state,
    region,
    bundle: bundleId,
    operator: operatorId,
    called_at: calledAt,
    received_at: receivedAt,
    version,
  }
}

/** Words of a closed list, flags, plain words: what each member of the body holds. */
const ONE_OF: Readonly<Record<string, readonly string[]>> = {
  wants: WANTS,
  relation: RELATIONS,
  authority: AUTHORITIES,
  payer: PAYERS,
  paid_by: PAY_METHODS,
  paid_for: PURPOSES,
  elsewhere: ELSEWHERE,
  channel: CHANNELS,
}
const FLAGS = ['anonymous', 'capacity_doubt', 'advertising']
const WORDS = ['story', 'asks', 'happened_on', 'happened_in', 'known_on', 'paid_on']
const YUAN = ['paid', 'asked']
const SELLER = {
  operator: 'operator_id',
  name: 'seller_name',
  phone: 'seller_phone',
  code: 'seller_code',
  address: 'seller_address',
  region: 'region',
}
const ENVELOPE = ['platform', 'external', 'called_at', 'received_at']
const MEMBERS = [
  ...ENVELOPE,
  ...Object.keys(ONE_OF),
  ...FLAGS,
  ...WORDS,
  ...YUAN,
  'requests',
  'seller',
  'people',
  'documents',
]
const LONGEST = 20_000

function toldOf(body: Record<string, unknown>): ToldComplaint {
  onlyThese(body, MEMBERS, '')
  const platform = wordsOf(body.platform, 'platform', 40)
  const external = wordsOf(body.external, 'external', 200)
  if (!platform) throw invalid('platform', '1 to 40 characters')
  if (!external) throw invalid('external', '1 to 200 characters')
  const calledAt = wordsOf(body.called_at, 'called_at', 40)
  const receivedAt = wordsOf(body.received_at, 'received_at', 40)
  return {
    platform,
    external,
    fields: fieldsOf(body),
    ...(calledAt && { calledAt }),
    ...(receivedAt && { receivedAt }),
    documentIds: documentsOf(body.documents),
    source: 'api',
  }
}

/** Papers handed in at `POST documents`. */
function documentsOf(value: unknown): string[] {
  if (value === undefined || value === null) return []
  const isList = Array.isArray(value) && value.length <= 20
  if (!isList || value.some((id) => typeof id !== 'string' || id.length > 60))
    throw invalid('documents', 'at most 20 ids')
  return [...new Set(value as string[])]
}

function fieldsOf(body: Record<string, unknown>): CallFields {
  const fields: Record<string, string> = {}
  for (const [name, allowed] of Object.entries(ONE_OF)) {
    const said = wordsOf(body[name], name, 40)
    if (said && !allowed.includes(said)) throw invalid(name, allowed)
    fields[name] = said
  }
  for (const name of FLAGS) {
    if (body[name] !== undefined && typeof body[name] !== 'boolean') throw invalid(name, 'true or false')
    if (body[name] === true) fields[name] = 'yes'
  }
  for (const name of WORDS) fields[name] = wordsOf(body[name], name, LONGEST)
  for (const name of YUAN) {
    const sum = body[name]
    if (sum === undefined || sum === null) continue
    if (typeof sum !== 'number' || !Number.isFinite(sum) || sum < 0 || sum > 1e10)
      throw invalid(name, 'yuan, at most 1e10')
    fields[name] = sum.toFixed(2)
  }
  const requests = body.requests ?? []
  if (!Array.isArray(requests) || requests.some((each) => !REQUESTS.includes(each))) throw invalid('requests', REQUESTS)
  fields.requests = requests.join(',')
  const seller = objectOf(body.seller, 'seller', Object.keys(SELLER))
  for (const [name, field] of Object.entries(SELLER)) fields[field] = wordsOf(seller[name], `seller.${name}`, 200)
  const people = objectOf(body.people, 'people', CALL_PEOPLE)
  for (const who of CALL_PEOPLE) {
    const person = objectOf(people[who], `people.${who}`, Object.keys(PERSON_FIELDS))
    for (const name of Object.keys(PERSON_FIELDS))
      fields[`${who}_${name}`] = wordsOf(person[name], `people.${who}.${name}`, 200)
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

function objectOf(value: unknown, field: string, allowed: readonly string[]): Record<string, unknown> {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value)) throw invalid(field, allowed)
  onlyThese(value as Record<string, unknown>, allowed, `${field}.`)
  return value as Record<string, unknown>
}

/** A misspelt member would silently change what the complaint says. */
function onlyThese(value: Record<string, unknown>, allowed: readonly string[], prefix: string): void {
  for (const name of Object.keys(value)) if (!allowed.includes(name)) throw invalid(`${prefix}${name}`, allowed)
}

function wordsOf(value: unknown, field: string, longest: number): string {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'string' || value.length > longest || value.includes('\0'))
    throw invalid(field, `at most ${longest} characters`)
  return value.trim()
}

// The value itself stays out of the message: it may be somebody's name.
function invalid(field: string, allowed: unknown) {
  return problem('form.invalid', { field, allowed })
}
