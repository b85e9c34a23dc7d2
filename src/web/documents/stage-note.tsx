import { may } from '../../core/access/viewer.ts'
import type { DocumentPage } from '../../store/views/document-page.ts'
import { PostForm } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'
import { wordFor } from '../words/words.ts'

/** Why there is nothing to read yet, or at all, and what to do about it. */
export function StageNote({ page: { document }, visit }: { page: DocumentPage; visit: Visit }) {
  const { document: w, terms } = visit.words
  switch (document.stage) {
    case 'processed':
      return null
    case 'unreadable':
      return (
        <div class="alert alert-strong">
          <b>{w.unreadableTitle}</b>
          <span>{wordFor(terms.unreadable, document.unreadableReason ?? '', terms.unreadable.unsupported)}</span>
          <a class="button" href="/upload">
            {w.reupload}
          </a>
          <RetryForm document={document} visit={visit} />
        </div>
      )
    case 'failed':
      return (
        <div class="alert alert-strong">
          <b>{w.failedTitle}</b>
          <span>{w.failedHelp}</span>
          <RetryForm document={document} visit={visit} />
        </div>
      )
    case 'split':
      return <div class="alert alert-calm">{w.split}</div>
    default:
      return (
        <div class="alert alert-calm" data-refresh>
          {document.assessmentId ? visit.words.circumstances.again : w.waiting}
        </div>
      )
  }
}

function RetryForm({ document, visit }: { document: DocumentPage['document']; visit: Visit }) {
  if (!may(visit.viewer, 'document.retry')) return null
  return (
    <PostForm visit={visit} version={document.version} action={`/documents/${document.id}/retry`}>
      <button type="submit">{visit.words.document.retry}</button>
    </PostForm>
  )
}
