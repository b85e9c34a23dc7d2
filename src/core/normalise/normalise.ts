import { applyEdits, asWritten, type CleanText, type Edit } from './clean-text.ts'
import { htmlEntities } from './html-entities.ts'
import { insertedMarks } from './inserted-marks.ts'
import { invisible } from './invisible.ts'
import { misreadBytes } from './misread-bytes.ts'
import { mojibake } from './mojibake.ts'
import { pinyinBrackets } from './pinyin-brackets.ts'
import { repeats } from './repeats.ts'
import { respelling } from './respelling.ts'
import { script } from './script.ts'
import { styledDigits } from './styled-digits.ts'
import { buildTargets, type TargetWords } from './targets.ts'
import { width } from './width.ts'
import { wrappedLines } from './wrapped-lines.ts'

/** One way of writing undone: reads the text so far and says what to replace, in order and without overlap. */
type Step = (text: string, targets: TargetWords) => Edit[]

/**
 * The order matters: entities may spell anything below them; broken bytes and invisible characters would hide
 * neighbours from every later step; the plain character forms come before the steps that look for words.
 */
const STEPS: readonly Step[] = [
  htmlEntities,
  misreadBytes,
  mojibake,
  invisible,
  width,
  script,
  styledDigits,
  wrappedLines,
  pinyinBrackets,
  insertedMarks,
  repeats,
  respelling,
]

/**
 * Makes a text plain, every character keeping its place in the original.
 * Latin letters keep their case; Chinese punctuation (，。！？；：（）“”) keeps its full width, everything else in full width is narrowed.
 * What could be read two ways is undone only where that makes one of `targets`.
 */
export function normalise(original: string, targets: TargetWords = NO_TARGETS): CleanText {
  let clean = asWritten(original)
  for (const step of STEPS) clean = applyEdits(clean, step(clean.text, targets))
  return clean
}

const NO_TARGETS: TargetWords = buildTargets([])
