import {
  AlignmentType,
  BorderStyle,
  Document,
  type ISectionOptions,
  Packer,
  PageBreak,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { type LaidBlock, type LaidLetter, type Run, textOf } from '../core/letter/laid-letter.ts'
import { fontTable } from './font-table.ts'
import { LINE_POINTS, millimetres, pageOf, points, RED, SIZE, type, typeWidth } from './look.ts'
import { pageNumbers, redLineFoot, signedFoot } from './page-foot.ts'
import { ruledTable } from './ruled-table.ts'
import { titleLines } from './title-lines.ts'
import {
  attachmentParagraphs,
  bodyParagraph,
  centred,
  flushParagraph,
  headingParagraph,
  runs,
  signatureParagraphs,
} from './words.ts'

/** A laid-out letter as the bytes of a .docx in the form of Chinese official papers (GB/T 9704-2012). */
export async function letterDocx(letter: LaidLetter): Promise<Uint8Array> {
  const document = new Document({
    title: textOf(letter.title),
    creator: textOf(letter.bureau),
    // The number of a page is written by the reader, in the document's own size.
    styles: {
      default: { document: { run: type('plain', letter.style === 'record' ? SIZE.cell : SIZE.small) } },
    },
    evenAndOddHeaderAndFooters: letter.style === 'official' || letter.style === 'decree',
    sections: [{ ...sectionOf(letter), children: [...headOf(letter), ...bodyOf(letter)] }],
  })
  return new Uint8Array(await Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]))
}

type Part = Paragraph | Table

function sectionOf(letter: LaidLetter): Omit<ISectionOptions, 'children'> {
  const page = pageOf(letter.style)
  const properties: ISectionOptions['properties'] = {
    titlePage: letter.style === 'official',
    page: {
      size: { width: millimetres(page.width), height: millimetres(page.height) },
      margin: {
        top: millimetres(page.top),
        bottom: millimetres(page.bottom),
        left: millimetres(page.left),
        right: millimetres(page.right),
        header: millimetres(15),
        footer: millimetres(letter.style === 'record' ? 10 : 20),
      },
    },
  }
  switch (letter.style) {
    case 'official':
      return { properties, footers: { ...pageNumbers(), first: redLineFoot() } }
    case 'decree':
      return { properties, footers: pageNumbers() }
    case 'record':
      return { properties, footers: { default: signedFoot(letter.signatures) } }
    case 'form':
      return { properties }
  }
}

function headOf({ style, bureau, title, number }: LaidLetter): Part[] {
  switch (style) {
    case 'official':
      return [
        centred(
          bureau,
          'title',
          32,
          {
            indent: { left: -millimetres(7), right: -millimetres(7) },
            border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: RED, space: 6 } },
          },
          RED,
        ),
        ...(number ? [rightParagraph(number)] : []),
        ...titleLines(title).map((line, i, all) =>
          centred(line, 'title', SIZE.title, {
            spacing: {
              line: points(34),
              lineRule: 'exact',
              before: i === 0 ? points(LINE_POINTS) : 0,
              after: i === all.length - 1 ? points(LINE_POINTS) : 0,
            },
          }),
        ),
      ]
    case 'decree':
      return [
        centred(bureau, 'title', SIZE.title),
        centred(title, 'title', SIZE.title + 4),
        ...(number
          ? [centred(number, 'body', SIZE.body, { spacing: { before: points(8), after: points(20) } })]
          : [gap()]),
      ]
    default:
      return [
        centred(bureau, 'title', SIZE.body + 2),
        centred(title, 'title', SIZE.title),
        ...(number
          ? [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                spacing: { after: points(4) },
                children: runs(number, 'body', SIZE.cell),
              }),
            ]
          : [gap()]),
      ]
  }
}

function bodyOf(letter: LaidLetter): Part[] {
  return letter.blocks.flatMap((block, i) => partsOf(block, letter, letter.blocks[i + 1]))
}

function partsOf(block: LaidBlock, letter: LaidLetter, next: LaidBlock | undefined): Part[] {
  // A record is written smaller, as by hand between lines.
  const size = letter.style === 'record' ? SIZE.small : SIZE.body
  // No page bears the signature alone.
  const isKept = next?.kind === 'plain' || next?.kind === 'signature' || next?.kind === 'attachments'
  switch (block.kind) {
    case 'addressee':
      return [flushParagraph(block.runs)]
    case 'heading':
      return [headingParagraph(block.runs)]
    case 'paragraph':
      return linesIn(block.runs).map((words, i, all) => bodyParagraph(words, size, isKept && i === all.length - 1))
    case 'plain':
      return [flushParagraph(block.runs, size, isKept)]
    case 'caption':
      return [centred(block.runs, 'heading', SIZE.body, { keepNext: true, spacing: { after: points(12) } })]
    case 'note':
      return [flushParagraph(block.runs, SIZE.cell)]
    case 'attachments':
      return attachmentParagraphs(block.items)
    case 'signature':
      return [...signatureParagraphs(block.bureau, block.day, letter.copies !== null), ...copiesLine(letter)]
    case 'page':
      return [new Paragraph({ children: [new PageBreak()] })]
    case 'table':
      // Without a line between, two tables grow into one; after the last one it must not need a page of its own.
      return [
        ...(letter.style === 'form' ? [] : [gap(5)]),
        ruledTable(block, typeWidth(letter.style)),
        gap(next ? 8 : 1),
      ]
  }
}

function copiesLine({ copies }: LaidLetter): Part[] {
  if (!copies) return []
  return [
    new Paragraph({
      spacing: { before: points(10) },
      border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 4 } },
      children: runs(copies, 'body', SIZE.small),
    }),
  ]
}

function rightParagraph(words: readonly Run[]): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: { before: points(6) },
    children: runs(words, 'body', SIZE.body),
  })
}

function gap(height = 12): Paragraph {
  return new Paragraph({
    spacing: { line: points(height), lineRule: 'exact' },
    children: [new TextRun({ text: '', size: 2 })],
  })
}

/** A value typed over several lines makes as many paragraphs. */
function linesIn(words: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of words) {
    run.text.split('\n').forEach((text, i) => {
      if (i > 0) lines.push([])
      if (text.trim() !== '') lines.at(-1)!.push({ ...run, text })
    })
  }
  return lines.filter((line) => line.length > 0)
}
