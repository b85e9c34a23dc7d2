import type { FindingOnPage } from '../../store/views/findings-on-page.ts'
import type { Words } from '../words/words.ts'

type Ruling = FindingOnPage['rulings'][number]

/** What stands of an officer's ruling: the verdict and, for a dismissal, its typed reason. */
export function Standing({ ruling, words }: { ruling: Pick<Ruling, 'verdict' | 'reason'>; words: Words }) {
  const { terms } = words
  return (
    <span class="standing">
      <b class={`verdict verdict-${ruling.verdict}`}>{terms.verdict[ruling.verdict]}</b>
      {ruling.reason ? <span>{terms.dismissReason[ruling.reason]}</span> : null}
    </span>
  )
}
