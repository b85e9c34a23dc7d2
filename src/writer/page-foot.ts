import { AlignmentType, BorderStyle, Footer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import { FONT, FORM_PAGE, millimetres, points, RED, SIZE, type } from './look.ts'

/** Page numbers of a letter (GB/T 9704-2012 7.5): — 1 —, one character from the outer edge. */
export function pageNumbers(): { default: Footer; even: Footer } {
  const foot = (alignment: (typeof AlignmentType)['RIGHT' | 'LEFT'], side: 'right' | 'left') =>
    new Footer({
      children: [new Paragraph({ alignment, indent: { [side]: points(SIZE.small) }, children: numberRuns() })],
    })
  return { default: foot(AlignmentType.RIGHT, 'right'), even: foot(AlignmentType.LEFT, 'left') }
}

/** The first page of a letter between bureaus bears no number but a red double line (GB/T 9704-2012 10.1). */
export function redLineFoot(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        indent: { left: -millimetres(7), right: -millimetres(7) },
        border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: RED, space: 1 } },
        children: [],
      }),
    ],
  })
}

/** Every page of a record is signed, and counted. */
export function signedFoot(signatures: readonly string[]): Footer {
  const width = FORM_PAGE.width - FORM_PAGE.left - FORM_PAGE.right
  const look = type('body', SIZE.cell)
  const places = signatures.map((_, i) => ({
    type: TabStopType.LEFT,
    position: millimetres((width * i) / signatures.length),
  }))
  return new Footer({
    children: [
      new Paragraph({
        tabStops: places.slice(1),
        spacing: { before: points(6), line: points(24), lineRule: 'exact' },
        border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 4 } },
        children: signatures.map((each, i) => new TextRun({ ...look, text: `${i > 0 ? '\t' : ''}${each}：` })),
      }),
      new Paragraph({
        tabStops: places.slice(1),
        spacing: { line: points(22), lineRule: 'exact' },
        children: signatures.map((_, i) => new TextRun({ ...look, text: `${i > 0 ? '\t' : ''}　　　年　　月　　日` })),
      }),
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'].map(
          (each) => new TextRun({ ...look, children: [each] }),
        ),
      }),
    ],
  })
}

/** A run for each part: within one, some readers take another size for the number. */
function numberRuns(): TextRun[] {
  const look = { ...type('plain', SIZE.small), font: FONT.plain }
  return ['— ', PageNumber.CURRENT, ' —'].map((each) => new TextRun({ ...look, children: [each] }))
}
