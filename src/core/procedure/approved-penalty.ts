import type { Said } from '../clock/clock.ts'
import { graverThan, type PenaltySheet } from '../worksheet/penalty-sheet.ts'
import { say } from './conditions/situation.ts'
import type { Change, Input, Matter, Proposal } from './matter.ts'

/**
 * The newest worksheet of the matter as an act meets it: null where none proposes a penalty, undefined where whoever calls keeps no worksheets, and
 * nothing is then held against one.
 */
export type SheetNow = PenaltySheet | null | undefined

/** Moves that a worksheet stands behind: whose approval binds it, and which tell the party of it. */
const BINDS: Readonly<Record<string, 'proposed' | 'decided'>> = {
  propose_penalty: 'proposed',
  decide_penalty: 'decided',
}
const TELLS: readonly string[] = ['serve_notice', 'publish_notice']

export function isOfWorksheet(move: string): boolean {
  return Object.hasOwn(BINDS, move) || TELLS.includes(move)
}

/**
 * Why the worksheet stands in the way of a move: none was saved; it is graver than what a head approved (行政处罚法第五十七条：处罚由行政机关负责人决定);
 * or it demands that the right to a hearing be told of, and the notice leaves it out or did so (第六十三条).
 */
export function whyNotAsApproved(matter: Matter, move: string, input: Input | null, sheet: SheetNow): Said[] {
  if (sheet === undefined || !isOfWorksheet(move)) return []
  if (move === 'propose_penalty')
    return sheet ? [] : [say('尚未保存载明拟处罚的裁量工作表', 'no worksheet that proposes a penalty has been saved')]
  const approved = matter.penalty?.proposed
  const graver = sheet && approved ? graverThan(sheet, approved) : []
  return [
    ...(approved && !sheet
      ? [say('裁量工作表最新一版没有拟处罚', 'the newest version of the worksheet proposes no penalty')]
      : []),
    ...(graver.length > 0
      ? [
          say(
            `裁量工作表第 ${sheet!.version} 版重于负责人批准的第 ${approved!.version} 版（${graver.map(({ zh }) => zh).join('；')}），须重新报请批准`,
            `version ${sheet!.version} of the worksheet is graver than version ${approved!.version}, which a head approved (${graver.map(({ en }) => en).join('; ')}): have it approved anew`,
          ),
        ]
      : []),
    ...(TELLS.includes(move) && input?.hearing_right === false && (sheet?.hearing || approved?.hearing)
      ? [
          say(
            '拟处罚达到听证标准，告知书须告知听证权利（行政处罚法第六十三条）',
            'the penalty reaches what gives a right to a hearing: the notice must tell of it (Penalty Law art. 63)',
          ),
        ]
      : []),
    ...(move === 'decide_penalty' && approved && sheet?.hearing && isNoticeSilent(matter)
      ? [
          say(
            `裁量工作表第 ${sheet.version} 版达到听证标准，而告知书未告知听证权利（行政处罚法第六十三条）：须退回补充调查，重新告知`,
            `version ${sheet.version} of the worksheet gives a right to a hearing, of which the notice did not tell (Penalty Law art. 63): investigate further and tell of it`,
          ),
        ]
      : []),
  ]
}

/** Whether a notice was served that told of no right to a hearing. A hearing that was asked for and given up clears the right; it was told of then. */
function isNoticeSilent({ facts }: Matter): boolean {
  return facts.noticed === true && facts.hearing_right !== true && facts.requested_on === undefined
}

/** A head approves the worksheet that was there when it was asked for, and no other. */
export function whyNotTheSame({ move, sheet: asked }: Proposal, sheet: SheetNow): Said[] {
  if (sheet === undefined || !asked || !Object.hasOwn(BINDS, move) || sheet?.hash === asked.hash) return []
  const now = sheet ? `第 ${sheet.version} 版` : '没有拟处罚的一版'
  return [
    say(
      `提请时为裁量工作表第 ${asked.version} 版，现已是${now}：请撤回后重新提请`,
      `asked for on version ${asked.version} of the worksheet, which has changed since: withdraw it and ask anew`,
    ),
  ]
}

/** What approval of a proposal binds. */
export function bindingOf({ move, sheet }: Proposal): Change[] {
  const of = BINDS[move]
  return of && sheet ? [{ set: 'penalty', of, to: sheet }] : []
}
