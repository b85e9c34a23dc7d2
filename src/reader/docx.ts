import type { ReadLimits } from './limits.ts'
import type { Reading, ReadLink } from './reading.ts'
import { failureName, isBlank, unreadable } from './unreadable.ts'
import { type MarkupNode, visibleText } from './visible-text.ts'
import { openPackage, type ZipContents } from './zip.ts'

/**
 * A Word document: page headers first, then the body with its tables, lists, text boxes, footnotes and endnotes, then page footers.
 * Deleted revisions and comments are left out; pictures give their alternative text. Numbers that Word counts itself
 * (automatic 第一条, 1., a) …) are not in the file as text and are missing here too.
 */
export async function readDocx(bytes: Uint8Array, limits: ReadLimits): Promise<Reading> {
  const contents = await openPackage(
    bytes,
    limits,
    (name) => isMargin(name) || name === CORE_PROPERTIES || isPicture(name),
  )
  if ('outcome' in contents) return contents

  const { load } = await import('cheerio/slim')
  const margins = [...contents]
    .filter(([name]) => isMargin(name))
    .map(([name, xml]) => ({ name, text: marginText(load, xml) }))
  const headers = uniqueTexts(margins.filter(({ name }) => name.includes('header')))
  const footers = uniqueTexts(margins.filter(({ name }) => name.includes('footer')))
  const body = await bodyText(bytes, load)
  if ('outcome' in body) return body

  const before = headers.map((text) => `${text}\n`).join('')
  const text = [before + body.text, ...footers].filter((part) => part !== '').join('\n')
  if (isBlank(text)) {
    return [...contents.keys()].some(isPicture) ? unreadable('no_text', 'a document of pictures') : unreadable('empty')
  }
  const links = body.links.map(({ href, span }) => ({
    href,
    span: { start: span.start + before.length, end: span.end + before.length },
  }))
  const title = titleOf(load, contents)
  return { outcome: 'text', paper: { format: 'docx', text, links, ...(title ? { title } : {}) } }
}

const CORE_PROPERTIES = 'docProps/core.xml'

/** Headers and footers, which mammoth does not read. */
function isMargin(name: string): boolean {
  return /^word\/(?:header|footer)\d*\.xml$/.test(name)
}

function isPicture(name: string): boolean {
  return /^word\/media\/./.test(name)
}

type Load = typeof import('cheerio/slim').load

function marginText(load: Load, xml: Buffer): string {
  const $ = load(xml.toString('utf8'), { xml: true })
  return $('w\\:p')
    .toArray()
    .map((paragraph) =>
      $(paragraph)
        .find('w\\:t, w\\:tab, w\\:br')
        .toArray()
        .map((run) => ('name' in run && run.name === 'w:t' ? $(run).text() : ' '))
        .join('')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n')
}

/** First page, even pages and the rest often carry the same words. */
function uniqueTexts(margins: { text: string }[]): string[] {
  return [...new Set(margins.map(({ text }) => text).filter((text) => text !== ''))]
}

async function bodyText(bytes: Uint8Array, load: Load): Promise<{ text: string; links: ReadLink[] } | Reading> {
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
      },
    )
    const $ = load(value)
    $('a[href^="#footnote-ref-"], a[href^="#endnote-ref-"]').remove()
    return visibleText($.root()[0] as unknown as MarkupNode)
  } catch (failure) {
    return unreadable('corrupt', `docx: ${failureName(failure)}`)
  }
}

function titleOf(load: Load, contents: ZipContents): string | undefined {
  const xml = contents.get(CORE_PROPERTIES)
  return xml && load(xml.toString('utf8'), { xml: true })('dc\\:title').first().text().trim()
}
