import type { Said } from '../clock/clock.ts'
import { type LaidLetter, linesOf, textOf } from './laid-letter.ts'
import { PROTECTED_ROLES, type ProtectedRole } from './sources.ts'
import type { Audience } from './template.ts'

/** A person of the matter whom the party told of may not learn of (令121 第三十七条; 《防范和处置非法集资条例》第十六条). */
export interface ProtectedPerson {
  role: ProtectedRole
  name: string | null
  phones: readonly string[]
  /** Identity card, passport. */
  idNumbers: readonly string[]
  addresses: readonly string[]
  /** Mail, WeChat, bank accounts. */
  others: readonly string[]
}

export interface Named {
  role: ProtectedRole
  by: 'name' | 'phone' | 'id_number' | 'address' | 'other'
  said: Said
}

/** Whom a reader may see named, and of whom she may learn everything else too. */
interface MayLearn {
  name: readonly ProtectedRole[]
  all: readonly ProtectedRole[]
}

/** Those on the side of who complains; who reported is a stranger to them, as far as the law goes. */
const OF_THE_QUARREL: readonly ProtectedRole[] = ['complainant', 'caller', 'payer']

/**
 * Mediation cannot be had without the name of who complains. Another department learns of those who paid, not of who reported; the police and the
 * bureau itself learn what they need.
 */
const MAY_LEARN: Readonly<Record<Audience, MayLearn>> = {
  complainant: { name: OF_THE_QUARREL, all: OF_THE_QUARREL },
  reported: { name: [], all: [] },
  both_parties: { name: ['complainant'], all: [] },
  department: { name: ['complainant', 'payer', 'witness'], all: ['complainant', 'payer', 'witness'] },
  police: { name: PROTECTED_ROLES, all: PROTECTED_ROLES },
  internal: { name: PROTECTED_ROLES, all: PROTECTED_ROLES },
}

/** Whether a template for these readers may ask for what is told of a person in this role. */
export function mayTell(audience: Audience, role: ProtectedRole, what: string): boolean {
  const { name, all } = MAY_LEARN[audience]
  return all.includes(role) || (what === 'name' && name.includes(role))
}

/**
 * Where a letter gives away a protected person to a reader who may not know: by name (also 王某, 王女士), telephone (also with its middle starred),
 * identity number, address (also without its region), or other contact; spaces, dashes, full width and characters without width do not hide them. It says whose, never what.
 */
export function personsNamedIn(letter: LaidLetter, audience: Audience, persons: readonly ProtectedPerson[]): Named[] {
  return personsNamedAmong(linesOf(letter).map(textOf), audience, persons)
}

/** The same of words that go with a letter: titles of exhibits, notes of their custody. */
export function personsNamedAmong(
  words: readonly string[],
  audience: Audience,
  persons: readonly ProtectedPerson[],
): Named[] {
  const { name, all: told } = MAY_LEARN[audience]
  // Who stands in two parts is known by the one that may be told of.
  const known = new Set(persons.filter(({ role }) => name.includes(role)).map((person) => person.name))
  // Line by line and run together: a name may be spread over cells of a form.
  const all = words.map(plain).join('\n')
  return persons.flatMap((person) => {
    if (told.includes(person.role)) return []
    const named: Named['by'][] = []
    if (person.name !== null && !known.has(person.name) && isNamed(person.name, all)) named.push('name')
    if (person.phones.some((phone) => hasNumber(phone, all))) named.push('phone')
    if (person.idNumbers.some((id) => hasNumber(id, all))) named.push('id_number')
    if (person.addresses.some((address) => hasAddress(address, all))) named.push('address')
    if (person.others.some((other) => plain(other).length >= 4 && all.includes(plain(other)))) named.push('other')
    return named.map((by) => ({ role: person.role, by, said: sayNamed(person.role, by) }))
  })
}

/** Words that go with a letter, each protected person its reader may not learn of made ××. */
export function withoutPersons(words: string, audience: Audience, persons: readonly ProtectedPerson[]): string {
  const { all: told } = MAY_LEARN[audience]
  const secrets = persons
    .filter(({ role }) => !told.includes(role))
    .flatMap(({ name, phones, idNumbers, addresses, others }) => [
      name ?? '',
      ...phones,
      ...idNumbers,
      ...addresses,
      ...others,
    ])
    .filter((secret) => secret.length >= 2)
  return secrets.sort((a, b) => b.length - a.length).reduce((bare, secret) => bare.replaceAll(secret, '××'), words)
}

/** Width, case, spaces, dashes, dots and what has no width aside. */
function plain(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-—·.．\p{Cf}\p{Cc}]/gu, '')
}

const TITLES = '(?:某某?|××?|xx?|\\*{1,2}|女士|先生|老人|老太|大爷|大妈|阿姨|叔叔|奶奶|爷爷|老师)'

function isNamed(name: string, all: string): boolean {
  const whole = plain(name)
  if (whole.length < 2) return false
  if (all.includes(whole)) return true
  if (!/^\p{Script=Han}+$/u.test(whole) || whole.length > 4) return false
  const surname = whole.slice(0, whole.length === 4 ? 2 : 1)
  return new RegExp(`${surname}${TITLES}`).test(all)
}

/** Seven figures or more; a starred middle gives the rest away. */
function hasNumber(number: string, all: string): boolean {
  const digits = plain(number).replace(/[^0-9a-z]/g, '')
  if (digits.length < 7) return false
  if (all.includes(digits)) return true
  return new RegExp(`${digits.slice(0, 3)}\\w{0,4}[*x×]{3,}\\w{0,4}${digits.slice(-4)}`).test(all)
}

function hasAddress(address: string, all: string): boolean {
  const whole = plain(address)
  const within = whole
    .replace(/^.*?(?:省|自治区)/, '')
    .replace(/^.*?(?:市|州|盟)/, '')
    .replace(/^.*?[区县旗]/, '')
  return [whole, within].some((each) => each.length >= 5 && all.includes(each))
}

const ROLE_WORDS: Readonly<Record<ProtectedRole, Said>> = {
  complainant: { zh: '投诉人', en: 'the complainant' },
  reporter: { zh: '举报人', en: 'the reporter' },
  caller: { zh: '来电人', en: 'the caller' },
  payer: { zh: '付款人', en: 'the payer' },
  witness: { zh: '证人', en: 'a witness' },
}

const BY_WORDS: Readonly<Record<Named['by'], Said>> = {
  name: { zh: '姓名', en: 'name' },
  phone: { zh: '电话', en: 'telephone' },
  id_number: { zh: '证件号码', en: 'identity number' },
  address: { zh: '住址', en: 'address' },
  other: { zh: '其他联系方式或者账号', en: 'other contact or account' },
}

function sayNamed(role: ProtectedRole, by: Named['by']): Said {
  return {
    zh: `文书中出现${ROLE_WORDS[role].zh}的${BY_WORDS[by].zh}，收件一方依法不得知悉`,
    en: `the ${BY_WORDS[by].en} of ${ROLE_WORDS[role].en} stands in it, which its reader may not learn`,
  }
}

/** The role whose persons a path tells of: `complainant.name`. */
export function roleOfPath(path: string): ProtectedRole | null {
  return PROTECTED_ROLES.find((role) => path.startsWith(`${role}.`)) ?? null
}
