import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { LawMatterOnPage } from '../../store/views/document-page.ts'
import type { FindingOnPage, RulingOnPage } from '../../store/views/findings-on-page.ts'
import { hundredth } from '../format.ts'
import { CategoryChip, Code } from '../layout/chips.tsx'
import { Standing } from '../layout/standing.tsx'
import type { Visit } from '../visit.ts'
import { BasisList } from './basis-list.tsx'
import { despiteWhat } from './despite.ts'
import { hasMark } from './marked-text.tsx'
import { RulingForms } from './ruling-forms.tsx'

export interface FindingCardProps {
  finding: FindingOnPage
  number: number
  /** Changes of law among its articles. */
  matters?: readonly LawMatterOnPage[]
  visit: Visit
}

/** One finding: what, where, how sure, under which law, and what was ruled on it. */
export function FindingCard({ finding, number, matters, visit }: FindingCardProps) {
  const { words, language } = visit
  const { document: w, circumstances: c } = words
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
      {finding.despite ? <p class="unscored">{despiteWhat(finding.despite, words)}</p> : null}
      {finding.unscored ? <p class="unscored">{w.loweredBy[finding.unscored]}</p> : null}
      {finding.basis.length > 0 ? (
        <section class="basis">
          <h4>{w.basis}</h4>
          <BasisList finding={finding} matters={matters ?? []} visit={visit} />
          {matters?.map((matter) => (
            <a class="choice-note" href="#law">
              {c.matterOf(chosenWords(matter, visit))}
            </a>
          ))}
        </section>
      ) : null}
      <Rulings finding={finding} visit={visit} />
      <RulingForms finding={finding} number={number} visit={visit} />
    </article>
  )
}

function chosenWords({ choices }: LawMatterOnPage, { words: { circumstances: c } }: Visit): string {
  const standing = choices.at(-1)
  return standing ? c.chosen(c.version[standing.version]) : c.notChosen
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
  const { document: w, circumstances: c } = visit.words
  const standing = finding.rulings.at(-1)
  const earlier = finding.rulings.slice(0, -1).reverse()
  const { formerRuling } = finding
  if (!standing && !formerRuling) return null
  return (
    <section class="rulings" aria-label={w.rulingStands}>
      {formerRuling ? (
        <div class="former">
          <small>{c.formerRuling}</small>
          <p>
            <RulingLine ruling={formerRuling} visit={visit} />
          </p>
        </div>
      ) : null}
      {standing ? (
        <p>
          <RulingLine ruling={standing} visit={visit} />
        </p>
      ) : null}
      {standing?.carriedFrom ? <p class="carried">{c.carried}</p> : null}
      {earlier.length > 0 ? (
        <details>
          <summary>{w.rulingEarlier(earlier.length)}</summary>
          {earlier.map((ruling) => (
            <p>
              <RulingLine ruling={ruling} visit={visit} />
            </p>
          ))}
        </details>
      ) : null}
    </section>
  )
}

function RulingLine({ ruling, visit }: { ruling: RulingOnPage; visit: Visit }) {
  return (
    <>
      <Standing ruling={ruling} words={visit.words} />
      {ruling.note ? <q class="said">{ruling.note}</q> : null}
      <small>
        {ruling.officerName} {shanghaiTime(ruling.at)}
      </small>
    </>
  )
}
