import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { CaseGrounds, PaperOfCase } from '../../store/views/case-grounds.ts'
import { isDismissed, type Reason, reasonsOf, tally } from '../documents/reasons.ts'
import { Code } from '../layout/chips.tsx'
import { Standing } from '../layout/standing.tsx'
import { shorten } from '../shorten.ts'
import type { Visit } from '../visit.ts'

/** What the case rests on: each paper of its lead, with what was found there and how that stands. The newest paper stands open. */
export function Grounds({ grounds: { lead, papers }, visit }: { grounds: CaseGrounds; visit: Visit }) {
  const { cases, lead: w } = visit.words
  return (
    <section class="card">
      <h2>
        {cases.grounds} <span class="count">{lead.lead.documentCount}</span>
      </h2>
      <p class="help">{cases.groundsHelp}</p>
      {papers.map((paper, at) => (
        <details class="ground" open={at === 0}>
          <summary>
            <b>{nameOf(paper, visit)}</b>
            <small>{summaryOf(paper, visit)}</small>
          </summary>
          <p class="under">
            <a href={`/documents/${paper.document.id}`}>{cases.toPaper}</a>
            <span>{visit.words.terms.kind[paper.document.kind]}</span>
            <time dateTime={paper.document.receivedAt}>{shanghaiTime(paper.document.receivedAt)}</time>
          </p>
          {paper.findings.length > 0 ? <Findings paper={paper} visit={visit} /> : null}
        </details>
      ))}
      {lead.lead.documentCount > papers.length ? (
        <p class="help">{w.documentsMore(papers.length, lead.lead.documentCount)}</p>
      ) : null}
    </section>
  )
}

function nameOf({ document }: PaperOfCase, { words }: Visit): string {
  return document.title || document.fileName || words.document.untitled
}

function summaryOf({ findings }: PaperOfCase, { words }: Visit): string {
  const { all, dismissed, upheld } = tally(findings)
  return all === 0 ? words.document.noFindings : words.lead.ruled(all, dismissed, upheld)
}

function Findings({ paper, visit }: { paper: PaperOfCase; visit: Visit }) {
  const { document: w, cases } = visit.words
  return (
    <table class="list small grounds">
      <thead>
        <tr>
          <th scope="col">{w.findings}</th>
          <th scope="col">{w.factQuote}</th>
          <th scope="col">{w.basis}</th>
          <th scope="col">{cases.standing}</th>
        </tr>
      </thead>
      <tbody>
        {reasonsOf(paper.findings).map((reason) => (
          <Row reason={reason} paper={paper} visit={visit} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ reason, paper, visit }: { reason: Reason; paper: PaperOfCase; visit: Visit }) {
  const { words, language } = visit
  const { first, others } = reason
  const { finding, number } = first
  const standing = finding.rulings.at(-1)
  return (
    <tr class={isDismissed(first) ? 'is-dismissed' : undefined}>
      <td data-label={words.document.findings}>
        <Code code={finding.code} />{' '}
        <a class="name" href={`/documents/${paper.document.id}#f-${number}`}>
          {finding.ruleTitle?.[language] ?? finding.code}
        </a>
        {others.length > 0 ? (
          <small class="below">{words.lead.again(others.length, others.filter(isDismissed).length)}</small>
        ) : null}
      </td>
      <td data-label={words.document.factQuote} class="said">
        {finding.quote ? shorten(finding.quote, 60) : words.document.absent}
      </td>
      <td data-label={words.document.basis}>
        {finding.basis
          .filter(({ role }) => role === 'violates')
          .map(({ article }) => (
            <small class="below">{article}</small>
          ))}
      </td>
      <td data-label={words.cases.standing}>
        {standing ? <Standing ruling={standing} words={words} /> : words.document.rulingNone}
      </td>
    </tr>
  )
}
