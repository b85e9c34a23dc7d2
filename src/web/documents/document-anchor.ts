import { type Fields, textField } from '../fields.ts'

/** The document page at the finding just ruled on. */
export function documentAnchor(documentId: string, fields: Fields): string {
  const number = textField(fields, 'n')
  return `/documents/${documentId}${/^\d{1,5}$/.test(number) ? `#f-${number}` : ''}`
}
