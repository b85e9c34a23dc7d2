import { matches } from '../search/matches.ts'
import type { Edit } from './clean-text.ts'

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));/g

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  yen: '¥',
  middot: '·',
  bull: '•',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  times: '×',
  emsp: ' ',
  ensp: ' ',
  shy: '\u00ad',
  zwj: '\u200d',
  zwnj: '\u200c',
}

/** `&#20445;`, `&#x4fdd;`, `&nbsp;`: a Han character written by its number is a disguise, the rest is markup left behind. */
export function htmlEntities(text: string): Edit[] {
  if (!text.includes('&')) return []
  const edits: Edit[] = []
  for (const match of matches(ENTITY, text)) {
    const put = decoded(match)
    if (put === undefined) continue
    const edit: Edit = { start: match.index, end: match.index + match[0].length, put }
    if (/\p{Script=Han}/u.test(put)) edit.disguise = 'html_entity'
    edits.push(edit)
  }
  return edits
}

function decoded(match: RegExpExecArray): string | undefined {
  if (match[3] !== undefined) return NAMED[match[3]]
  const code = match[1] !== undefined ? Number.parseInt(match[1], 10) : Number.parseInt(match[2]!, 16)
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
  return String.fromCodePoint(code)
}
