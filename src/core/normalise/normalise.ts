import { applyEdits, asWritten, type CleanText, type Edit } from './clean-text.ts'
import { evenSpacing } from './even-spacing.ts'
import { figuresInWords } from './figures-in-words.ts'
import { formalNumerals } from './formal-numerals.ts'
import { htmlEntities } from './html-entities.ts'
import { insertedMarks } from './inserted-marks.ts'
import { invisible } from './invisible.ts'
import { letterZeros } from './letter-zeros.ts'
import { misreadBytes } from './misread-bytes.ts'
import { mojibake } from './mojibake.ts'
import { pinyinBrackets } from './pinyin-brackets.ts'
import { repeats } from './repeats.ts'
import { respelling } from './respelling.ts'
import { script } from './script.ts'
import { styledDigits } from './styled-digits.ts'
import { buildTargets, type TargetWords } from './targets.ts'
import { TELLTALES, telltalesOf } from './telltales.ts'
import { width } from './width.ts'
import { wrappedLines } from './wrapped-lines.ts'

/** One way of writing undone: reads the text so far and says what to replace, in order and without overlap. */
export interface Step {
  undo: (text: string, targets: TargetWords) => Edit[]
  /** Telltales without which it has nothing to do; what has none always runs. */
  needs?: number
}

/**
 * The order matters: entities may spell anything below them; broken bytes and invisible characters would hide
 * neighbours from every later step; the plain character forms come before the steps that look for words.
 */
export const STEPS: readonly Step[] = [
  { undo: htmlEntities, needs: TELLTALES.entity },
  { undo: misreadBytes, needs: TELLTALES.misread },
  { undo: mojibake, needs: TELLTALES.lost },
  { undo: invisible, needs: TELLTALES.unseen },
  { undo: width, needs: TELLTALES.wide },
  { undo: script, needs: TELLTALES.traditional },
  { undo: figuresInWords, needs: TELLTALES.styled },
  { undo: formalNumerals, needs: TELLTALES.styled },
  { undo: styledDigits, needs: TELLTALES.styled },
  { undo: evenSpacing, needs: TELLTALES.evenGaps },
  { undo: letterZeros, needs: TELLTALES.roundLetter },
  { undo: wrappedLines, needs: TELLTALES.line },
  { undo: pinyinBrackets, needs: TELLTALES.pronunciation },
  { undo: insertedMarks, needs: TELLTALES.gap },
  { undo: repeats, needs: TELLTALES.repeat },
  { undo: respelling },
]

/**
 * Makes a text plain, every character keeping its place in the original.
 * Latin letters keep their case; Chinese punctuation (，。！？；：（）“”) keeps its full width, everything else in full width is narrowed.
 * What could be read two ways is undone only where that makes one of `targets`.
 */
export function normalise(original: string, targets: TargetWords = NO_TARGETS): CleanText {
  let clean = asWritten(original)
  let telltales = telltalesOf(original, targets)
  for (const { undo, needs } of STEPS) {
    if (needs !== undefined && (telltales & needs) === 0) continue
    const edits = undo(clean.text, targets)
    if (edits.length === 0) continue
    clean = applyEdits(clean, edits)
    telltales = telltalesOf(clean.text, targets)
  }
  return clean
}

const NO_TARGETS: TargetWords = buildTargets([])
