import { isDay } from '../clock/shanghai.ts'
import { CHANNELS, type Channel } from '../document.ts'
import { wasRegion } from '../regions/region.ts'
import { typedRegion } from '../regions/typed-region.ts'
import {
  AUTHORITIES,
  CALL_PEOPLE,
  type Call,
  type CallPerson,
  ELSEWHERE,
  PAY_METHODS,
  PAYERS,
  type Person,
  PURPOSES,
  RELATIONS,
  REQUESTS,
  WANTS,
  type Wants,
} from './call.ts'

/** Fields of the form that name a person, by person: they go to the identities table and nowhere else. */
export const PERSON_FIELDS = {
  name: 'name',
  phone: 'phone',
  id_number: 'idNumber',
  address: 'address',
} as const satisfies Record<string, keyof Person>

/** `caller_name`, `payer_phone` … */
export const IDENTITY_FIELDS: readonly string[] = CALL_PEOPLE.flatMap((person) =>
  Object.keys(PERSON_FIELDS).map((field) => `${person}_${field}`),
)

/** Every other field of the form. */
export const PLAIN_FIELDS = [
  'wants',
  'anonymous',
  'relation',
  'authority',
  'capacity_doubt',
  'payer',
  'operator_id',
  'seller_name',
  'seller_phone',
  'seller_code',
  'seller_address',
  'region',
  'story',
  'happened_on',
  'happened_in',
  'known_on',
  'paid',
  'paid_on',
  'paid_by',
  'paid_for',
  'requests',
  'asks',
  'asked',
  'elsewhere',
  'advertising',
  'channel',
  'called_at',
] as const

/** As typed; a field said several times is joined by commas. */
export type CallFields = Readonly<Record<string, string>>

/** A call with the fields that cannot be used as typed. Those count as not said. */
export interface ReadCall {
  call: Call
  wrong: string[]
}

/**
 * Reads the form. Nothing typed is a mistake of the caller: what cannot be read is told, and the rest stands.
 * @param otherwise what the call is where nobody said
 */
export function readCallFields(fields: CallFields, otherwise: Wants = 'complaint'): ReadCall {
  const wrong: string[] = []
  const said = (name: string) => fields[name]?.trim() ?? ''
  const read = <T>(name: string, of: (value: string) => T | undefined): T | undefined => {
    const value = said(name)
    if (value === '') return undefined
    const found = of(value)
    if (found === undefined) wrong.push(name)
    return found
  }
  const one = <T extends string>(name: string, known: readonly T[]) =>
    read(name, (value) => known.find((each) => each === value))
  const day = (name: string) => read(name, (value) => (isDay(value) ? value : undefined))
  const flag = (name: string) => said(name) !== ''
  const region = (name: string) =>
    read(name, (value) => {
      const code = typedRegion(value)
      return wasRegion(code) ? code : undefined
    })
  const text = (name: string) => said(name) || undefined
  const isAnonymous = flag('anonymous')
  const call: Call = {
    wants: one('wants', WANTS) ?? otherwise,
    isAnonymous,
    relation: one('relation', RELATIONS) ?? 'self',
    authority: one('authority', AUTHORITIES) ?? 'none',
    hasCapacityDoubt: flag('capacity_doubt'),
    ...kept({ payer: one('payer', PAYERS) }),
    people: isAnonymous ? {} : peopleOf(said),
    seller: kept({
      operatorId: text('operator_id'),
      name: text('seller_name'),
      phone: text('seller_phone'),
      code: text('seller_code'),
      address: text('seller_address'),
      region: region('region'),
    }),
    story: fields.story ?? '',
    ...kept({
      happenedOn: day('happened_on'),
      happenedIn: region('happened_in'),
      knownOn: day('known_on'),
      paidFen: read('paid', fenOf),
      paidOn: day('paid_on'),
      paidBy: one('paid_by', PAY_METHODS),
      paidFor: one('paid_for', PURPOSES),
      askedFen: read('asked', fenOf),
      elsewhere: one('elsewhere', ELSEWHERE),
      channel: one(
        'channel',
        CHANNELS.filter((each): each is Exclude<Channel, 'unknown'> => each !== 'unknown'),
      ),
    }),
    requests: said('requests')
      .split(',')
      .flatMap((each) => REQUESTS.find((known) => known === each) ?? []),
    asks: said('asks'),
    isAboutAdvertising: flag('advertising'),
  }
  return { call, wrong }
}

/** Yuan as people type them, `3万`, `12,800.50`, `128000元`, in whole fen; undefined for anything else or a sum beyond sense. */
export function fenOf(typed: string): number | undefined {
  const bare = typed
    .normalize('NFKC')
    .replace(/[,\s¥￥]/g, '')
    .replace(/(?:元|块钱?|圆)(?:整|人民币)?$/, '')
  const [, number, size = ''] = /^(\d{1,9}(?:\.\d{1,4})?)([万千百]?)$/.exec(bare) ?? []
  if (number === undefined) return undefined
  const fen = Math.round(Number(number) * SIZES[size]! * 100)
  return fen <= MOST_FEN ? fen : undefined
}

const SIZES: Readonly<Record<string, number>> = { '': 1, 百: 100, 千: 1000, 万: 10_000 }

/** A hundred thousand million yuan: more is a slip of the pen. */
const MOST_FEN = 10 ** 13

function peopleOf(said: (name: string) => string): Partial<Record<CallPerson, Person>> {
  const people = CALL_PEOPLE.map((person): [CallPerson, Person] => [
    person,
    kept(
      Object.fromEntries(
        Object.entries(PERSON_FIELDS).map(([field, key]) => {
          const value = said(`${person}_${field}`)
          return [key, (key === 'phone' ? bareNumber(value) : value) || undefined]
        }),
      ),
    ),
  ])
  return Object.fromEntries(people.filter(([, person]) => Object.keys(person).length > 0))
}

/** Telephone numbers are met again however they are parted: 139 0000-0001 is 13900000001. */
function bareNumber(typed: string): string {
  const bare = typed.normalize('NFKC').replace(/[\s()-]/g, '')
  return /^(?:\+?86)?1\d{10}$/.test(bare) ? bare.slice(-11) : bare
}

/** Without what was not said. */
function kept<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
