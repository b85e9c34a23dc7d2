import { citation } from '../check/citation.ts'
import type { BasisArticle } from '../check/rule.ts'
import type { FactValue } from '../procedure/move.ts'
import type { Act, UpheldFinding } from './act-sheet.ts'
import type { Sum, Sums } from './fine-range.ts'
import type { HearingLeftOut, Party } from './hearing.ts'
import type { Seat } from './publication.ts'
import type { LegalGround } from './review.ts'
import type { FoundFactor } from './weigh.ts'
import type { Proposed, WorksheetInput } from './worksheet.ts'

/** What a person fills in; findings and articles are named, not copied. Kept as it was saved. */
export interface WorksheetDraft {
  acts: DraftAct[]
  /** Which act a ground belongs to, by its key; one that is absent is left out. */
  belongs: Readonly<Record<string, string>>
  /** Penalties that no finding brings, each with its act. */
  extra: { article: string; act: string }[]
  conditions: Readonly<Record<string, boolean>>
  factors: FoundFactor[]
  party: Party
  seat: Seat
  isLowFine: boolean | null
  limitation: WorksheetInput['limitation']
  grounds: LegalGround[]
  isSummary: boolean
  proposed: Proposed | null
  /** The right to a hearing is not told of, though the amounts on file are reached. Absent from drafts saved earlier. */
  hearingLeftOut?: HearingLeftOut | null
  decidedOn: string | null
}

export interface DraftAct {
  /** `1` to `5`. */
  id: string
  title: string
  sums: Sums
  refundFen: number
  serious: boolean
  seriousReason: string
}

export const ACT_IDS = ['1', '2', '3', '4', '5'] as const

/** An upheld finding of a paper on the matter's file; the same rule in one paper counts once. */
export interface WorksheetGround {
  /** `document:code`, which outlives another assessment of the paper. */
  key: string
  documentId: string
  documentTitle: string
  title: { zh: string; en: string } | null
  times: number
  finding: UpheldFinding
}

/** What the draft is read with. */
export interface DraftContext {
  grounds: readonly WorksheetGround[]
  basis: Readonly<Record<string, BasisArticle>>
  /** Articles whose text was confirmed by two people. */
  confirmed: readonly string[]
  region: string
  isHeard: boolean
  today: string
}

/** A first draft: each paper one act, with what the check recorded about the conduct. */
export function blankDraft(
  grounds: readonly WorksheetGround[],
  facts: Readonly<Record<string, FactValue>>,
): WorksheetDraft {
  const papers = [...new Set(grounds.map(({ documentId }) => documentId))].slice(0, ACT_IDS.length)
  const acts = (papers.length > 0 ? papers : ['']).map((paper, i) => {
    const title = grounds.find(({ documentId }) => documentId === paper)?.documentTitle ?? ''
    return blankAct(ACT_IDS[i]!, title)
  })
  const day = (value: FactValue | undefined) => (typeof value === 'string' ? value : null)
  return {
    acts,
    belongs: Object.fromEntries(
      grounds.map(({ key, documentId }) => [key, ACT_IDS[Math.max(0, papers.indexOf(documentId))]!]),
    ),
    extra: [],
    conditions: {},
    factors: [],
    party: 'unit',
    seat: 'unknown',
    isLowFine: null,
    limitation: {
      endedOn: day(facts.conduct_ended_on),
      foundOn: day(facts.received_on),
      serious: facts.gravity === 'serious',
    },
    grounds: [],
    isSummary: facts.summary === true,
    proposed: null,
    hearingLeftOut: null,
    decidedOn: null,
  }
}

export function blankAct(id: string, title = ''): DraftAct {
  const unknown: Sum = { state: 'unknown' }
  const sums = { gains: unknown, fee: unknown, raised: unknown }
  return { id, title, sums, refundFen: 0, serious: false, seriousReason: '' }
}

/** The draft with its findings and articles in it. Acts with neither are left out; grounds no longer upheld are gone. */
export function inputOf(draft: WorksheetDraft, context: DraftContext): WorksheetInput {
  const { grounds, basis, confirmed, region, isHeard, today } = context
  const acts = draft.acts.flatMap((act): Act[] => {
    const own = grounds.filter(({ key }) => draft.belongs[key] === act.id).map(({ finding }) => finding)
    const added = draft.extra.filter((each) => each.act === act.id).flatMap(({ article }) => basis[article] ?? [])
    const findings = [...own, ...added.map(asFinding)]
    return findings.length > 0 ? [{ ...act, findings }] : []
  })
  const { factors, party, seat, isLowFine, limitation, isSummary, proposed, hearingLeftOut, decidedOn } = draft
  const law = { conditions: draft.conditions, confirmed }
  return {
    acts,
    party,
    region,
    law,
    factors,
    limitation,
    grounds: draft.grounds,
    isHeard,
    seat,
    isLowFine,
    proposed,
    hearingLeftOut: hearingLeftOut ?? null,
    isSummary,
    decidedOn,
    today,
  }
}

/** A penalty a person named, as if a finding had brought it. */
function asFinding(article: BasisArticle): UpheldFinding {
  const cited = citation(article, 'penalises', [article.from, article.to], undefined)
  return { id: article.id, code: '', quote: '', basis: [cited], version: null }
}
