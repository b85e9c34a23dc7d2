import type { Span } from '../document.ts'
import { sieved } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

/** An address the reader found behind words of a page; the span is into the original text. */
export interface PageLink {
  href: string
  span: Span
}

const ADDRESS = sieved(
  /(?:https?:\/\/|www\.)[A-Za-z0-9.-]{3,100}(?::\d{2,5})?(?:\/[\w\-./?%&=#~+:@!,;]{0,300})?|(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,3}(?:com|cn|net|org|top|vip|xyz|cc|shop|club|info|site|online|app|ltd|co|io|me)(?:\.cn)?(?![\w-])(?:\/[\w\-./?%&=#~+]{0,200})?/g,
)

/** Without these it has nothing to read. */
export const LINK_SIGNS = [ADDRESS]

/** Web addresses written in the text, and those behind the words of a page. */
export function links(reading: Reading, kept: readonly PageLink[]): Fact[] {
  const facts: Fact[] = []
  for (const match of reading.sieve.all(ADDRESS)) {
    const written = match[0].replace(/[.,;:!?]+$/, '')
    facts.push(
      factAt(reading.clean, match.index, match.index + written.length, {
        type: 'link',
        value: written,
        unit: '',
        role: 'written',
      }),
    )
  }
  const { original } = reading.clean
  for (const { href, span } of kept) {
    if (span.start < 0 || span.end > original.length || span.start > span.end) continue
    facts.push({
      type: 'link',
      value: href,
      unit: '',
      role: 'behind',
      start: span.start,
      end: span.end,
      quote: original.slice(span.start, span.end),
    })
  }
  return facts
}
