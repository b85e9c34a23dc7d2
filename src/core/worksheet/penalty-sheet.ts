import { createHash } from 'node:crypto'
import { canonical } from '../canonical.ts'
import type { Said } from '../clock/clock.ts'
import type { WorksheetDraft } from './draft.ts'
import { yuanOf } from './fine-range.ts'
import { tellsHearing } from './hearing.ts'
import type { Worksheet } from './worksheet.ts'

/** What a worksheet proposes, in the form an approval binds: which version, how much, of what kinds, and whether a hearing must be told of. */
export interface PenaltySheet {
  version: number
  /** SHA-256 of what was filled in and what it came to: saving the same again changes nothing. */
  hash: string
  fineFen: number
  /** Nothing is taken: 0. Null: it is to be taken, and how much is not known. */
  takenFen: number | null
  kinds: PenaltyKind[]
  /** The party must be told that it may ask for a hearing. */
  hearing: boolean
  /** Why it is not, though the amounts on file are reached: whoever approves the worksheet approves that too. */
  leftOut?: string
}

/** Kinds of penalty beside the fine and what is taken (行政处罚法第九条). */
export const PENALTY_KINDS = ['warning', 'criticism', 'licence', 'closure'] as const
export type PenaltyKind = (typeof PENALTY_KINDS)[number]

/** Null where nothing is proposed: the worksheet then tells a range, which nobody can approve. */
export function penaltySheetOf(sheet: {
  version: number
  draft: WorksheetDraft
  result: Pick<Worksheet, 'total' | 'hearing'>
}): PenaltySheet | null {
  const { version, draft, result } = sheet
  const { proposed } = draft
  if (!proposed) return null
  const hearing = tellsHearing(result.hearing, draft.hearingLeftOut ?? null)
  const isLeftOut = !hearing && result.hearing.needed !== 'no'
  return {
    version,
    hash: createHash('sha256').update(canonical({ draft, result })).digest('hex'),
    fineFen: proposed.fineFen,
    takenFen: proposed.confiscate ? result.total.takenFen : 0,
    kinds: PENALTY_KINDS.filter((kind) => proposed[kind]),
    hearing,
    ...(isLeftOut && draft.hearingLeftOut && { leftOut: draft.hearingLeftOut.reason }),
  }
}

/** What one worksheet takes or does that another, which was approved, does not; empty: it is no graver. */
export function graverThan(now: PenaltySheet, approved: PenaltySheet): Said[] {
  const graver: Said[] = []
  if (now.fineFen > approved.fineFen)
    graver.push(
      say(
        `罚款 ${yuanOf(now.fineFen)} 元，批准的是 ${yuanOf(approved.fineFen)} 元`,
        `a fine of ${yuanOf(now.fineFen)} yuan, ${yuanOf(approved.fineFen)} approved`,
      ),
    )
  if (takesMore(now.takenFen, approved.takenFen))
    graver.push(
      say(
        `没收 ${takenOf(now).zh}，批准的是 ${takenOf(approved).zh}`,
        `${takenOf(now).en} taken, ${takenOf(approved).en} approved`,
      ),
    )
  for (const kind of now.kinds)
    if (!approved.kinds.includes(kind) && (GRAVEST.includes(kind) || !isEasedElsewhere(now, approved)))
      graver.push(say(`增加“${KIND_TITLES[kind].zh}”`, `${KIND_TITLES[kind].en} is added`))
  return graver
}

/** Closing and revoking weigh more than any money; a warning may take the place of money. */
const GRAVEST: readonly PenaltyKind[] = ['licence', 'closure']

function isEasedElsewhere(now: PenaltySheet, approved: PenaltySheet): boolean {
  return (
    now.fineFen < approved.fineFen ||
    takesMore(approved.takenFen, now.takenFen) ||
    approved.kinds.some((kind) => !now.kinds.includes(kind))
  )
}

/** A sum that is not known may be any: it is more than one that is, and what was approved as unknown approved no sum. */
function takesMore(now: number | null, approved: number | null): boolean {
  if (now === null || approved === null) return now !== approved && now !== 0
  return now > approved
}

function takenOf({ takenFen }: PenaltySheet): Said {
  if (takenFen === null) return say('数额未载明', 'a sum not told')
  return say(`${yuanOf(takenFen)} 元`, `${yuanOf(takenFen)} yuan`)
}

export const KIND_TITLES: Readonly<Record<PenaltyKind, Said>> = {
  warning: say('警告', 'a warning'),
  criticism: say('通报批评', 'public criticism'),
  licence: say('吊销营业执照或者许可证件', 'revocation of the licence'),
  closure: say('责令停业', 'closure of the business'),
}

function say(zh: string, en: string): Said {
  return { zh, en }
}
