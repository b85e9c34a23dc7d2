import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { CaseGrounds, PaperOfCase } from '../../store/views/case-grounds.ts'
import { FindingRow, FindingsTable } from '../documents/findings-table.tsx'
import { isDismissed, type Reason, reasonsOf, tally } from '../documents/reasons.ts'
import { Code } from '../layout/chips.tsx'
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
  return (
    <FindingsTable visit={visit}>
      {reasonsOf(paper.findings).map((reason) => (
        <Row reason={reason} paper={paper} visit={visit} />
      ))}
    </FindingsTable>
  )
}

function Row({ reason, paper, visit }: { reason: Reason; paper: PaperOfCase; visit: Visit }) {
  const { words, language } = visit
  const { first, others } = reason
  const { finding, number } = first
  return (
    <FindingRow finding={finding} isDismissed={isDismissed(first)} visit={visit}>
      <Code code={finding.code} />{' '}
      <a class="name" href={`/documents/${paper.document.id}#f-${number}`}>
        {finding.ruleTitle?.[language] ?? finding.code}
      </a>
      {others.length > 0 ? (
        <small class="below">{words.lead.again(others.length, others.filter(isDismissed).length)}</small>
      ) : null}
    </FindingRow>
  )
}
