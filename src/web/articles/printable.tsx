import type { ArticleRow } from '../../store/views/articles.ts'
import type { Words } from '../words/words.ts'

/** How far an article's confirmation has come and, where it matters, that no letter may cite it yet. */
export function Printable({ state, isPrintable, words }: Pick<ArticleRow, 'state' | 'isPrintable'> & { words: Words }) {
  const degree = isPrintable ? 'yes' : state === 'unconfirmed' || state === 'refused' ? 'no' : 'partly'
  return <span class={`verified verified-${degree}`}>{words.articles.states[state]}</span>
}
