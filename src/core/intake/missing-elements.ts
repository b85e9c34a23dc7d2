import type { Said } from '../clock/clock.ts'
import type { Fact } from '../extract/fact.ts'
import { type Call, complainantOf, wantsComplaint, wantsReport } from './call.ts'
import { articleOf, type Element, type ElementId, type IntakeLaw } from './intake-law.ts'

/** One thing not told yet, with the words to ask for it. */
export interface MissingElement {
  id: ElementId
  /** Which of the two it is wanted for. */
  of: 'complaint' | 'report'
  title: Said
  ask: Said
  /** The papers count as missing without it. */
  isRequired: boolean
  /** Undefined where the law of the day has no article on record. */
  article: Said | undefined
}

/**
 * What a complaint (令121 art. 10, before 2026-04-15 令20 art. 9) and a report still lack, required things first.
 * What the story itself names (a company, an amount, a day) counts as told.
 * @param facts read from the story
 * @param attachments how many papers came with it
 * @param day of receipt, which decides the law
 */
export function missingElements(
  law: IntakeLaw,
  call: Call,
  facts: readonly Fact[],
  attachments: number,
  day: string,
): MissingElement[] {
  const told = { call, facts, attachments }
  const of = (kind: 'complaint' | 'report', elements: readonly Element[]) =>
    elements
      .filter(({ id }) => !IS_TOLD[id](told))
      .map(({ id, title, ask, isRequired, articles }) => {
        return { id, of: kind, title, ask, isRequired, article: articleOf(articles, day) }
      })
  const missing = [
    ...(wantsComplaint(call) ? of('complaint', law.elements.complaint) : []),
    ...(wantsReport(call) ? of('report', law.elements.report) : []),
  ]
  return missing.sort((a, b) => Number(b.isRequired) - Number(a.isRequired))
}

/** The ids of what a complaint cannot be accepted without: the fact `missing` of the matter. */
export function requiredOfComplaint(missing: readonly MissingElement[]): string[] {
  return missing.filter(({ of, isRequired }) => of === 'complaint' && isRequired).map(({ id }) => id)
}

interface Told {
  call: Call
  facts: readonly Fact[]
  attachments: number
}

const IS_TOLD: Readonly<Record<ElementId, (told: Told) => boolean>> = {
  complainant_name: ({ call }) => isSaid(complainantOf(call).name),
  // Whoever calls for the complainant can be reached in her place.
  complainant_phone: ({ call }) => isSaid(complainantOf(call).phone) || isSaid(call.people.caller?.phone),
  complainant_address: ({ call }) => isSaid(complainantOf(call).address) || isSaid(call.people.caller?.address),
  respondent: isSellerNamed,
  respondent_place: isSellerPlaced,
  request: ({ call }) => isSaid(call.asks) || call.requests.length > 0,
  story: ({ call }) => hasStory(call, 10),
  known_on: ({ call }) => call.knownOn !== undefined,
  payment: ({ call, facts }) => call.paidFen !== undefined || hasFact(facts, 'principal', 'money'),
  authority: ({ call }) => call.relation === 'self' || call.authority === 'seen',
  accused: (told) => isSellerNamed(told) || hasFact(told.facts, 'account', 'wechat'),
  clue: ({ call }) => hasStory(call, 10),
  when: ({ call, facts }) => call.happenedOn !== undefined || hasFact(facts, 'date'),
  where: (told) => isSellerPlaced(told) || told.call.channel !== undefined || told.call.happenedIn !== undefined,
  evidence: ({ attachments }) => attachments > 0,
}

function isSellerNamed({ call: { seller }, facts }: Told): boolean {
  return seller.operatorId !== undefined || isSaid(seller.name) || isSaid(seller.code) || facts.some(isEnterprise)
}

function isSellerPlaced({ call: { seller }, facts }: Told): boolean {
  return isSaid(seller.address) || seller.region !== undefined || hasFact(facts, 'place')
}

function isEnterprise({ type, role }: Fact): boolean {
  return type === 'party' && (role === 'enterprise' || role === 'respondent')
}

function hasFact(facts: readonly Fact[], ...types: Fact['type'][]): boolean {
  return facts.some(({ type }) => types.includes(type))
}

/** A word or two are no facts of a quarrel. */
function hasStory({ story }: Call, least: number): boolean {
  return story.replace(/\s/g, '').length >= least
}

function isSaid(words: string | undefined): boolean {
  return words !== undefined && words.trim() !== ''
}
