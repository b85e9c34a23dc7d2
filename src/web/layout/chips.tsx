import { BANDS, type Band, type Category } from '../../core/document.ts'
import type { Words } from '../words/words.ts'

/** The four-colour grading: never by colour alone, the word stands beside it. */
export function BandChip({ band, words, does }: { band: Band; words: Words; does?: boolean }) {
  return (
    <span class={`band band-${band}`} title={words.terms.bandDoes[band]}>
      {words.terms.band[band]}
      {does ? <span class="band-does">{words.terms.bandDoes[band]}</span> : null}
    </span>
  )
}

export function CategoryChip({ category, band, words }: { category: Category; band?: Band; words: Words }) {
  return (
    <span class={`category category-${category}`}>
      {band ? <i class={`dot dot-${band}`} title={words.terms.band[band]} /> : null}
      {words.terms.category[category]}
    </span>
  )
}

/** What a lead is about, worst first. */
export function Labels({ labels, words }: { labels: readonly { category: Category; band: Band }[]; words: Words }) {
  const worstFirst = labels.toSorted((a, b) => BANDS.indexOf(a.band) - BANDS.indexOf(b.band))
  return (
    <>
      {worstFirst.map(({ category, band }) => (
        <CategoryChip category={category} band={band} words={words} />
      ))}
    </>
  )
}

/** A rule's number in law. */
export function Code({ code, title }: { code: string; title?: string | undefined }) {
  return (
    <code class="code" title={title}>
      {code}
    </code>
  )
}
