import { AlignmentType, type IParagraphOptions, Paragraph, TextRun } from 'docx'
import { type Run, textOf } from '../core/letter/laid-letter.ts'
import { type FONT, LINE_POINTS, points, SIZE, type } from './look.ts'

/** Words in one look; what is missing is marked. */
export function runs(
  words: readonly Run[],
  font: keyof typeof FONT,
  size: number,
  more: { bold?: boolean; color?: string } = {},
): TextRun[] {
  const look = type(font, size, more)
  return words.map(
    ({ text, isMissing }) => new TextRun({ ...look, text: printable(text), ...(isMissing && { highlight: 'yellow' }) }),
  )
}

/** Without characters that no XML may hold: Word opens no file that has one. */
function printable(words: string): string {
  return words.toWellFormed().replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}

/** Body text: fixed lines, the first indented by two characters. */
export function bodyParagraph(words: readonly Run[], size: number = SIZE.body, isKept = false): Paragraph {
  return new Paragraph({
    ...bodyLines(size),
    keepNext: isKept,
    indent: { firstLine: points(size * 2) },
    children: runs(words, 'body', size),
  })
}

/** Flush left: an addressee, a line of contact. */
export function flushParagraph(words: readonly Run[], size: number = SIZE.body, isKept = false): Paragraph {
  return new Paragraph({ ...bodyLines(size), keepNext: isKept, children: runs(words, 'body', size) })
}

/** First level heading: 黑体, never the last line of a page. */
export function headingParagraph(words: readonly Run[]): Paragraph {
  return new Paragraph({
    ...bodyLines(SIZE.body),
    keepNext: true,
    indent: { firstLine: points(SIZE.body * 2) },
    children: runs(words, 'heading', SIZE.body),
  })
}

/** A centred line: bureau, title, caption of an annex. */
export function centred(
  words: readonly Run[],
  font: keyof typeof FONT,
  size: number,
  more: IParagraphOptions = {},
  color?: string,
): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: points(size + 12), lineRule: 'exact' },
    ...more,
    children: runs(words, font, size, { bold: font === 'title', ...(color !== undefined && { color }) }),
  })
}

/** 附件：1. … under the body (GB/T 9704-2012 7.3.4): one empty line above, numbered where there are several. */
export function attachmentParagraphs(items: readonly (readonly Run[])[]): Paragraph[] {
  return items.map((words, i) => {
    const label = i === 0 ? '附件：' : '　　　'
    const number = items.length > 1 ? `${i + 1}. ` : ''
    return new Paragraph({
      ...bodyLines(SIZE.body),
      // With the signature below, which no page bears alone.
      keepNext: true,
      spacing: { ...bodyLines(SIZE.body).spacing, before: i === 0 ? points(LINE_POINTS) : 0 },
      indent: { left: points(SIZE.body * 2) },
      children: runs([{ text: `${label}${number}`, source: null }, ...words], 'body', SIZE.body),
    })
  })
}

/**
 * Bureau, day and the place of the seal (GB/T 9704-2012 7.3.5): the day four characters from the right, the bureau centred over it.
 * They stay together, with the line before and, when `isKept`, with the one after.
 */
export function signatureParagraphs(bureau: readonly Run[], day: readonly Run[], isKept: boolean): Paragraph[] {
  const size = SIZE.body
  const [nameWidth, dayWidth] = [widthOf(textOf(bureau)), widthOf(textOf(day))]
  const dayIndent = Math.max(4, (nameWidth - dayWidth) / 2)
  const nameIndent = dayIndent + (dayWidth - nameWidth) / 2
  const line = (words: readonly Run[], indent: number, before: number, isKept: boolean) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepNext: isKept,
      keepLines: true,
      spacing: { line: points(LINE_POINTS), lineRule: 'exact', before: points(before) },
      indent: { right: points(size * Math.max(0, indent)) },
      children: runs(words, 'body', size),
    })
  return [
    line(bureau, nameIndent, LINE_POINTS, true),
    line(day, dayIndent, 0, true),
    line([{ text: '（印　章）', source: null }], dayIndent + (dayWidth - 5) / 2, 0, isKept),
  ]
}

function bodyLines(
  size: number,
): Pick<IParagraphOptions, 'spacing'> & { spacing: { line: number; lineRule: 'exact' } } {
  return { spacing: { line: points(size === SIZE.body ? LINE_POINTS : size + 10), lineRule: 'exact' } }
}

/** In characters of full width; figures and Latin letters take half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u0020-\u007e]/.test(character) ? 0.5 : 1), 0)
}
