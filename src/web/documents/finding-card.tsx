import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { FindingOnPage } from '../../store/views/document-page.ts'
import { hundredth } from '../format.ts'
import { CategoryChip, Code } from '../layout/chips.tsx'
import { Standing } from '../layout/standing.tsx'
import type { Visit } from '../visit.ts'
import { BasisEntry } from './basis-entry.tsx'
import { hasMark } from './marked-text.tsx'
import { RulingForms } from './ruling-forms.tsx'

export interface FindingCardProps {
  finding: FindingOnPage
  number: number
  visit: Visit
}

/** One finding: what, where, how sure, under which law, and what was ruled on it. */
export function FindingCard({ finding, number, visit }: FindingCardProps) {
  const { words, language } = visit
  const w = words.document
  const standing = finding.rulings.at(-1)
  return (
    <article class={`finding sev-${finding.severity}${standing ? ` is-${standing.verdict}` : ''}`} id={`f-${number}`}>
      <header>
        <span class="n">{number}</span>
        <h3>{finding.ruleTitle?.[language] ?? finding.code}</h3>
        <Code code={finding.code} title={finding.rule} />
      </header>
      <p class="message">{finding.message[language]}</p>
      <Quote finding={finding} number={number} visit={visit} />
      <div class="meta">
        <CategoryChip category={finding.category} words={words} />
        <span class={`severity sev-${finding.severity}`}>
          {w.severity} <b>{words.terms.severity[finding.severity]}</b>
        </span>
        <span title={w.confidenceHelp}>
          {w.confidence} <b>{hundredth(finding.confidence)}%</b>
        </span>
        <span>
          {w.frame} <b>{words.terms.frame[finding.frame]}</b>
        </span>
      </div>
      {finding.unscored ? <p class="unscored">{w.loweredBy[finding.unscored]}</p> : null}
      {finding.basis.length > 0 ? (
        <section class="basis">
          <h4>{w.basis}</h4>
          <BasisList finding={finding} visit={visit} />
        </section>
      ) : null}
      <Rulings finding={finding} visit={visit} />
      <RulingForms finding={finding} number={number} visit={visit} />
    </article>
  )
}

/** What is breached and what it threatens stand open; what only defines is folded away. */
function BasisList({ finding, visit }: { finding: FindingOnPage; visit: Visit }) {
  const entries = (basis: FindingOnPage['basis']) => (
    <ul>
      {basis.map((one) => (
        <BasisEntry basis={one} article={finding.articles[one.id]} visit={visit} />
      ))}
    </ul>
  )
  const defining = finding.basis.filter(({ role }) => role === 'defines')
  const open = [
    ...finding.basis.filter(({ role }) => role === 'violates'),
    ...finding.basis.filter(({ role }) => role === 'penalises'),
  ]
  if (open.length === 0) return entries(defining)
  return (
    <>
      {entries(open)}
      {defining.length > 0 ? (
        <details>
          <summary>{visit.words.document.basisMore(defining.length)}</summary>
          {entries(defining)}
        </details>
      ) : null}
    </>
  )
}

function Quote({ finding, number, visit }: FindingCardProps) {
  const w = visit.words.document
  const quotes = [...new Set(finding.elements.map(({ quote }) => quote))].filter(
    (quote) => quote && quote !== finding.quote,
  )
  return (
    <>
      {finding.quote === '' ? <p class="absent">{w.absent}</p> : null}
      {finding.quote && !finding.message[visit.language].includes(finding.quote) ? (
        <blockquote class="quote">
          {finding.quote.length > 200 ? `${finding.quote.slice(0, 200)}…` : finding.quote}
        </blockquote>
      ) : null}
      {quotes.length > 0 ? (
        <p class="elements">
          <span>{w.elements}</span>
          {quotes.slice(0, 8).map((quote) => (
            <q>{quote.length > 60 ? `${quote.slice(0, 60)}…` : quote}</q>
          ))}
        </p>
      ) : null}
      {hasMark(finding) ? (
        <a class="to-text" href={`#m-${number}`}>
          {w.toText}
        </a>
      ) : null}
    </>
  )
}

function Rulings({ finding, visit }: { finding: FindingOnPage; visit: Visit }) {
  const { document: w } = visit.words
  const standing = finding.rulings.at(-1)
  const earlier = finding.rulings.slice(0, -1).reverse()
  if (!standing) return null
  const line = (ruling: typeof standing) => (
    <>
      <Standing ruling={ruling} words={visit.words} />
      {ruling.note ? <q class="said">{ruling.note}</q> : null}
      <small>
        {ruling.officerName} {shanghaiTime(ruling.at)}
      </small>
    </>
  )
  return (
    <section class="rulings" aria-label={w.rulingStands}>
      <p>{line(standing)}</p>
      {earlier.length > 0 ? (
        <details>
          <summary>{w.rulingEarlier(earlier.length)}</summary>
          {earlier.map((ruling) => (
            <p>{line(ruling)}</p>
          ))}
        </details>
      ) : null}
    </section>
  )
}
