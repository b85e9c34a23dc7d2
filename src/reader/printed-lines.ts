/**
 * Undoes what a printed page does to running text: a paragraph cut into lines becomes one line again (a word broken at the margin
 * would otherwise be no word), and characters set wide apart lose the blanks between them. Lines of lists, tables and headings stay apart.
 */
export function withoutPrintedLines(page: string): string {
  const lines = page.replace(SPACED_OUT, (spaced) => spaced.replaceAll(' ', '')).split('\n')
  const margin = lines.reduce((widest, line) => Math.max(widest, widthOf(line)), 0)
  const joined: string[] = []
  let isOpen = false
  for (const [at, line] of lines.entries()) {
    if (isOpen) joined[joined.length - 1] += glue(joined.at(-1)!, line) + line
    else joined.push(line)
    // The last printed line tells, not the paragraph so far: only its end is at the margin.
    isOpen = at + 1 < lines.length && runsOn(line, joined.at(-1)!, lines[at + 1]!, margin)
  }
  return joined.join('\n')
}

/** Five and more single characters with a blank between each two. */
const SPACED_OUT = /\p{Script=Han}(?: [\p{Script=Han}\uff0c。、\uff1a\uff01\uff1f]){4,}(?!\p{Script=Han})/gu

/** Twice as wide as a letter: the characters that decide how long a Chinese line is. */
function widthOf(line: string): number {
  let width = 0
  for (const character of line) width += character > '\u2e7f' || /[“”‘’…—]/.test(character) ? 2 : 1
  return width
}

/** Twenty Chinese characters: on a page whose longest line is shorter, no line is known to be full. */
const NARROWEST_MARGIN = 40
const FULL = 0.9

function runsOn(line: string, paragraph: string, next: string, margin: number): boolean {
  if (!/[\p{Script=Han}\p{Nd}A-Za-z,\uff0c、(\uff08“《%\-—]$/u.test(line) || startsItem(next)) return false
  if (hasOpenQuote(paragraph)) return true
  return margin >= NARROWEST_MARGIN && widthOf(line) >= margin * FULL && !isTableRow(line)
}

/** A quotation that has begun and not ended runs on even in a narrow cell. */
function hasOpenQuote(paragraph: string): boolean {
  return paragraph.length < LONGEST_QUOTE && paragraph.lastIndexOf('“') > paragraph.lastIndexOf('”')
}
const LONGEST_QUOTE = 300

function startsItem(line: string): boolean {
  return /^\s*(?:$|[★☆●○■□◆◇▪•·※☑✓→]|[(\uff08]?[一二三四五六七八九十百\d]{1,3}[)\uff09、.\uff0e](?!\d)|第[一二三四五六七八九十百\d]+[条章节款])/u.test(
    line,
  )
}

/** Cells come with a tab or, set close, with a blank between them. */
function isTableRow(line: string): boolean {
  return line.includes('\t') || (line.match(/(?<=[^\x20-\x7e]) +(?=\S)/g)?.length ?? 0) > 1
}

/** Words of Latin script need their blank back; Chinese has none. */
function glue(before: string, after: string): string {
  return /[A-Za-z,]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : ''
}
