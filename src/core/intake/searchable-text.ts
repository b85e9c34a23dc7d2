import { normalise } from '../normalise/normalise.ts'
import { withoutIdentities } from './without-identities.ts'

/**
 * What the search index may hold of a paper: its words as they read (so that 保本 finds 保*本), without what names a person.
 * Identities stand in their own table; the index is not a second one.
 */
export function searchableText(text: string): string {
  return withoutIdentities(normalise(text).text, ' ')
}

/** What somebody typed into the search field, undisguised the same way. */
export function searchableQuery(typed: string): string {
  return normalise(typed).text
}
