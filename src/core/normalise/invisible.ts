import { matches } from '../search/matches.ts'
import { isDigit, isHan } from './characters.ts'
import type { Edit } from './clean-text.ts'

/** Control characters but tab, line feed and the returns; soft hyphen, fillers, zero-width, bidirectional, variation selectors. */
const UNSEEN =
  '\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb'

/** Marks that combine with the character before them: a line struck through, a ring around. */
const COMBINING = '\\u0300-\\u036f'
const ENCLOSING = '\\u20d0-\\u20ff'

/** Tags and the further variation selectors, in the supplementary planes. */
const TAGS = '\\udb40[\\udc00-\\uddef]'

/** Accents after Latin letters stay: they may spell pinyin. */
const INVISIBLE = new RegExp(
  `(?:[${UNSEEN}${ENCLOSING}]|${TAGS}|(?<![A-Za-z\\u00c0-\\u024f${COMBINING}])[${COMBINING}]){1,1000}`,
  'g',
)
const GATE = new RegExp(`[${UNSEEN}${ENCLOSING}${COMBINING}\\udb40]`)

/** Takes out what cannot be seen. It is a disguise when it stands between characters that belong to a word or a number. */
export function invisible(text: string): Edit[] {
  if (!GATE.test(text)) return []
  const edits: Edit[] = []
  for (const match of matches(INVISIBLE, text)) {
    const end = match.index + match[0].length
    const edit: Edit = { start: match.index, end, put: '' }
    if (inWord(text, match.index, end)) edit.disguise = 'invisible'
    edits.push(edit)
  }
  return edits
}

function inWord(text: string, start: number, end: number): boolean {
  if (start === 0 || end >= text.length) return false
  const before = text.charCodeAt(start - 1)
  const after = text.charCodeAt(end)
  // The high surrogate of a Han character is one unit further back.
  const hanBefore = isHan(before) || (before >= 0xdc00 && before <= 0xdfff && isHan(text.charCodeAt(start - 2)))
  return (hanBefore || isDigit(before)) && (isHan(after) || isDigit(after))
}
