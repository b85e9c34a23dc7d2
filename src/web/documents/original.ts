import type { RequestHandler } from 'express'
import { problem } from '../../core/problem.ts'
import { documentPage } from '../../store/views/document-page.ts'
import { screen } from '../doors.ts'
import type { WebParts } from '../web-parts.ts'
import { maySeeOriginal } from './may-see-original.ts'

/** The bytes as they came, to be saved and never shown by the browser itself: they may hold anything. */
export function sendOriginal(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const page = await documentPage(web.db, visit.viewer, String(req.params.id))
    const { document, origin } = page
    if (!(await maySeeOriginal(web, visit.viewer, page))) throw problem('not_found', { documentId: document.id })
    const bytes = await web.files.get(document.sha256)
    res
      .set({
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': attachment(origin.fileName ?? `${document.sha256.slice(0, 12)}.txt`),
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      })
      .send(Buffer.from(bytes))
  })
}

/** RFC 6266 with the name in UTF-8 as RFC 5987 has it, and a plain one beside it for what does not read that. */
export function attachment(fileName: string): string {
  const name =
    fileName
      .replace(/[\p{Cc}/\\]/gu, '_')
      .toWellFormed()
      .slice(-150)
      .toWellFormed() || 'original'
  const plain = name.replace(/[^\x20-\x7e]|["%;]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
