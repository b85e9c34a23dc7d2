import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { LeadPage } from '../../store/views/lead-page.ts'
import type { Visit } from '../visit.ts'
import { wordFor } from '../words/words.ts'

export function LeadDocuments({ page, visit }: { page: LeadPage; visit: Visit }) {
  const { words } = visit
  const { documents, lead } = page
  return (
    <section class="card">
      <h2>
        {words.lead.documents} <span class="count">{lead.documentCount}</span>
      </h2>
      {lead.documentCount > 1 ? <p class="help">{words.lead.documentsHelp}</p> : null}
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{words.document.titleColumn}</th>
            <th scope="col">{words.document.sender}</th>
            <th scope="col">{words.document.findings}</th>
            <th scope="col">{words.document.received}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <tr>
              <td class="main">
                <a class="title" href={`/documents/${document.id}`}>
                  {document.title || document.fileName || words.document.untitled}
                </a>
                <div class="under">
                  <span>{words.terms.kind[document.kind]}</span>
                  {document.fileName ? <span class="file">{document.fileName}</span> : null}
                </div>
              </td>
              <td data-label={words.document.sender}>
                {document.senderName}
                <small class="below">{wordFor(words.terms.source, document.source, words.shell.unknown)}</small>
              </td>
              <td data-label={words.document.findings} class="nowrap">
                {words.lead.findings(document.findings)}
              </td>
              <td data-label={words.document.received} class="nowrap">
                {shanghaiTime(document.receivedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lead.documentCount > documents.length ? (
        <p class="help">{words.lead.documentsMore(documents.length, lead.documentCount)}</p>
      ) : null}
    </section>
  )
}
