import express, { type RequestHandler } from 'express'
import multer from 'multer'
import { type CallFields, IDENTITY_FIELDS, PLAIN_FIELDS } from '../../core/intake/call-fields.ts'
import { problem } from '../../core/problem.ts'
import type { Fields } from '../fields.ts'

/** The fields of a call as posted; what is not one of them is left out. */
export function callFields(fields: Fields): CallFields {
  const kept: Record<string, string> = {}
  for (const name of FIELDS) {
    const value = fields[name]
    const said = Array.isArray(value)
      ? value.filter((each) => typeof each === 'string').join(',')
      : typeof value === 'string'
        ? value
        : ''
    if (said !== '') kept[name] = said.slice(0, name === 'story' ? MOST_STORY : MOST_WORDS)
  }
  return kept
}

const FIELDS = [...PLAIN_FIELDS, 'received_at', ...IDENTITY_FIELDS]
/** An hour of talking fits in. */
const MOST_STORY = 20_000
const MOST_WORDS = 500

/** A Chinese character takes nine bytes of a form, so a long story needs more room than other forms. */
export const readLongForm: RequestHandler = express.urlencoded({
  extended: false,
  limit: '512kb',
  parameterLimit: 80,
})

const MEGABYTE = 1024 * 1024
const MOST_BYTES = 100 * MEGABYTE

const readFiles = multer({
  storage: multer.memoryStorage(),
  // Without it file names in UTF-8 arrive as Latin-1.
  defParamCharset: 'utf8',
  limits: { files: 10, fileSize: 20 * MEGABYTE, fields: 80, fieldSize: MEGABYTE, parts: 95 },
}).array('files')

/** The form with its attachments. @throws problem request.too_large, request.unsupported_media */
export const readCallForm: RequestHandler = (req, res, next) => {
  const length = Number(req.headers['content-length'])
  if (!Number.isFinite(length) || length > MOST_BYTES) throw problem('request.too_large', { limit: MOST_BYTES })
  if (!req.is('multipart/form-data')) throw problem('request.unsupported_media')
  readFiles(req, res, next)
}

/** Files that hold something; an empty file field posts one without a name. */
export function filesOf(files: unknown): { bytes: Uint8Array; fileName: string }[] {
  const all = Array.isArray(files) ? (files as Express.Multer.File[]) : []
  return all
    .filter(({ buffer, originalname }) => buffer.length > 0 && originalname !== '')
    .map(({ buffer, originalname }) => ({ bytes: buffer, fileName: originalname }))
}
