import type { Request, RequestHandler, Response } from 'express'
import multer from 'multer'
import { isExportFile } from '../../actions/calls/export-rows.ts'
import { type Received, receiveDocument } from '../../actions/papers/receive-document.ts'
import { covers, may } from '../../core/access/viewer.ts'
import { CHANNELS, ENTITIES, KINDS } from '../../core/document.ts'
import type { Given } from '../../core/intake/envelope.ts'
import { Problem, type ProblemCode, problem } from '../../core/problem.ts'
import { form } from '../doors.ts'
import { choiceOrNone, dayOrNone, type Fields, regionOrNone, textField } from '../fields.ts'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { deliveriesOf, type Upload } from './deliveries.ts'
import { rawText, UploadPage } from './upload-form.tsx'
import { uploadResultPath } from './upload-result.tsx'

const MEGABYTE = 1024 * 1024
/** All parts of one post together; they are held in memory until stored. */
const MOST_BYTES = 120 * MEGABYTE

const readUpload = multer({
  storage: multer.memoryStorage(),
  // Without it file names in UTF-8 arrive as Latin-1.
  defParamCharset: 'utf8',
  limits: { files: 20, fileSize: 20 * MEGABYTE, fields: 20, fieldSize: 2 * MEGABYTE, parts: 45 },
}).array('files')

/** Take in what was chosen and pasted; what is wrong with the form is said above it, with everything typed kept. */
export function postUpload(web: WebParts): RequestHandler[] {
  return form(
    web,
    async (visit, fields, req, res) => {
      try {
        const received = await receiveAll(web, visit, fields, req)
        return uploadResultPath(received)
      } catch (error) {
        return showAgain(error, visit, fields, res)
      }
    },
    (req, res, next) => {
      const length = Number(req.headers['content-length'])
      if (!Number.isFinite(length) || length > MOST_BYTES) throw problem('request.too_large', { limit: MOST_BYTES })
      if (!req.is('multipart/form-data')) throw problem('request.unsupported_media')
      readUpload(req, res, next)
    },
  )
}

async function receiveAll(web: WebParts, visit: Visit, fields: Fields, req: Request): Promise<Received[]> {
  const { viewer } = visit
  if (!may(viewer, 'document.receive')) throw problem('auth.forbidden', { permission: 'document.receive' })
  const given = givenOf(visit, fields)
  const nonce = textField(fields, 'nonce')
  if (!/^[\w-]{16,64}$/.test(nonce)) throw problem('form.csrf')
  const uploads: Upload[] = (Array.isArray(req.files) ? req.files : []).map((file) => ({
    bytes: file.buffer,
    fileName: file.originalname,
  }))
  const text = rawText(fields)
  if (text.trim() !== '') uploads.push({ bytes: Buffer.from(text, 'utf8') })
  if (uploads.length === 0) throw problem('intake.empty', { field: 'files' })
  const isSaid = textField(fields, 'as_papers') === 'yes' || given.kind === 'marketing' || given.kind === 'contract'
  if (!isSaid) await mustBePapers(web, uploads)
  const received: Received[] = []
  for (const delivery of deliveriesOf(uploads, { officerId: viewer.officerId, nonce, given })) {
    received.push(await receiveDocument(web, delivery))
  }
  return received
}

/** Somebody's complaint, read as a paper, would start no clock. @throws problem intake.export_table naming the file */
async function mustBePapers(web: WebParts, uploads: readonly Upload[]): Promise<void> {
  for (const { bytes, fileName } of uploads)
    if (fileName && (await isExportFile(web, { bytes, name: fileName })))
      throw problem('intake.export_table', { file: fileName })
}

/** An officer's papers are her region's unless she names another that she may see; else they would vanish from her sight. */
function givenOf({ viewer }: Visit, fields: Fields): Given {
  const named = regionOrNone(fields, 'region')
  const region = named ?? viewer.region
  if (!covers(viewer.region, region)) throw problem('form.invalid', { field: 'region' })
  const kind = choiceOrNone(fields, 'kind', KINDS)
  const date = dayOrNone(fields, 'date')
  const channel = choiceOrNone(fields, 'channel', CHANNELS)
  const entity = choiceOrNone(fields, 'entity', ENTITIES)
  const title = textField(fields, 'title').slice(0, 60)
  return {
    region,
    ...(named ? {} : { regionAssumed: true }),
    ...(kind ? { kind } : {}),
    ...(date ? { date } : {}),
    ...(channel ? { channel } : {}),
    ...(entity ? { entity } : {}),
    ...(title ? { title } : {}),
  }
}

function showAgain(error: unknown, visit: Visit, fields: Fields, res: Response): undefined {
  if (!(error instanceof Problem) || !MENDABLE.has(error.code)) throw error
  sendPage(res, <UploadPage visit={visit} fields={fields} wrong={error} />, error.status)
}

const MENDABLE: ReadonlySet<ProblemCode> = new Set(['form.invalid', 'intake.empty', 'intake.export_table'])
