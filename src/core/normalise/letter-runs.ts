import { ALL_SYLLABLES, isPinyin } from './pinyin-syllables.ts'

/** Runs of letters in one text, asked about from left to right. A word holds whole runs, or leaves off pinyin. */
export class LetterRuns {
  private end = 0
  private isPinyin = false
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** False where the letters that `at` stands among are no pinyin, so that no word is spelt with them: NVIDIA. */
  isSpelt(at: number): boolean {
    const { text } = this
    if (!isLetter(text, at)) return true
    if (at >= this.end) {
      let start = at
      while (isLetter(text, start - 1)) start--
      this.end = at + 1
      while (isLetter(text, this.end)) this.end++
      const run = text.slice(start, this.end).toLowerCase().replace(/ü/g, 'v')
      this.isPinyin = run.length > LONGEST_RUN || isPinyin(run, run.length, ALL_SYLLABLES)
    }
    return this.isPinyin
  }
}

/** Letters that are not looked through as a whole. */
const LONGEST_RUN = 40

/** True unless the word's edge at `at` cuts through letters; other pinyin may follow (卷kuanpao路), one letter is none. */
export function isWhole(text: string, at: number, way: 1 | -1): boolean {
  if (!isLetter(text, at) || !isLetter(text, at - 1)) return true
  let rest = ''
  for (let i = way === 1 ? at : at - 1; isLetter(text, i) && rest.length <= 12; i += way)
    rest = way === 1 ? rest + text[i] : text[i] + rest
  return rest.length >= 2 && isPinyin(rest.toLowerCase().replace(/ü/g, 'v'))
}

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at) | 0x20
  return (unit >= 0x61 && unit <= 0x7a) || unit === 0xfc
}
