import { createHash } from 'node:crypto'
import busboy from 'busboy'
import type { Request } from 'express'
import { LARGEST_PAPER } from '../../actions/imports/read-paper-file.ts'
import { problem } from '../../core/problem.ts'

export interface FormFile {
  bytes: Uint8Array
  fileName?: string
}

export interface Form {
  fields: Record<string, string>
  files: FormFile[]
  /** The same for the same fields and files, whatever boundary the client put between them. */
  hash: string
}

export const MOST_FILES = 20
/** All files of one form together, in bytes: they are held in memory until the form is whole. */
export const LARGEST_FORM = 64 * 1024 * 1024

/**
 * Read a multipart form whole. File names may be Chinese.
 * @throws problem request.too_large, request.malformed, form.invalid for a field given twice
 */
export function readForm(request: Request): Promise<Form> {
  return new Promise((resolve, reject) => {
    const form = openForm(request)
    const fields: Record<string, string> = Object.create(null)
    const files: FormFile[] = []
    const hash = createHash('sha256').update('form')
    const file: Record<number, string> = {}
    let size = 0
    // The parser is left to itself rather than destroyed: it would stumble over its own file in the middle of a chunk.
    const fail = (error: unknown) => {
      request.unpipe(form)
      request.resume()
      reject(error)
    }
    form.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated) return fail(problem('request.too_large'))
      if (Object.hasOwn(fields, name)) return fail(problem('form.invalid', { field: name, allowed: 'once' }))
      fields[name] = value
    })
    form.on('file', (_name, stream, { filename }) => {
      const chunks: Buffer[] = []
      const place = files.push({ bytes: Buffer.alloc(0), ...(filename ? { fileName: filename } : {}) }) - 1
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > LARGEST_FORM) return fail(problem('request.too_large'))
        chunks.push(chunk)
      })
      stream.on('limit', () => fail(problem('request.too_large')))
      stream.on('error', fail)
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks)
        files[place] = { ...files[place]!, bytes }
        file[place] = createHash('sha256').update(bytes).digest('hex')
      })
    })
    form.on('filesLimit', () => fail(problem('request.too_large')))
    form.on('fieldsLimit', () => fail(problem('request.too_large')))
    form.on('error', (error) => fail(problem('request.malformed', {}, error)))
    form.on('close', () => {
      const names = files.map(({ fileName }, place) => [fileName ?? null, file[place]])
      resolve({ fields, files, hash: hash.update(JSON.stringify([sorted(fields), names])).digest('hex') })
    })
    request.on('aborted', () => fail(problem('request.malformed')))
    request.pipe(form)
  })
}

// multipart file names are UTF-8 by today's standard; busboy would read Latin-1.
function openForm(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { fileSize: LARGEST_PAPER, fieldSize: LARGEST_PAPER, files: MOST_FILES, fields: 30 },
    })
  } catch (error) {
    throw problem('request.malformed', {}, error)
  }
}

function sorted(fields: Record<string, string>): [string, string][] {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
}
