import type { RequestHandler } from 'express'
import type { Received } from '../../actions/papers/receive-document.ts'
import { documentsById } from '../../store/views/documents-by-id.ts'
import { sameBytesBefore } from '../../store/views/same-bytes.ts'
import { screen } from '../doors.ts'
import { type Fields, textField } from '../fields.ts'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { pathWith } from '../local-path.ts'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'

const MOST = 50

/** Ids and outcomes travel in the address, so that the page can be reloaded without posting again. */
export function uploadResultPath(received: readonly Received[]): string {
  const ids = (outcome: Received['outcome']) =>
    received.flatMap((one) => (one.outcome === outcome ? one.documentId : [])).join(',')
  return pathWith('/upload/result', { received: ids('received'), duplicate: ids('duplicate') })
}

/** What became of each file. */
export function showUploadResult(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { intake, terms } = visit.words
    const asked = idsIn(req.query as Fields, 'received')
    const again = idsIn(req.query as Fields, 'duplicate')
    const documents = await documentsById(web.db, visit.viewer, [...asked, ...again].slice(0, MOST))
    const earlier = await sameBytesBefore(
      web.db,
      visit.viewer,
      documents.filter(({ id }) => !again.includes(id)),
    )
    const isWaiting = documents.some(({ stage }) => stage === 'received' || stage === 'processing')
    const duplicates = documents.filter(({ id }) => again.includes(id)).length
    sendPage(
      res,
      <Page at={visit} title={intake.resultTitle} section="upload">
        <Heading
          title={intake.resultTitle}
          sub={[
            intake.resultReceived(documents.length - duplicates),
            ...(duplicates > 0 ? [intake.resultDuplicate(duplicates)] : []),
          ].join(' · ')}
        >
          <a class="button primary" href="/upload">
            {intake.more}
          </a>
        </Heading>
        {isWaiting ? (
          <p class="help" data-refresh>
            {intake.resultHelp} <a href={visit.here}>{intake.refresh}</a>
          </p>
        ) : (
          <p class="help">{intake.resultDone}</p>
        )}
        <table class="list" data-rows>
          <thead>
            <tr>
              <th scope="col">{intake.file}</th>
              <th scope="col">{intake.outcome}</th>
              <th scope="col">{intake.progress}</th>
            </tr>
          </thead>
          <tbody>
            {documents.map((document) => {
              const outcome = again.includes(document.id) ? 'duplicate' : 'received'
              return (
                <tr class="row">
                  <td class="main">
                    <a class="title" href={`/documents/${document.id}`}>
                      {document.fileName ?? (document.title || intake.pasted)}
                    </a>
                  </td>
                  <td data-label={intake.outcome}>
                    <span class={`outcome outcome-${outcome}`}>{terms.outcome[outcome]}</span>
                    {outcome === 'duplicate' ? <small class="below">{intake.duplicateHelp}</small> : null}
                    {earlier.has(document.id) ? (
                      <small class="below">
                        {intake.sameBytes} <a href={`/documents/${earlier.get(document.id)}`}>{intake.sameBytesSee}</a>
                      </small>
                    ) : null}
                  </td>
                  <td data-label={intake.progress}>
                    <span class={`stage stage-${document.stage}`}>{terms.stage[document.stage]}</span>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Page>,
    )
  })
}

function idsIn(query: Fields, name: string): string[] {
  return textField(query, name)
    .split(',')
    .filter((id) => /^[\w-]{1,64}$/.test(id))
}
