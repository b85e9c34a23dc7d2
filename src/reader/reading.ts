import type { Span } from '../core/document.ts'

/** Why bytes could not be read, in a closed list; the words for the clerk stand in `src/web/words/` (`unreadable.<reason>`). */
export const UNREADABLE_REASONS = [
  'empty',
  'too_large',
  'encrypted',
  'corrupt',
  'no_text', // a scan or picture without a text layer
  'zip_bomb',
  'wrong_extension', // bytes are not what the name says and not something we read
  'old_office', // .doc .xls .ppt: save as docx or pdf
  'wps', // .wps .et: save as docx or pdf
  'ofd', // save as pdf
  'unsupported', // any other format
  'too_slow', // ran past its time
  'bad_encoding',
] as const
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number]

/** What a file turned out to be, from its bytes. */
export type Format = 'text' | 'html' | 'docx' | 'pdf' | 'csv' | 'xlsx'

/** A link kept from html or docx: it can be a fact although the reader does not see the address. */
export interface ReadLink {
  href: string
  /** Where its visible text stands in `text`. */
  span: Span
}

/** One paper's text as a person would see it. */
export interface ReadText {
  format: Format
  /** Character set the bytes were in, for text-like formats. */
  encoding?: string
  text: string
  links: ReadLink[]
  /** Where each page starts in `text`, for paged formats; `pages[0] === 0`. */
  pages?: number[]
  title?: string
}

/** A sheet taken apart: one paper per row, or per sheet when no column map fits. */
export interface SheetPaper {
  /** `Sheet1!12` (sheet and 1-based row as a spreadsheet program counts it) or `Sheet1`; in csv `row 12` or `table`. */
  locator: string
  text: string
  /**
   * Columns the map recognised, by our names, as written but for `date` (ISO where it can be read). Any other column stays in `text` under its
   * heading; names, telephones and other identities (address, identity number) never do.
   */
  fields: Partial<Record<SheetField, string>>
  /** The cells by heading as the file has them, identities and all, for whoever takes an export's columns apart; left out where nothing heads the rows. */
  row?: Record<string, string>
}

/** Columns of a sheet that mean something to intake. */
export const SHEET_FIELDS = [
  'text',
  'external',
  'kind',
  'date',
  'region',
  'entity',
  'channel',
  'title',
  'name',
  'phone',
] as const
export type SheetField = (typeof SHEET_FIELDS)[number]

export type Reading =
  | { outcome: 'text'; paper: ReadText }
  /** `textless`: locators of rows under a heading that hold something, but no text; left out where there are none. */
  | { outcome: 'sheet'; format: 'csv' | 'xlsx'; papers: SheetPaper[]; textless?: string[] }
  | { outcome: 'unreadable'; reason: UnreadableReason; hint?: string }
