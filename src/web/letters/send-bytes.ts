import type { RequestHandler, Response } from 'express'
import { takeBytes } from '../../actions/letters/take-bytes.ts'
import { attachment } from '../documents/original.ts'
import { screen } from '../doors.ts'
import type { WebParts } from '../web-parts.ts'

export function sendExhibit(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const order = { what: 'exhibit', matterId: String(req.params.id), exhibitId: String(req.params.exhibit) } as const
    send(res, await takeBytes(web, visit.viewer, order))
  })
}

export function sendLetter(web: WebParts, what: 'letter' | 'package'): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const order = { what, matterId: String(req.params.id), letterId: String(req.params.letter) }
    send(res, await takeBytes(web, visit.viewer, order))
  })
}

/** To be saved and never shown by the browser itself: exhibits may hold anything. */
function send(res: Response, { bytes, fileName }: { bytes: Uint8Array; fileName: string }): void {
  res
    .set({
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': attachment(fileName),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    })
    .send(Buffer.from(bytes))
}
