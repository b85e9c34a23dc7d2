import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { DocumentPage } from '../../store/views/document-page.ts'
import type { Visit } from '../visit.ts'
import { wordFor } from '../words/words.ts'

interface ProvenanceProps {
  page: DocumentPage
  /** Whether the viewer may see the bytes, and with them the sheet a row stood in. */
  hasOriginal: boolean
  visit: Visit
}

/** What lets somebody else check the result: where it came from, and the hashes of paper, rulebook and model. */
export function Provenance({ page: { document, origin, assessment }, hasOriginal, visit }: ProvenanceProps) {
  const { document: w, terms, shell } = visit.words
  const rows: [string, string | null | undefined, 'hash'?][] = [
    [w.source, wordFor(terms.source, origin.source, shell.unknown)],
    [w.sender, origin.senderName],
    [w.external, origin.source === 'upload' ? null : origin.external],
    [w.fileName, origin.fileName],
    [w.row, origin.rowLocator],
    [w.format, document.format],
    [w.encoding, document.encoding],
    [w.assessedAt, assessment && shanghaiTime(assessment.at)],
    [w.hash, document.sha256, 'hash'],
    [w.rulebook, assessment?.rulebook, 'hash'],
    [w.model, assessment && (assessment.model === 'none' ? w.modelNone : assessment.model), 'hash'],
  ]
  return (
    <section class="card">
      <h2>{w.provenance}</h2>
      <dl class="facts">
        {rows.map(([name, value, form]) =>
          value ? (
            <>
              <dt>{name}</dt>
              <dd class={form}>{value}</dd>
            </>
          ) : null,
        )}
        {origin.parentDocumentId && hasOriginal ? (
          <>
            <dt>{w.row}</dt>
            <dd>
              <a href={`/documents/${origin.parentDocumentId}`}>{w.sheet}</a>
            </dd>
          </>
        ) : null}
        {origin.hasIdentity ? (
          <>
            <dt>{w.identity}</dt>
            <dd class="sealed">{w.identitySealed}</dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}
