import type { Request, RequestHandler } from 'express'
import multer from 'multer'
import { addExhibit, type ExhibitSubject } from '../../actions/letters/add-exhibit.ts'
import { EVIDENCE_KINDS, type EvidenceKind } from '../../core/letter/exhibit.ts'
import { problem } from '../../core/problem.ts'
import { form } from '../doors.ts'
import { choice, dayOrNone, type Fields, textField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

const MEGABYTE = 1024 * 1024

const readUpload = multer({
  storage: multer.memoryStorage(),
  // Without it file names in UTF-8 arrive as Latin-1.
  defParamCharset: 'utf8',
  limits: { files: 1, fileSize: 50 * MEGABYTE, fields: 20, fieldSize: MEGABYTE, parts: 25 },
}).array('files')

export function postExhibit(web: WebParts): RequestHandler[] {
  return form(
    web,
    async (visit, fields, req) => {
      const matterId = String(req.params.id)
      const pages = textField(fields, 'pages')
      const kind = choice(fields, 'evidence_kind', Object.keys(EVIDENCE_KINDS) as EvidenceKind[])
      if (!kind) throw problem('form.invalid', { field: 'evidence_kind' })
      const exhibit = await addExhibit(web, visit.viewer, {
        matterId,
        title: textField(fields, 'title'),
        evidenceKind: kind,
        origin: textField(fields, 'origin'),
        takenOn: dayOrNone(fields, 'taken_on'),
        pages: pages === '' ? null : Number(pages),
        place: textField(fields, 'place'),
        subject: subjectOf(fields, req),
      })
      return `/matters/${matterId}#exhibit-${exhibit.number}`
    },
    (req, res, next) => {
      if (!req.is('multipart/form-data')) throw problem('request.unsupported_media')
      readUpload(req, res, next)
    },
  )
}

function subjectOf(fields: Fields, req: Request): ExhibitSubject {
  const documentId = textField(fields, 'document')
  switch (textField(fields, 'source')) {
    case 'file': {
      const [file] = Array.isArray(req.files) ? req.files : []
      if (!file) throw problem('intake.empty', { field: 'files' })
      const sourceKind = textField(fields, 'screenshot') === 'yes' ? 'screenshot' : 'file'
      return { sourceKind, bytes: file.buffer, fileName: file.originalname }
    }
    case 'document':
      return { sourceKind: 'document', documentId }
    case 'quote':
      return { sourceKind: 'quote', documentId, quote: textField(fields, 'words') }
    case 'call_note':
      return { sourceKind: 'call_note', note: textField(fields, 'words') }
    default:
      throw problem('form.invalid', { field: 'source' })
  }
}
