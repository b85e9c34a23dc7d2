import type { Said } from '../clock/clock.ts'
import type { Category } from '../document.ts'
import type { ArticleVersion } from '../procedure/move.ts'

/** Who answers for what: departments, matters with their duties, lines, places and where misdirected papers go. */
export interface ResponsibilityTable {
  /** By id, in the order of the file; so are the other records. */
  departments: Readonly<Record<string, Department>>
  levels: Readonly<Record<Level, Said>>
  /** How departments are called in a region, the first that fits. */
  names: readonly LocalName[]
  /** What an officer may state where no rule finds it. */
  notes: Readonly<Record<string, Said>>
  matters: Readonly<Record<string, SubjectMatter>>
  lines: Readonly<Record<string, LineKind>>
  /** How long a department has for an opinion it is asked for. */
  opinion: { reply: Reply; articles: readonly ArticleVersion[] }
  places: Readonly<Record<string, Said>>
  /** The first that holds decides. */
  venues: readonly VenueRule[]
  /** The first that holds decides. */
  misdirected: readonly MisdirectedRule[]
}

export const LEVELS = ['province', 'city', 'county', 'township'] as const
export type Level = (typeof LEVELS)[number]

export interface Department {
  name: Said
  /** 市监, 处非, 民政: as people say. */
  short: Said
  note: Said | null
  /** False where counties have none of their own. */
  inCounties: boolean
}

export interface LocalName {
  /** Prefix of a GB/T 2260 code. */
  region: string
  department: string
  name: Said
  /** Empty: at every level. */
  levels: readonly Level[]
  confidence: 'V' | 'V*' | 'M'
}

/** What a paper can be about, as departments divide the world. */
export interface SubjectMatter {
  id: string
  title: Said
  lead: string
  /** One of them is enough. */
  signs: readonly Sign[]
  /** Lines it proposes, by id. */
  lines: readonly string[]
  duties: readonly Duty[]
}

/** All that is given must hold. */
export interface Sign {
  /** Codes of rules, one of which found something. */
  codes: readonly string[]
  /** A finding of this category, at least this severe; for a sign with codes, one besides them. */
  category: Category | null
  severity: 1 | 2 | 3 | 4
  label: Category | null
  entity: string | null
  channels: readonly string[]
  /** What an officer stated. */
  note: string | null
  /** One of which stands in the text. */
  words: readonly string[]
}

export interface Duty {
  department: string
  does: Said
  levels: readonly Level[]
  /** Prefixes of GB/T 2260 codes; empty: everywhere. */
  regions: readonly string[]
  /** Newest first. */
  articles: readonly ArticleVersion[]
}

/** A way one intake can go. It opens a matter of our own, or tells another department. */
export interface LineKind {
  id: string
  title: Said
  /** The department that takes it. */
  to: string
  /** Another bureau of the same department, elsewhere. */
  elsewhere: boolean
  /** Offered when the letter asks for it. */
  asks: 'complaint' | 'report' | null
  /** The opening of `moves.yaml` by which a matter of our own begins where the letter asks for it and none fits yet. */
  opens: string | null
  /** The same where the letter does not ask for it, by the state of the matter in which it was found; `any` for the others. */
  found: Readonly<Record<string, string>> | null
  /** The move that carries it out on such a matter, with its own approvals. */
  moves: string | null
  clock: string | null
  reply: Reply | null
  cautions: readonly Caution[]
  articles: readonly ArticleVersion[]
}

/** A period for somebody's answer. `isHouse`: the bureau's own wish, no law sets it. */
export interface Reply {
  n: number
  unit: 'workday' | 'day'
  isHouse: boolean
}

/** Shown with a line; with codes only where one of them was found. */
export interface Caution {
  codes: readonly string[]
  says: Said
}

export const VENUE_OF = ['complaint', 'report', 'penalty', 'fundraising'] as const
export const TRADES = ['offline', 'online_own', 'on_platform'] as const
export const AD_FORMS = ['internet', 'self_published', 'mass_media', 'outdoor', 'printed', 'not_ad'] as const

export interface VenueRule {
  of: (typeof VENUE_OF)[number]
  when: VenueConditions
  /** Competent, by name in `places`. */
  places: readonly string[]
  /** May act when they receive or find it first. */
  also: readonly string[]
  /** Must help. */
  assist: readonly string[]
  /** Where difficult persons elsewhere may be handed over to. */
  handOver: readonly string[]
  level: Level | null
  notes: readonly Said[]
  articles: readonly ArticleVersion[]
}

export interface VenueConditions {
  trade: (typeof TRADES)[number] | null
  ad: (typeof AD_FORMS)[number] | null
  addressShown: boolean | null
  raiser: 'unit' | 'person' | null
}

export const WHAT_TO_DO = ['return_to_receiver', 'refuse', 'tell_reporter'] as const

export interface MisdirectedRule {
  of: readonly ('complaint' | 'report')[]
  /** `unit`: the bureau's receiver sent it to one of its units; `bureau`: the bureau itself has it. Null: either. */
  holder: 'unit' | 'bureau' | null
  /** `market`: within the remit of market regulators, elsewhere. Null: either. */
  remit: 'market' | 'other' | null
  do: (typeof WHAT_TO_DO)[number]
  /** The move of `moves.yaml`, and the ground it takes. */
  move: string | null
  ground: string | null
  says: Said
  articles: readonly ArticleVersion[]
}

/** Whether a matter of our own carries a line: what becomes of it the procedure says. */
export function isOurs({ opens, found }: Pick<LineKind, 'opens' | 'found'>): boolean {
  return opens !== null || found !== null
}

/** What stood on a day; undefined where nothing did. */
export function inForce(articles: readonly ArticleVersion[], day: string): ArticleVersion | undefined {
  return articles.find(({ from, to }) => from <= day && (to === null || day <= to))
}
