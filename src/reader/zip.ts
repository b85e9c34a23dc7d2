import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { ReadLimits } from './limits.ts'
import { failureName, type Unreadable, unreadable } from './unreadable.ts'

/** Entries a caller asked for, by name. */
export type ZipContents = Map<string, Buffer>

/**
 * Unpacks the whole package once against running limits, so that nothing unbounded reaches a parser: what an entry says
 * of its own size is not believed. Returns the wanted entries' contents.
 * Unreadable: `zip_bomb` past a limit, `corrupt` when an entry does not unpack to what its checksum says,
 * when the archive's end is not the file's end (two parsers could then see two archives), or when an XML part
 * declares a document type, which Office never writes and entity attacks need.
 */
export async function openPackage(
  bytes: Uint8Array,
  limits: ReadLimits,
  wanted: (name: string) => boolean,
): Promise<ZipContents | Unreadable> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!endsWithItsDirectory(view)) return unreadable('corrupt', 'zip directory missing or not at the end')

  const contents: ZipContents = new Map()
  const budget: Budget = { limits, packed: bytes.length, inflated: 0 }
  try {
    const zip = await open(view)
    if (zip.entryCount > limits.maxEntries) return unreadable('zip_bomb', `${zip.entryCount} entries`)
    let entries = 0
    for await (const entry of zip.eachEntry()) {
      entries += 1
      if (entries > limits.maxEntries) return unreadable('zip_bomb', `more than ${limits.maxEntries} entries`)
      if (entry.isEncrypted()) return unreadable('encrypted', 'encrypted zip entry')
      const content = await inflate(zip, entry, budget, wanted(entry.fileName))
      if (content && 'outcome' in content) return content
      if (content) contents.set(entry.fileName, content)
    }
  } catch (failure) {
    return unreadable('corrupt', `zip package: ${failureName(failure)}`)
  }
  return contents
}

/** Names of the entries, or undefined when the archive has no readable directory (cut off, for one). */
export async function listZip(bytes: Uint8Array): Promise<Set<string> | undefined> {
  const names = new Set<string>()
  try {
    const zip = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    for await (const entry of zip.eachEntry()) {
      names.add(entry.fileName)
      if (names.size >= NAMES_LOOKED_AT) break
    }
    return names
  } catch {
    return undefined
  }
}

/** Enough to meet the parts that tell what a package is; a bomb of entries is the unpacking's business. */
const NAMES_LOOKED_AT = 20_000

function open(view: Buffer): Promise<ZipFile> {
  return fromBufferPromise(view, { validateEntrySizes: false })
}

const END_MARK = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const END_BYTES = 22

function endsWithItsDirectory(view: Buffer): boolean {
  const at = view.lastIndexOf(END_MARK)
  return at >= 0 && at + END_BYTES <= view.length && at + END_BYTES + view.readUInt16LE(at + 20) === view.length
}

interface Budget {
  limits: ReadLimits
  packed: number
  inflated: number
}

async function inflate(
  zip: ZipFile,
  entry: Entry,
  budget: Budget,
  keep: boolean,
): Promise<Buffer | Unreadable | undefined> {
  const isXml = /\.(?:xml|rels)$/i.test(entry.fileName)
  const chunks: Buffer[] = []
  const stream = await zip.openReadStreamPromise(entry)
  let size = 0
  let checksum = 0
  let tail: Buffer = Buffer.alloc(0)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    budget.inflated += chunk.length
    const bomb = overBudget(budget)
    if (bomb) {
      stream.destroy()
      return bomb
    }
    checksum = crc32(chunk, checksum)
    if (isXml) {
      const seen = tail.length ? Buffer.concat([tail, chunk]) : chunk
      if (declaresDoctype(seen)) return unreadable('corrupt', 'document type declaration in an XML part')
      tail = Buffer.from(seen.subarray(-DOCTYPE_16.length))
    }
    if (keep) chunks.push(chunk)
  }
  if (size !== entry.uncompressedSize || checksum !== entry.crc32 >>> 0) {
    return unreadable('corrupt', 'zip entry does not match its size or checksum')
  }
  return keep ? Buffer.concat(chunks) : undefined
}

function overBudget({ limits, packed, inflated }: Budget): Unreadable | undefined {
  if (inflated > limits.maxInflatedBytes)
    return unreadable('zip_bomb', `unpacks to more than ${limits.maxInflatedBytes} bytes`)
  if (inflated > limits.ratioFloorBytes && inflated / packed > limits.maxRatio) {
    return unreadable('zip_bomb', `unpacks to more than ${limits.maxRatio} times its size`)
  }
  return undefined
}

const DOCTYPE = Buffer.from('<!DOCTYPE', 'latin1')
const DOCTYPE_16 = Buffer.from('<!DOCTYPE', 'utf16le')
const DOCTYPE_16BE = Buffer.from(DOCTYPE_16).swap16()

function declaresDoctype(xml: Buffer): boolean {
  return xml.includes(DOCTYPE) || xml.includes(DOCTYPE_16) || xml.includes(DOCTYPE_16BE)
}
