/** What a bureau is called in its letters, as its head keeps it: the sources `bureau.*`. */
export const BUREAU_FIELDS = ['name', 'word', 'address', 'contact', 'phone', 'review_organ', 'court', 'payee'] as const
export type BureauField = (typeof BUREAU_FIELDS)[number]

/** What the register says of an operator, as an officer noted it. */
export const PARTICULAR_FIELDS = ['code', 'person', 'address', 'phone', 'registered_place'] as const
export type ParticularField = (typeof PARTICULAR_FIELDS)[number]
