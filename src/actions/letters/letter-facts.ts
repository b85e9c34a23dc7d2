import type { Knex } from 'knex'
import type { Said } from '../../core/clock/clock.ts'
import { CATEGORIES, type Category } from '../../core/document.ts'
import type { ProtectedPerson } from '../../core/letter/protected-person.ts'
import { readTyped } from '../../core/letter/read-typed.ts'
import type { LetterFacts, Value } from '../../core/letter/sources.ts'
import type { LetterTemplate } from '../../core/letter/template.ts'
import { countClocks } from '../../core/procedure/counted-clock.ts'
import { bureauFor, particularsOf } from '../../store/letterheads.ts'
import { letterById, lettersOf, type Typed } from '../../store/letters.ts'
import { identitiesOfMatter } from '../../store/matter-people.ts'
import { type MatterFile, matterEvents, mattersOfBundle } from '../../store/matters.ts'
import { officerNames } from '../../store/officers.ts'
import { identifiersOf, operatorById } from '../../store/operators.ts'
import type { Parts } from '../parts.ts'
import { exhibitFacts } from './letter-exhibits.ts'
import { measureFacts, moveFacts } from './letter-moves.ts'
import { penaltyFacts } from './letter-penalty.ts'

/** Everything a letter may take its facts from, gathered for one template. */
export interface LetterSubject {
  facts: LetterFacts
  /** What was typed and cannot be read. */
  unreadable: Said[]
  /** Whom the party told of may not learn of. */
  persons: ProtectedPerson[]
}

/** The facts of a matter for one letter: from the matter and its exhibits, from its bureau, and from what the officer typed. */
export async function letterSubject(
  db: Knex,
  parts: Pick<Parts, 'procedure' | 'compiled' | 'discretion'>,
  file: MatterFile,
  template: LetterTemplate,
  { typed, corrects, day, draftedBy }: { typed: Typed; corrects: string | null; day: string; draftedBy: string },
): Promise<LetterSubject> {
  const { facts: inputs, unreadable } = readTyped(template, typed)
  const bundle = await mattersOfBundle(db, file.bundleId)
  const known: Record<string, Value | null | undefined> = {
    ...(await bureauFacts(db, file)),
    ...(await matterFacts(db, parts, file, draftedBy)),
    ...(await operatorFacts(db, file)),
    ...personFacts(await identitiesOfMatter(db, file.id)),
    ...(await moveFacts(db, parts, file, template)),
    ...(await measureFacts(db, parts, bundle)),
    ...(await exhibitFacts(db, file.id)),
    ...(await letterFacts(db, file, typed, corrects)),
    ...(await penaltyFacts(db, parts, file, { typed, inputs, day })),
    ...inputs,
  }
  const facts = Object.fromEntries(
    Object.entries(known).filter((entry): entry is [string, Value] => entry[1] !== null && entry[1] !== undefined),
  )
  return { facts, unreadable, persons: await protectedPersons(db, file) }
}

/** Everybody sealed away with any matter of the letter. */
export async function protectedPersons(
  db: Knex,
  { bundleId }: Pick<MatterFile, 'bundleId'>,
): Promise<ProtectedPerson[]> {
  const bundle = await mattersOfBundle(db, bundleId)
  return (await Promise.all(bundle.map(({ id }) => identitiesOfMatter(db, id)))).flat().map(asProtected)
}

async function bureauFacts(db: Knex, file: MatterFile): Promise<LetterFacts> {
  const { fields } = await bureauFor(db, file.region)
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`bureau.${name}`, value]))
}

async function matterFacts(
  db: Knex,
  { procedure }: Pick<Parts, 'procedure'>,
  file: MatterFile,
  draftedBy: string,
): Promise<LetterFacts> {
  // A complaint has no handlers; whoever writes handles it.
  const handlers = file.kind === 'complaint' && file.matter.handlers.length === 0 ? [draftedBy] : file.matter.handlers
  const names = await officerNames(db, handlers)
  const events = await matterEvents(db, file.id)
  const filed = events.findLast(({ type, move }) => type === 'made' && move === 'file')
  const clocks = countClocks(procedure, file.matter)
  return {
    'matter.number': file.number,
    'matter.title': await causeOf(db, file),
    'matter.origin': ORIGINS[file.source] + (file.platform ? `（${file.platform}）` : ''),
    'matter.received_at': file.receivedAt,
    ...(filed && { 'matter.filed_at': filed.at }),
    'matter.handlers': handlers.map((id) => names.get(id) ?? '').join('、'),
    // A clock may have run before; the newest run counts.
    ...Object.fromEntries(clocks.flatMap(({ clock, dueDay }) => (dueDay ? [[`clock.${clock}.due`, dueDay]] : []))),
  }
}

/** 案由: as the newest form of filing names it, else by what the matter is mostly about, else as it is called. */
async function causeOf(db: Knex, file: MatterFile): Promise<string> {
  const forms = (await lettersOf(db, file.id)).filter(
    ({ type, issue }) => issue && (type === 'filing-form' || type === 'non-filing-form'),
  )
  const named = forms.at(-1)?.typed.cause
  if (typeof named === 'string' && named !== '') return named
  const category = CATEGORIES.find((known) => known === file.category)
  return category ? CAUSES[category] : file.title
}

const CAUSES: Readonly<Record<Category, string>> = {
  illegal_fundraising: '涉嫌非法集资线索',
  deceptive_sales: '涉嫌欺诈消费',
  false_advertising: '涉嫌虚假宣传',
}

/** As a form of approval says where a case came from. */
const ORIGINS: Readonly<Record<MatterFile['source'], string>> = {
  hotline: '热线来电',
  import: '平台转办',
  api: '平台转办',
  desk: '执法检查中发现或者其他部门移交',
  lead: '监测发现',
  matter: '办理其他事项中发现',
}

async function operatorFacts(db: Knex, file: MatterFile): Promise<Record<string, Value | undefined>> {
  const operator = file.operatorId ? await operatorById(db, file.operatorId) : undefined
  if (!operator) return { 'operator.name': file.operatorSaid }
  const identifiers = await identifiersOf(db, operator.id)
  const { fields } = await particularsOf(db, operator.id)
  return {
    'operator.name': operator.name,
    'operator.code': identifiers.find(({ kind }) => kind === 'credit_code')?.value ?? fields.code,
    'operator.person': fields.person,
    'operator.address': fields.address,
    'operator.phone': fields.phone,
    'operator.registered_place': fields.registered_place,
  }
}

type Person = Awaited<ReturnType<typeof identitiesOfMatter>>[number]

function personFacts(people: readonly Person[]): Record<string, Value | undefined> {
  const inPart = (...roles: Person['role'][]) =>
    roles.map((role) => people.find((each) => each.role === role)).find((each) => each !== undefined)
  const complainant = inPart('complainant', 'victim', 'caller')
  const reporter = inPart('reporter')
  return {
    'complainant.name': complainant?.name,
    'complainant.phone': complainant?.phone,
    'complainant.address': complainant?.address,
    'reporter.name': reporter?.name,
  }
}

function asProtected(person: Person): ProtectedPerson {
  return {
    role: person.role === 'victim' ? 'complainant' : person.role,
    name: person.name ?? null,
    phones: person.phone ? [person.phone] : [],
    idNumbers: person.idNumber ? [person.idNumber] : [],
    addresses: person.address ? [person.address] : [],
    others: [],
  }
}

/** What other letters of the matter say. */
async function letterFacts(
  db: Knex,
  file: MatterFile,
  typed: Typed,
  corrects: string | null,
): Promise<Record<string, Value | undefined>> {
  const issued = (await lettersOf(db, file.id)).filter(({ issue }) => issue !== null)
  const last = (type: string) => issued.findLast((letter) => letter.type === type && letter.correctedBy === null)?.issue
  const events = await matterEvents(db, file.id)
  const made = (...moves: string[]) => events.findLast(({ type, move }) => type === 'made' && moves.includes(move))?.at
  const served = issued.find(({ id }) => id === typed['served.letter'])
  const corrected = corrects === null ? undefined : await letterById(db, corrects)
  return {
    'noticed.number': last('penalty-notice')?.number ?? undefined,
    'noticed.served_at': made('serve_notice', 'notice_deemed_served'),
    'decided.number': last('penalty-decision')?.number ?? undefined,
    'decided.at': made('decide_penalty', 'decide_no_penalty'),
    'served.title': served?.issue?.laid.title.map(({ text }) => text).join(''),
    'served.number': served?.issue?.number ?? undefined,
    'letter.corrects': corrected?.issue
      ? `${corrected.issue.number ?? ''}《${corrected.issue.laid.title.map(({ text }) => text).join('')}》`
      : undefined,
  }
}
