import type { Viewer } from '../../core/access/viewer.ts'
import type { DocumentPage } from '../../store/views/document-page.ts'
import { documentsById } from '../../store/views/documents-by-id.ts'
import type { WebParts } from '../web-parts.ts'

/**
 * Whether a viewer of a paper may have its original bytes too. Those of a row are the whole sheet, with other people's rows and names in it:
 * they are for whoever may see the sheet itself.
 */
export async function maySeeOriginal(
  web: Pick<WebParts, 'db'>,
  viewer: Viewer,
  { origin }: DocumentPage,
): Promise<boolean> {
  if (!origin.parentDocumentId) return origin.source !== 'row'
  return (await documentsById(web.db, viewer, [origin.parentDocumentId])).length > 0
}
