import type { ComponentChildren } from 'preact'
import type { FindingOnPage } from '../../store/views/findings-on-page.ts'
import { Standing } from '../layout/standing.tsx'
import { shorten } from '../shorten.ts'
import type { Visit } from '../visit.ts'

/** Findings a row each: rule, quotation, article breached, how officers ruled. */
export function FindingsTable({ visit, children }: { visit: Visit; children: ComponentChildren }) {
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
      <tbody>{children}</tbody>
    </table>
  )
}

interface FindingRowProps {
  finding: Pick<FindingOnPage, 'quote' | 'basis' | 'rulings'>
  isDismissed: boolean
  visit: Visit
  /** The rule, as the page shows it. */
  children: ComponentChildren
}

export function FindingRow({ finding, isDismissed, visit, children }: FindingRowProps) {
  const { words } = visit
  const standing = finding.rulings.at(-1)
  return (
    <tr class={isDismissed ? 'is-dismissed' : undefined}>
      <td data-label={words.document.findings}>{children}</td>
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
