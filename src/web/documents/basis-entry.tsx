import { may } from '../../core/access/viewer.ts'
import type { CitedBasis } from '../../core/check/finding.ts'
import type { Penalty } from '../../core/check/rule.ts'
import type { ArticleOnPage } from '../../store/views/findings-on-page.ts'
import { articlePath } from '../articles/article-path.ts'
import { yuan } from '../format.ts'
import type { Visit } from '../visit.ts'
import type { Words } from '../words/words.ts'

interface BasisEntryProps {
  basis: CitedBasis
  /** The article's own entry in the rulebook the finding was made with. */
  article: ArticleOnPage | undefined
  visit: Visit
}

/** One article: what it is called, what it says in short, when it stood, what it threatens, and how well its source is verified. */
export function BasisEntry({ basis, article, visit }: BasisEntryProps) {
  const { words, language } = visit
  const { document: w, terms } = words
  const name = language === 'en' && article ? `${article.title.en}, ${article.article.en}` : basis.article
  return (
    <li class={`basis-${basis.role}`}>
      <span class="role">{terms.basisRole[basis.role]}</span>
      <div>
        <b>{name}</b>
        <Verified basis={basis} article={article} visit={visit} />
        {basis.alternatives ? (
          <span class={`verified verified-${basis.alternatives.preferred ? 'yes' : 'partly'}`} title={w.alternatives}>
            {basis.alternatives.preferred ? w.preferred : w.alternative}
          </span>
        ) : null}
        {article ? <p class="gist">{article.gist[language]}</p> : null}
        {basis.penalty ? <p class="penalty">{penaltyWords(basis.penalty, visit)}</p> : null}
        {basis.alternatives ? <p class="gist">{basis.alternatives.why[language]}</p> : null}
        {article?.unpunished && !basis.pairs ? <p class="gist">{article.unpunished[language]}</p> : null}
        {basis.condition ? <p class="condition">{w.condition(conditionIn(basis.condition, language))}</p> : null}
        <small>{w.inForce(basis.in_force[0], basis.in_force[1] ?? w.now)}</small>
      </div>
    </li>
  )
}

/** How well the source is verified and, where it is not, what that means for letters; whoever may confirm it finds the way. */
function Verified({ basis, article, visit }: BasisEntryProps) {
  const { terms, articles } = visit.words
  const isConfirmed = basis.confidence !== 'V' && article?.isPrintable === true
  const degree = isConfirmed || basis.confidence === 'V' ? 'yes' : basis.confidence === 'V*' ? 'partly' : 'no'
  const note = basis.confidence === 'V*' ? articles.supportsOnly : articles.toBeConfirmed
  return (
    <>
      <span class={`verified verified-${degree}`} title={terms.basisConfidenceHelp[basis.confidence]}>
        {isConfirmed ? articles.confirmed : terms.basisConfidence[basis.confidence]}
      </span>
      {degree === 'yes' ? null : (
        <p class="condition">
          {article && may(visit.viewer, 'article.read') ? <a href={articlePath(basis.id)}>{note}</a> : note}
        </p>
      )}
    </>
  )
}

/** Conditions are kept in both languages, `若属广告 / if an advertisement`, several joined by `；`. */
export function conditionIn(condition: string, language: Visit['language']): string {
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

function penaltyWords(penalty: Penalty, { words, language }: Visit): string {
  const w = words.document
  const { serious, besides, department } = penalty
  const parts = [...tierWords(penalty, penalty.timesOf, words)]
  if (serious) parts.push(w.penaltySerious(tierWords(serious, penalty.timesOf, words).join(words.shell.listComma)))
  if (besides) parts.push(besides[language])
  parts.push(w.penaltyBy(department))
  return parts.join(words.shell.listComma)
}

function tierWords(tier: NonNullable<Penalty['serious']>, timesOf: string | undefined, words: Words): string[] {
  const { floorFen, capFen, times } = tier
  const w = words.document
  const parts: string[] = []
  if (times) parts.push(w.penaltyTimes(times[0], times[1], timesOf ?? w.proceeds))
  if (floorFen !== undefined && capFen !== undefined) {
    parts.push(w.penaltyRange(yuan(floorFen, words), yuan(capFen, words)))
  } else if (capFen !== undefined) parts.push(w.penaltyUpTo(yuan(capFen, words)))
  else if (floorFen !== undefined) parts.push(w.penaltyFrom(yuan(floorFen, words)))
  return parts
}
