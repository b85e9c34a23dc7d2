import type { Objection } from '../../core/letter/may-issue.ts'
import { type GravestSaid, gravestSaid, saysMoney } from '../../core/letter/penalty-words.ts'
import { readTyped } from '../../core/letter/read-typed.ts'
import type { LetterTemplate } from '../../core/letter/template.ts'
import type { Matter } from '../../core/procedure/matter.ts'
import { yuanOf } from '../../core/worksheet/fine-range.ts'
import { KIND_TITLES, type PenaltySheet } from '../../core/worksheet/penalty-sheet.ts'
import type { Letter } from '../../store/letters.ts'

/**
 * What a notice of penalty or a decision takes beyond the worksheet that a head approved for it. Matters whose approval bound no worksheet (given
 * before approvals did) hold it against nothing.
 */
export function approvedObjections(
  template: LetterTemplate,
  { penalty }: Pick<Matter, 'penalty'>,
  { typed }: Pick<Letter, 'typed'>,
): Objection[] {
  const approved = sheetBehind(template.type, penalty)
  if (!approved) return []
  const { facts } = readTyped(template, typed)
  const sum = (name: string) => Number(facts[`input.${name}`] ?? 0)
  const besides = String(facts['input.penalty'] ?? '')
  return [
    ...(sum('fine') > approved.fineFen ? [tooMuch('罚款', 'the fine', approved, approved.fineFen)] : []),
    ...(sum('illegal_gains') > (approved.takenFen ?? 0)
      ? [tooMuch('没收', 'what is taken', approved, approved.takenFen)]
      : []),
    ...gravestSaid(besides)
      .filter(({ kind }) => !approved.kinds.includes(kind))
      .map((said) => notApproved(said, approved)),
    ...(saysMoney(besides)
      ? [
          objection(
            '罚款、没收的数额须填在各自的栏目里，不写在“罚款以外”的处罚内容中，以便与批准的数额核对',
            'the fine and what is taken are filled into their own fields, not among the other penalties, to be held against what was approved',
          ),
        ]
      : []),
  ]
}

function sheetBehind(type: string, penalty: Matter['penalty']): PenaltySheet | undefined {
  if (type === 'penalty-notice') return penalty?.proposed
  return type === 'penalty-decision' ? (penalty?.decided ?? penalty?.proposed) : undefined
}

function tooMuch(zh: string, en: string, { version }: PenaltySheet, fen: number | null): Objection {
  const most = fen === null ? ['未载明数额', 'no sum'] : [`${yuanOf(fen)} 元`, `${yuanOf(fen)} yuan`]
  return objection(
    `${zh}超过负责人批准的裁量工作表第 ${version} 版（${most[0]}），须重新报请批准`,
    `${en} is more than version ${version} of the worksheet, which a head approved (${most[1]}): have it approved anew`,
  )
}

function notApproved({ kind, quote }: GravestSaid, { version }: PenaltySheet): Objection {
  return objection(
    `“${quote}”不在负责人批准的裁量工作表第 ${version} 版之内，须重新报请批准`,
    `"${quote}" (${KIND_TITLES[kind].en}) is not in version ${version} of the worksheet, which a head approved: have it approved anew`,
  )
}

function objection(zh: string, en: string): Objection {
  return { why: 'not_approved', zh, en }
}
