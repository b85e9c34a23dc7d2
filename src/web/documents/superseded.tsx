import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { DocumentPage } from '../../store/views/document-page.ts'
import { BandChip, Code, Labels } from '../layout/chips.tsx'
import type { Visit } from '../visit.ts'
import { CorrectionLine } from './circumstances.tsx'
import { FindingRow, FindingsTable } from './findings-table.tsx'

type Earlier = DocumentPage['superseded'][number]

/** Assessments before the one that stands: when, why it was replaced, what was found and ruled. Nothing of them is changed. */
export function Superseded({ superseded, visit }: { superseded: readonly Earlier[]; visit: Visit }) {
  const { circumstances: c } = visit.words
  if (superseded.length === 0) return null
  return (
    <section class="card" id="earlier">
      <h2>
        {c.superseded} <span class="count">{superseded.length}</span>
      </h2>
      <p class="help">{c.supersededHelp}</p>
      {superseded.map((earlier) => (
        <details class="ground">
          <summary>
            <b>{c.because[earlier.because]}</b>{' '}
            <small>{c.supersededAt(shanghaiTime(earlier.at), shanghaiTime(earlier.supersededAt))}</small>
          </summary>
          <Assessment earlier={earlier} visit={visit} />
        </details>
      ))}
    </section>
  )
}

function Assessment({ earlier, visit }: { earlier: Earlier; visit: Visit }) {
  const { words } = visit
  return (
    <>
      {earlier.corrections.length > 0 ? (
        <ul class="log">
          {earlier.corrections.map((correction) => (
            <li>
              <CorrectionLine correction={correction} visit={visit} />
            </li>
          ))}
        </ul>
      ) : null}
      <p class="under">
        <BandChip band={earlier.band} words={words} />
        {earlier.labels.length > 0 ? (
          <Labels
            labels={earlier.labels.map((category) => ({ category, band: earlier.bands[category] }))}
            words={words}
          />
        ) : (
          words.circumstances.noLabels
        )}
      </p>
      {earlier.findings.length > 0 ? <Findings earlier={earlier} visit={visit} /> : <p>{words.document.noFindings}</p>}
    </>
  )
}

function Findings({ earlier, visit }: { earlier: Earlier; visit: Visit }) {
  return (
    <FindingsTable visit={visit}>
      {earlier.findings.map((finding) => (
        <FindingRow finding={finding} isDismissed={finding.rulings.at(-1)?.verdict === 'dismissed'} visit={visit}>
          <Code code={finding.code} /> {finding.ruleTitle?.[visit.language] ?? ''}
        </FindingRow>
      ))}
    </FindingsTable>
  )
}
