import type { Choice, CitedBasis } from '../check/finding.ts'
import type { Said } from '../clock/clock.ts'
import type { Discretion } from './discretion.ts'
import { type Fine, type FineRange, fineOf, SUM_TITLES, type SumName, type Sums } from './fine-range.ts'
import { heaviestOf, type OneFine } from './one-fine.ts'
import { penaltiesOf, type Version, type WhichLaw, whichLaw } from './which-law.ts'

/** A finding an officer upheld. */
export interface UpheldFinding {
  id: string
  code: string
  quote: string
  basis: readonly CitedBasis[]
  choice?: Choice
  /** Which version of a changed law a person chose for it. */
  version: Version | null
}

/** One act in law (同一个违法行为), with the findings that tell of it and what is known of its sums. */
export interface Act {
  id: string
  title: string
  findings: readonly UpheldFinding[]
  sums: Sums
  /** What the law demands be paid back to those who paid (依法应当退赔). */
  refundFen: number
  /** 情节严重: the graver tier. */
  serious: boolean
  seriousReason: string
}

/** What a person settled about the law, by the id of the article. */
export interface LawSettled {
  /** Conditions of articles (若属广告): they hold, or do not. */
  conditions: Readonly<Record<string, boolean>>
  /** Articles whose text was looked up, though the rulebook has them at second hand or from memory. */
  confirmed: readonly string[]
}

/**
 * `applies` counts towards the fine. `shared`: so does it, and another department might impose it too. `referred`: another department's alone.
 * `alternative`: a source that conflicts with the preferred one. `gives_way`: a more special law goes first. `other_version`: the law that was not
 * taken. `conditional`: on something not settled. `excluded`: its condition does not hold. `to_confirm`: its text has not been looked up.
 */
export type PenaltyStatus =
  | 'applies'
  | 'shared'
  | 'referred'
  | 'alternative'
  | 'gives_way'
  | 'other_version'
  | 'conditional'
  | 'excluded'
  | 'to_confirm'

export interface PenaltyLine {
  id: string
  article: string
  department: string
  status: PenaltyStatus
  why: Said | null
  version: Version | null
  confidence: CitedBasis['confidence']
  /** Breached articles it punishes. */
  punishes: string[]
  fine: Fine
  /** The fine may be left out: a warning or confiscation alone. */
  may: boolean
  licence: boolean
  closure: boolean
  besides: Said | null
  /** What to settle where other articles count too. */
  caution: Said | null
  /** Sources that conflict share a key. */
  key: string | null
}

/** What may be taken, less what is paid back; null where the gains are not known. */
export interface Confiscation {
  fen: number | null
  how: Said
}

export interface ActSheet {
  id: string
  title: string
  findings: readonly { id: string; code: string; quote: string }[]
  lines: PenaltyLine[]
  law: WhichLaw[]
  /** One act, one fine. */
  fine: OneFine
  /** What the fine would be if another of the conflicting sources were taken. */
  otherwise: { id: string; article: string; range: FineRange }[]
  confiscation: Confiscation
  licence: boolean
  closure: boolean
  /** The fine of the article taken may be left out. */
  fineMayBeLeftOut: boolean
  serious: boolean
  seriousReason: string
  /** What must be settled before the range stands. */
  questions: Said[]
}

/** What one act may cost: each article that punishes it, and the one fine that follows (行政处罚法第二十八、二十九条). */
export function actSheet(act: Act, settled: LawSettled, discretion: Discretion): ActSheet {
  const law = act.findings.flatMap(({ choice, version }) => whichLaw(choice, version) ?? [])
  const lines = setAside(linesOf(act, settled, discretion), discretion)
  const counted = lines.filter(({ status }) => status === 'applies' || status === 'shared')
  const fine = heaviestOf(counted)
  const taken = counted.find(({ id }) => id === fine.by)
  return {
    id: act.id,
    title: act.title,
    findings: act.findings.map(({ id, code, quote }) => ({ id, code, quote })),
    lines,
    law,
    fine,
    otherwise: lines.flatMap((line) =>
      line.status === 'alternative' && line.fine.kind === 'range'
        ? [{ id: line.id, article: line.article, range: line.fine.range }]
        : [],
    ),
    confiscation: confiscationOf(act),
    licence: counted.some(({ licence }) => licence),
    closure: counted.some(({ closure }) => closure),
    fineMayBeLeftOut: taken?.may ?? counted.every(({ may }) => may),
    serious: act.serious,
    seriousReason: act.seriousReason,
    questions: questionsOf(lines, law, fine),
  }
}

function linesOf(act: Act, settled: LawSettled, discretion: Discretion): PenaltyLine[] {
  const lines = act.findings.flatMap(({ basis, choice, version: chosen }) => {
    const law = whichLaw(choice, chosen)
    return penaltiesOf(basis, choice).map(({ cited, version }) => {
      const line = lineOf(cited, version, act, discretion)
      const isOther = version !== null && law !== null && version !== law.taken
      return isOther ? { ...line, status: 'other_version' as const, why: law.why } : standing(line, cited, settled)
    })
  })
  return merged(lines)
}

function lineOf(
  cited: CitedBasis,
  version: Version | null,
  act: Act,
  { readings, departments }: Discretion,
): PenaltyLine {
  const { id, article, penalty, pairs = [], alternatives, confidence } = cited
  const reading = readings[id]
  const competence = departments[penalty!.department] ?? 'shared'
  const isDue = (when: 'always' | 'serious' | null | undefined) =>
    when === 'always' || (when === 'serious' && act.serious)
  return {
    id,
    article,
    department: penalty!.department,
    status: competence === 'ours' ? 'applies' : competence,
    why: alternatives?.why ?? null,
    version,
    confidence,
    punishes: [...pairs],
    fine: fineOf(penalty!, reading, act.sums, act.serious),
    may: reading?.may ?? false,
    licence: isDue(reading?.licence),
    closure: isDue(reading?.closure),
    besides: penalty!.besides ?? null,
    caution: reading?.caution ?? null,
    key: alternatives?.key ?? null,
  }
}

/** What a person still has to settle comes first: another department's penalty stays shown as such. */
function standing(line: PenaltyLine, cited: CitedBasis, { conditions, confirmed }: LawSettled): PenaltyLine {
  if (line.status === 'referred') return line
  if (cited.condition !== undefined && conditions[cited.id] !== true) {
    const why = { zh: cited.condition, en: cited.condition }
    return { ...line, status: conditions[cited.id] === false ? 'excluded' : 'conditional', why }
  }
  if (cited.confidence !== 'V' && !confirmed.includes(cited.id)) return { ...line, status: 'to_confirm' }
  if (cited.alternatives?.preferred === false) return { ...line, status: 'alternative', why: cited.alternatives.why }
  return line
}

/** One article cited by several findings stands once; the status that counts most holds, and what it punishes adds up. */
function merged(lines: readonly PenaltyLine[]): PenaltyLine[] {
  const byId = new Map<string, PenaltyLine>()
  for (const line of lines) {
    const before = byId.get(`${line.id} ${line.version}`)
    const first = before && RANK.indexOf(before.status) <= RANK.indexOf(line.status) ? before : line
    const punishes = [...new Set([...(before?.punishes ?? []), ...line.punishes])]
    byId.set(`${line.id} ${line.version}`, { ...first, punishes })
  }
  return [...byId.values()]
}

const RANK: readonly PenaltyStatus[] = [
  'applies',
  'shared',
  'referred',
  'alternative',
  'gives_way',
  'conditional',
  'to_confirm',
  'other_version',
  'excluded',
]

/**
 * A preferred source that does not stand (to be confirmed, excluded) leaves its place to the next; and a general law gives way to a special one
 * that punishes the same act.
 */
function setAside(lines: readonly PenaltyLine[], { readings }: Discretion): PenaltyLine[] {
  const counts = ({ status }: PenaltyLine) => status === 'applies' || status === 'shared'
  const standing = lines.map((line) => {
    const rivals = lines.filter(({ id, key }) => id !== line.id && key !== null && key === line.key)
    const isNext = line.status === 'alternative' && !rivals.some((each) => counts(each) || isWaiting(each))
    return isNext ? { ...line, status: 'applies' as const } : line
  })
  return standing.map((line) => {
    const { givesWayTo = [], givesWayOf = null } = readings[line.id] ?? {}
    const yields = givesWayOf === null || line.punishes.every((breach) => givesWayOf.includes(breach))
    const first =
      counts(line) && yields ? standing.find((each) => counts(each) && givesWayTo.includes(each.id)) : undefined
    const why = first && { zh: `属${first.article}的情形，从其规定`, en: `${first.article} goes first` }
    return why ? { ...line, status: 'gives_way' as const, why } : line
  })
}

function isWaiting({ status }: PenaltyLine): boolean {
  return status === 'conditional' || status === 'to_confirm'
}

function confiscationOf({ sums: { gains }, refundFen }: Act): Confiscation {
  if (gains.state === 'unknown') return { fen: null, how: { zh: '违法所得待查明', en: 'the gains are to be found' } }
  if (gains.state !== 'known')
    return gains.state === 'none'
      ? { fen: 0, how: { zh: '没有违法所得', en: 'no gains' } }
      : { fen: null, how: { zh: '违法所得无法计算，须说明理由', en: 'the gains cannot be reckoned; say why' } }
  const fen = Math.max(0, gains.fen - refundFen)
  return { fen, how: { zh: '违法所得扣除依法应当退赔的部分', en: 'the gains less what is paid back by law' } }
}

function questionsOf(lines: readonly PenaltyLine[], law: readonly WhichLaw[], fine: OneFine): Said[] {
  const of = (...statuses: PenaltyStatus[]) => lines.filter(({ status }) => statuses.includes(status))
  const needs = new Set<SumName>(fine.kind === 'open' ? fine.needs : [])
  return [
    ...law.filter(({ isProposed }) => isProposed).map(({ why }) => why),
    ...of('conditional').map(({ article, why }) => ask(`${article}：${why?.zh}？`, `${article}: ${why?.en}?`)),
    ...of('to_confirm').map(({ article }) =>
      ask(`${article}：须核对原文后方可引用`, `${article}: look the text up first`),
    ),
    ...of('shared').map(({ article, department }) =>
      ask(
        `${article}：由“${department}”处罚，须确认由本部门办理`,
        `${article}: imposed by ${department}; confirm that it is for us`,
      ),
    ),
    ...of('alternative').map(({ article, why }) =>
      ask(
        `${article}：与所选依据冲突（${why?.zh}），并列供审核选定`,
        `${article} conflicts with the source taken (${why?.en})`,
      ),
    ),
    ...(of('applies', 'shared').length > 1
      ? of('applies', 'shared').flatMap(({ article, caution }) =>
          caution ? [ask(`${article}：${caution.zh}`, `${article}: ${caution.en}`)] : [],
        )
      : []),
    ...[...needs].map((name) => ask(`须查明${SUM_TITLES[name].zh}`, `find the ${SUM_TITLES[name].en}`)),
  ]
}

function ask(zh: string, en: string): Said {
  return { zh, en }
}
