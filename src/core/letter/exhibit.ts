/** How an exhibit came to be: a file, a quotation of a paper on file, a screenshot, a note of a call, a paper as it came. */
export const EXHIBIT_SOURCES = ['file', 'quote', 'screenshot', 'call_note', 'document'] as const
export type ExhibitSource = (typeof EXHIBIT_SOURCES)[number]

/** Kinds of evidence (《行政处罚法》第四十六条), and how a list of exhibits calls them. */
export const EVIDENCE_KINDS = {
  documentary: { zh: '书证', en: 'documentary' },
  material: { zh: '物证', en: 'material' },
  audio_video: { zh: '视听资料', en: 'audio and video' },
  electronic: { zh: '电子数据', en: 'electronic data' },
  testimony: { zh: '证人证言', en: 'testimony' },
  statement: { zh: '当事人的陈述', en: 'statement of the party' },
  appraisal: { zh: '鉴定意见', en: 'appraisal' },
  record: { zh: '勘验笔录、现场笔录', en: 'record made on site' },
} as const
export type EvidenceKind = keyof typeof EVIDENCE_KINDS

/** What may happen to an exhibit. `added`, `packed`, `checked` and `damaged` the program notes by itself. */
export const CUSTODY_VERBS = [
  'added',
  'moved',
  'lent',
  'returned',
  'copied',
  'packed',
  'checked',
  'damaged',
  'handed_over',
] as const
export type CustodyVerb = (typeof CUSTODY_VERBS)[number]
export const CUSTODY_BY_HAND = ['moved', 'lent', 'returned', 'copied', 'handed_over'] as const satisfies CustodyVerb[]

/** The elements of illegal fundraising (《防范和处置非法集资条例》第二条), as a transfer sets them against the exhibits. */
export const ELEMENTS = {
  unlicensed: { zh: '未经依法许可或者违反国家金融管理规定', en: 'without licence or against financial rules' },
  promise: {
    zh: '以许诺还本付息或者给予其他投资回报等方式',
    en: 'by a promise of principal, interest or other return',
  },
  public: { zh: '向不特定对象吸收资金', en: 'takes money from an unspecified public' },
} as const
export type Element = keyof typeof ELEMENTS

/** What an exhibit shows, marked for a transfer: an element in its own words, a person, an account. */
export type Mark =
  | { kind: 'element'; element: Element; quote: string }
  | { kind: 'person'; name: string; part: string; amountFen: number | null }
  | { kind: 'account'; holder: string; bank: string; number: string }
export const MARK_KINDS = ['element', 'person', 'account'] as const

/** 证3 第2页. */
export function exhibitPage(number: number, page: number | null): string {
  return page === null ? exhibitNumber(number) : `${exhibitNumber(number)}第${page}页`
}

export function exhibitNumber(number: number): string {
  return `证${number}`
}

/** What has more pages is another thing than a page count; a database keeps no such number. */
const MOST_PAGES = 100_000

/** 1, 2, …: how many pages there are, or which one. */
export function isPageNumber(page: number): boolean {
  return Number.isInteger(page) && page >= 1 && page <= MOST_PAGES
}
