import type { PenaltySheet } from '../../core/worksheet/penalty-sheet.ts'
import { yuan } from '../format.ts'
import type { Visit } from '../visit.ts'

/** What a worksheet proposes, in one line: its version, sums and kinds, and whether a hearing is told of, or why it is left out. */
export function sheetText(sheet: PenaltySheet, { words }: Pick<Visit, 'words'>): string {
  const { version, fineFen, takenFen, kinds, hearing, leftOut } = sheet
  const { worksheet: w, shell } = words
  const said = [
    ...(fineFen > 0 ? [`${w.fineShort} ${yuan(fineFen, words)}`] : []),
    ...(takenFen === 0 ? [] : [`${w.measure.confiscate} ${takenFen === null ? w.takenOpen : yuan(takenFen, words)}`]),
    ...kinds.map((kind) => w.measure[kind]),
    ...(hearing ? [w.hearingNeeded.yes] : []),
    ...(leftOut === undefined ? [] : [shell.labelled(w.hearingNotTold, leftOut)]),
  ]
  return shell.labelled(w.version(version), said.join(shell.listStop))
}
