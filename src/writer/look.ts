import type { IRunOptions } from 'docx'
import type { LetterStyle } from '../core/letter/template.ts'

/** Twentieths of a point in a millimetre. */
export function millimetres(mm: number): number {
  return Math.round((mm * 1440) / 25.4)
}

export function points(pt: number): number {
  return Math.round(pt * 20)
}

/** Page A4, margins and type area of GB/T 9704-2012 5.2: 156 mm × 225 mm. */
export const PAGE = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 } as const

/** Forms and records use more of the sheet. */
export const FORM_PAGE = { ...PAGE, top: 25, bottom: 25, left: 25, right: 20 } as const

export function pageOf(style: LetterStyle): typeof PAGE | typeof FORM_PAGE {
  return style === 'form' || style === 'record' ? FORM_PAGE : PAGE
}

/** Width of the type area in millimetres. */
export function typeWidth(style: LetterStyle): number {
  const page = pageOf(style)
  return page.width - page.left - page.right
}

/** Sizes in points: 二号, 三号, 四号, 小四. */
export const SIZE = { title: 22, body: 16, small: 14, cell: 12 } as const

/** Body lines stand this far apart, fixed: 22 of them fill the type area. */
export const LINE_POINTS = 29

export const RED = 'C00000'

/**
 * Fonts by use. Every office machine has 仿宋, 黑体 and 宋体. Titles are 宋体 in bold: the standard's 小标宋体 must be bought, and where it is absent
 * each program takes another face for it. 宋体 goes by its other name, which more systems know a free face for.
 */
export const FONT = {
  body: '仿宋',
  heading: '黑体',
  title: 'SimSun',
  plain: 'SimSun',
  latin: 'Times New Roman',
} as const

/** How a run of words looks. */
export function type(font: keyof typeof FONT, size: number, more: IRunOptions = {}): IRunOptions {
  const name = FONT[font]
  return {
    font: { ascii: FONT.latin, hAnsi: FONT.latin, eastAsia: name, cs: FONT.latin },
    size: size * 2,
    // Figures and Latin letters are not Chinese words, or a number would be broken anywhere.
    language: { value: 'en-US', eastAsia: 'zh-CN' },
    ...more,
  }
}
