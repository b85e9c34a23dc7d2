import { Code } from '../layout/chips.tsx'
import { Standing } from '../layout/standing.tsx'
import { shorten } from '../shorten.ts'
import { FindingCard, type FindingCardProps } from './finding-card.tsx'

/** One more place where a rule was met that stands open above: a line that opens. */
export function RepeatedFinding({ finding, number, matters, visit }: FindingCardProps) {
  const standing = finding.rulings.at(-1)
  return (
    <details class={`repeat sev-${finding.severity}${standing?.verdict === 'dismissed' ? ' is-dismissed' : ''}`}>
      <summary>
        <span class="n">{number}</span> <Code code={finding.code} title={finding.ruleTitle?.[visit.language]} />{' '}
        <span class="name">{shorten(finding.quote || finding.message[visit.language], 24)}</span>
        {standing ? <Standing ruling={standing} words={visit.words} /> : null}
      </summary>
      <FindingCard finding={finding} number={number} matters={matters ?? []} visit={visit} />
    </details>
  )
}
