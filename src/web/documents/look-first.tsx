import type { DocumentPage } from '../../store/views/document-page.ts'
import { Code } from '../layout/chips.tsx'
import type { Visit } from '../visit.ts'
import { gravestFindings } from './gravest-findings.ts'

/** Links to the findings that weigh most, above all that stand in the order of the text. */
export function LookFirst({ page: { findings, assessment }, visit }: { page: DocumentPage; visit: Visit }) {
  const gravest = gravestFindings(findings, assessment?.reasons ?? [])
  if (gravest.length === 0) return null
  return (
    <nav class="look-first" aria-label={visit.words.document.lookFirst}>
      <b>{visit.words.document.lookFirst}</b>
      {gravest.map((at) => {
        const { code, rule, ruleTitle, severity } = findings[at]!
        const title = ruleTitle?.[visit.language] ?? code
        return (
          <a href={`#f-${at + 1}`} class={`sev-${severity}`} title={title}>
            <Code code={code} title={rule} /> {title}
          </a>
        )
      })}
    </nav>
  )
}
