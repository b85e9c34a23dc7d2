import type { CitedBasis } from '../../core/check/finding.ts'
import type { BasisArticle, Penalty } from '../../core/check/rule.ts'
import { yuan } from '../format.ts'
import type { Visit } from '../visit.ts'
import type { Words } from '../words/words.ts'

interface BasisEntryProps {
  basis: CitedBasis
  /** The article's own entry in the rulebook the finding was made with. */
  article: BasisArticle | undefined
  visit: Visit
}

/** One article: what it is called, what it says in short, when it stood, and how well its source is verified. */
export function BasisEntry({ basis, article, visit }: BasisEntryProps) {
  const { words, language } = visit
  const { document: w, terms } = words
  const name = language === 'en' && article ? `${article.title.en}, ${article.article.en}` : basis.article
  return (
    <li class={`basis-${basis.role}`}>
      <span class="role">{terms.basisRole[basis.role]}</span>
      <div>
        <b>{name}</b>
        <span
          class={`verified verified-${basis.confidence === 'V' ? 'yes' : basis.confidence === 'V*' ? 'partly' : 'no'}`}
          title={terms.basisConfidenceHelp[basis.confidence]}
        >
          {terms.basisConfidence[basis.confidence]}
        </span>
        {article ? <p class="gist">{article.gist[language]}</p> : null}
        {basis.penalty ? <p class="penalty">{penaltyWords(basis.penalty, words)}</p> : null}
        {basis.condition ? <p class="condition">{w.condition(conditionIn(basis.condition, language))}</p> : null}
        <small>{w.inForce(basis.in_force[0], basis.in_force[1] ?? w.now)}</small>
      </div>
    </li>
  )
}

/** Conditions are kept in both languages, `若属广告 / if an advertisement`, several joined by `；`. */
function conditionIn(condition: string, language: Visit['language']): string {
  return condition
    .split('；')
    .map((both) =>
      both
        .split(' / ')
        .at(language === 'zh' ? 0 : -1)!
        .trim(),
    )
    .join(language === 'zh' ? '；' : '; ')
}

function penaltyWords({ floorFen, capFen, times, timesOf, department }: Penalty, words: Words): string {
  const w = words.document
  const parts: string[] = []
  if (times) parts.push(w.penaltyTimes(times[0], times[1], timesOf ?? w.proceeds))
  if (floorFen !== undefined && capFen !== undefined) {
    parts.push(w.penaltyRange(yuan(floorFen, words), yuan(capFen, words)))
  } else if (capFen !== undefined) parts.push(w.penaltyUpTo(yuan(capFen, words)))
  else if (floorFen !== undefined) parts.push(w.penaltyFrom(yuan(floorFen, words)))
  parts.push(w.penaltyBy(department))
  return parts.join(words.shell.listComma)
}
