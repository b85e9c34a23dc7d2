import type { Viewer } from '../../core/access/viewer.ts'
import type { Call } from '../../core/intake/call.ts'
import { withoutIdentities } from '../../core/intake/without-identities.ts'
import { withoutPeople } from '../../core/intake/without-people.ts'
import { problem } from '../../core/problem.ts'
import { addDraftDocument, draftOf } from '../../store/call-drafts.ts'
import { sha256Of } from '../../store/file-bytes.ts'
import { receiveDocument } from '../papers/receive-document.ts'
import type { Parts } from '../parts.ts'
import { mustTakeCalls } from './save-call-draft.ts'

export interface Attachment {
  bytes: Uint8Array
  fileName: string
}

/**
 * A paper that came with a call, received like any other: what is found in it makes a lead of its own.
 * The same file twice is the same paper.
 * @throws problem auth.forbidden, form.stale when there is no such draft of hers
 */
export async function attachToCall(
  parts: Pick<Parts, 'db' | 'files' | 'ring' | 'now' | 'homeRegion'>,
  viewer: Viewer,
  order: { callId: string } & Attachment,
): Promise<string> {
  mustTakeCalls(viewer, order.callId)
  const draft = await draftOf(parts.db, viewer.officerId, order.callId)
  if (!draft) throw problem('form.stale', { callId: order.callId })
  const documentId = await receiveAttachment(parts, viewer, { ...order, people: draft.people })
  await parts.db.transaction((trx) => addDraftDocument(trx, order.callId, documentId))
  return documentId
}

/** The same without a draft, for what is sent with the finished form. Lists show its file name, which must not tell who called. */
export async function receiveAttachment(
  parts: Pick<Parts, 'db' | 'files' | 'ring' | 'now' | 'homeRegion'>,
  viewer: Viewer,
  { callId, people, bytes, fileName }: { callId: string } & Pick<Call, 'people'> & Attachment,
): Promise<string> {
  const { documentId } = await receiveDocument(parts, {
    envelope: { source: 'call', sender: viewer.officerId, external: `${callId}:${sha256Of(Buffer.from(bytes))}` },
    bytes,
    fileName: withoutIdentities(withoutPeople({ people }, fileName), '××'),
    given: { region: viewer.region, regionAssumed: true },
    actor: { officerId: viewer.officerId },
  })
  return documentId
}
