import type { Reading } from './reading.ts'
import { decodeText } from './text-encoding.ts'
import { isBlank, unreadable } from './unreadable.ts'
import { type MarkupNode, visibleText } from './visible-text.ts'

/** A web page as a person sees it, with its title and links. Character set: byte order mark, what the page declares, or the bytes themselves. */
export async function readHtml(bytes: Uint8Array): Promise<Reading> {
  const decoded = decodeText(bytes, declaredEncoding(bytes))
  if ('reason' in decoded) return unreadable(decoded.reason === 'binary' ? 'unsupported' : 'bad_encoding')

  const { load } = await import('cheerio')
  const $ = load(decoded.text)
  const { text, links, hasPictures } = visibleText($.root()[0] as unknown as MarkupNode)
  if (isBlank(text)) return hasPictures ? unreadable('no_text', 'a page of pictures') : unreadable('empty')

  const title = $('title').first().text().replace(/\s+/g, ' ').trim()
  return {
    outcome: 'text',
    paper: { format: 'html', encoding: decoded.encoding, text, links, ...(title ? { title } : {}) },
  }
}

/** How far into a page its declaration is looked for; browsers stop at 1,024 but pages do not keep to it. */
const DECLARED_WITHIN = 4096

/** From `<meta charset>`, `<meta http-equiv content="…; charset=">` or `<?xml encoding>`. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARED_WITHIN)).toString('latin1')
  const declared =
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)
  return declared?.[1]
}
