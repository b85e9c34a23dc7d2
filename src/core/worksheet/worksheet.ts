import type { Calendar } from '../clock/calendar.ts'
import type { Clock, Said } from '../clock/clock.ts'
import { dueOf } from '../clock/due.ts'
import { type Act, type ActSheet, actSheet, type LawSettled, type PenaltyLine } from './act-sheet.ts'
import type { Cited, Discretion } from './discretion.ts'
import { type FineRange, yuanOf } from './fine-range.ts'
import { type Hearing, type HearingLeftOut, hearingOf, type Party } from './hearing.ts'
import { type Publication, publicationOf, type Seat } from './publication.ts'
import { type LegalGround, type ReviewDemanded, reviewOf } from './review.ts'
import { bandOf, type FoundFactor, type Weighed, weigh } from './weigh.ts'

/** What a person puts into the worksheet of a decision. Money in fen, days `YYYY-MM-DD`. */
export interface WorksheetInput {
  acts: readonly Act[]
  party: Party
  /** Six digits of GB/T 2260, for the hearing's threshold. */
  region: string | null
  law: LawSettled
  factors: readonly FoundFactor[]
  /** When the conduct ended, when the bureau found it, and whether life, health or financial safety was harmed: for the limitation. */
  limitation: { endedOn: string | null; foundOn: string | null; serious: boolean }
  grounds: readonly LegalGround[]
  isHeard: boolean
  seat: Seat
  /** 较低数额罚款, as the province draws the line; null while nobody said. */
  isLowFine: boolean | null
  proposed: Proposed | null
  hearingLeftOut?: HearingLeftOut | null
  /** Decided on the spot (简易程序). */
  isSummary: boolean
  /** The day of the decision, and today where there is none: the law of that day measures. */
  decidedOn: string | null
  today: string
}

/** What the officer proposes for all acts together. */
export interface Proposed {
  fineFen: number
  warning: boolean
  criticism: boolean
  confiscate: boolean
  licence: boolean
  closure: boolean
  reason: string
}

export interface Worksheet {
  acts: (ActSheet & { band: (FineRange & Cited) | null; reducedBelowFen: number | null })[]
  /** Penalties of other departments, to be handed over and no part of our range. */
  referred: PenaltyLine[]
  weighed: Weighed
  /**
   * All acts together: separate acts are fined one by one. `floorFen` is 0 where no fine must be; where there is one it is `leastFen` or more.
   * `capFen` is null while a sum must be found.
   */
  total: { floorFen: number; leastFen: number; capFen: number | null; takenFen: number | null }
  barred: { is: boolean; why: Said } | null
  hearing: Hearing
  review: ReviewDemanded
  publication: Publication
  /** The decision on the spot is open for it (程序规定第六十六条). */
  summaryOpen: boolean
  /** Why what is proposed does not fit the law. */
  objections: Said[]
  questions: Said[]
}

export interface WorksheetBooks {
  discretion: Discretion
  clocks: Readonly<Record<string, Clock>>
  calendar: Calendar
}

/** Everything the law says about a decision on these acts. It proposes ranges; a person fixes the amount. */
export function worksheetOf(input: WorksheetInput, books: WorksheetBooks): Worksheet {
  const { discretion } = books
  const day = input.decidedOn ?? input.today
  const weighed = weigh(input.factors, discretion, day)
  const acts = input.acts.map((act) => {
    const sheet = actSheet(act, input.law, discretion)
    const range = sheet.fine.kind === 'range' ? sheet.fine.range : null
    return {
      ...sheet,
      band: range && bandOf(range, weighed.direction, discretion, day),
      reducedBelowFen: range && weighed.mayReduce && range.floorFen > 0 ? range.floorFen : null,
    }
  })
  const total = totalOf(acts)
  const { proposed } = input
  const isNone = weighed.direction === 'no_penalty'
  const hearing = hearingOf(
    {
      fineFen: proposed
        ? [proposed.fineFen, proposed.fineFen]
        : isNone
          ? [0, 0]
          : [leastOf(acts, weighed), total.capFen],
      takenFen: taken(proposed, isNone, total.takenFen),
      licence: measureOf(proposed?.licence, !isNone && acts.some(({ licence }) => licence)),
      closure: measureOf(proposed?.closure, !isNone && acts.some(({ closure }) => closure)),
    },
    input.party,
    input.region,
    day,
    discretion,
  )
  const summaryOpen = isSummaryOpen(proposed, input.party)
  return {
    acts,
    referred: acts.flatMap(({ lines }) => lines.filter(({ status }) => status === 'referred')),
    weighed,
    total,
    barred: barredOf(input.limitation, books),
    hearing,
    review: reviewOf(acts, hearing, { grounds: input.grounds, isHeard: input.isHeard }, discretion),
    publication: publicationOf({ kind: publishedAs(input), seat: input.seat }, input.decidedOn, books),
    summaryOpen,
    objections: [
      ...(proposed ? objectionsOf(proposed, acts, total, weighed) : []),
      ...(input.isSummary && !summaryOpen ? [NO_SUMMARY] : []),
      ...leftOutObjections(hearing, input.hearingLeftOut ?? null),
    ],
    questions: [
      ...acts.flatMap(({ questions }) => questions),
      ...(weighed.direction === 'weigh' ? [BOTH_WAYS] : []),
      ...hearingQuestions(hearing, input),
      ...weighed.unknown.map((id) => say(`情节“${id}”当日没有依据`, `"${id}" has no basis on that day`)),
    ],
  }
}

function totalOf(acts: readonly ActSheet[]): Worksheet['total'] {
  const ranges = acts.map(({ fine }) => (fine.kind === 'range' ? fine.range : fine.kind === 'open' ? null : NOTHING))
  const taken = acts.map(({ confiscation }) => confiscation.fen)
  const must = ranges.filter((_, i) => !acts[i]!.fineMayBeLeftOut)
  const may = ranges.flatMap((range, i) => (range && acts[i]!.fineMayBeLeftOut ? [range.floorFen] : []))
  const floorFen = sum(must.map((range) => range?.floorFen ?? 0))
  return {
    leastFen: floorFen > 0 || may.length === 0 ? floorFen : Math.min(...may),
    floorFen,
    capFen: ranges.some((range) => range === null || range.capFen === null)
      ? null
      : sum(ranges.map((range) => range!.capFen!)),
    takenFen: taken.some((fen) => fen === null) ? null : sum(taken.map((fen) => fen!)),
  }
}

const NOTHING = { floorFen: 0, capFen: 0 }

/** What the fine may come to at the least, with what lets it fall below the lowest amount. */
function leastOf(acts: readonly ActSheet[], { mayReduce, direction }: Weighed): number {
  return mayReduce || direction === 'may_no_penalty' ? 0 : totalOf(acts).floorFen
}

function taken(proposed: Proposed | null, isNone: boolean, fen: number | null): [number, number | null] {
  if (proposed && !proposed.confiscate) return [0, 0]
  return isNone ? [0, 0] : [fen ?? 0, fen]
}

/** T13 held against the day the bureau found the breach (行政处罚法第三十六条). */
function barredOf(
  { endedOn, foundOn, serious }: WorksheetInput['limitation'],
  { clocks, calendar }: WorksheetBooks,
): Worksheet['barred'] {
  if (endedOn === null || foundOn === null) return null
  const { due, dueAlt, explain } = dueOf(clocks.T13!, endedOn, [], calendar, serious ? 'serious' : 'ordinary')
  const last = dueAlt ?? due
  if (last === null) return { is: false, why: explain.at(-1)! }
  return foundOn > last
    ? {
        is: true,
        why: say(
          `${last} 届满，发现于 ${foundOn}，不再处罚`,
          `it ended on ${last} and was found on ${foundOn}: no penalty`,
        ),
      }
    : {
        is: false,
        why: say(`${last} 届满，发现于 ${foundOn}，未超过`, `it ended on ${last}; found on ${foundOn}, in time`),
      }
}

function measureOf(proposed: boolean | undefined, isOpen: boolean): 'yes' | 'perhaps' | 'no' {
  if (proposed !== undefined) return proposed ? 'yes' : 'no'
  return isOpen ? 'perhaps' : 'no'
}

function publishedAs({ proposed, isLowFine, isSummary }: WorksheetInput): 'warning' | 'summary' | 'low' | 'other' {
  if (isSummary) return 'summary'
  if (!proposed) return isLowFine === true ? 'low' : 'other'
  const isMore = proposed.fineFen > 0 || proposed.confiscate || proposed.licence || proposed.closure
  if (proposed.warning && !isMore && !proposed.criticism) return 'warning'
  const isHigh =
    proposed.confiscate || proposed.licence || proposed.closure || (proposed.fineFen > 0 && isLowFine !== true)
  return isHigh ? 'other' : 'low'
}

/** A warning, or a fine of 200 yuan for a person and 3,000 for a body at most, and nothing else. */
function isSummaryOpen(proposed: Proposed | null, party: Party): boolean {
  if (!proposed || proposed.confiscate || proposed.licence || proposed.closure || proposed.criticism) return false
  return (proposed.warning || proposed.fineFen > 0) && proposed.fineFen <= (party === 'person' ? 20_000 : 300_000)
}

function objectionsOf(
  proposed: Proposed,
  acts: Worksheet['acts'],
  total: Worksheet['total'],
  weighed: Weighed,
): Said[] {
  const objections: Said[] = []
  const object = (zh: string, en: string) => objections.push(say(zh, en))
  const { fineFen } = proposed
  if (proposed.reason.trim() === '') object('须写明裁量理由（程序规定第四十八条）', 'say why (Procedure Rules art. 48)')
  if (weighed.direction === 'no_penalty')
    object('有应当不予处罚的情形', 'there is a circumstance that forbids a penalty')
  if (total.capFen !== null && fineFen > total.capFen)
    object(`罚款高于上限 ${yuanOf(total.capFen)} 元`, `above the highest amount of ${yuanOf(total.capFen)} yuan`)
  const least = fineFen === 0 ? total.floorFen : total.leastFen
  if (fineFen < least && !weighed.mayReduce && weighed.direction !== 'may_no_penalty')
    object(
      `罚款低于下限 ${yuanOf(least)} 元，且无减轻情形（行政处罚法第三十二条）`,
      `below the lowest amount of ${yuanOf(least)} yuan without a ground for reduction (Penalty Law art. 32)`,
    )
  if (proposed.licence && !acts.some(({ licence }) => licence))
    object('没有吊销执照的依据，或者情节未认定为严重', 'nothing allows revocation, or the case is not a grave one')
  if (proposed.closure && !acts.some(({ closure }) => closure))
    object('没有责令停业的依据，或者情节未认定为严重', 'nothing allows closure, or the case is not a grave one')
  if (!proposed.confiscate && (total.takenFen ?? 0) > 0)
    object('有违法所得应当没收（行政处罚法第二十八条）', 'the gains shall be taken (Penalty Law art. 28)')
  for (const act of acts)
    if (act.serious && act.seriousReason.trim() === '')
      object(`“${act.title}”情节严重须写明理由`, `say why "${act.title}" is grave`)
  for (const { title, reason } of weighed.factors)
    if (reason.trim() === '') object(`“${title.zh}”须写明理由`, `say why: ${title.en}`)
  return objections
}

/** Amounts that nobody has looked up are a proposal: a person confirms them, and until she has, the right is told of. */
function hearingQuestions(hearing: Hearing, { proposed, hearingLeftOut }: WorksheetInput): Said[] {
  if (!proposed || hearing.needed === 'no' || hearing.isFirm || hearingLeftOut) return []
  return [
    say(
      '听证数额标准的原文未核：核对之前按应当告知听证权利办理；核对后认为未达到的，在“拟处罚”中注明理由',
      'the amounts for a hearing have not been looked up: until they are, the right is told of; who finds them not reached says why under the proposal',
    ),
  ]
}

function leftOutObjections(hearing: Hearing, leftOut: HearingLeftOut | null): Said[] {
  if (!leftOut) return []
  if (leftOut.reason.trim() === '')
    return [
      say('不告知听证权利的，须写明核对情况和理由', 'say what was looked up, where the right to a hearing is left out'),
    ]
  return hearing.isFirm
    ? [
        say(
          '应当告知听证权利，不得不告知（行政处罚法第六十三条）',
          'the right to a hearing must be told of (Penalty Law art. 63)',
        ),
      ]
    : []
}

const BOTH_WAYS = say('从轻与从重情节并存，须综合权衡并说明', 'circumstances pull both ways; weigh them and say how')

const NO_SUMMARY = say(
  '简易程序限于警告，或者对自然人二百元以下、对单位三千元以下罚款（程序规定第六十六条）',
  'on the spot only a warning, or up to 200 yuan for a person and 3,000 for a body (Procedure Rules art. 66)',
)

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, each) => all + each, 0)
}

function say(zh: string, en: string): Said {
  return { zh, en }
}
