import { READ_LIMITS, type ReadLimits } from './limits.ts'
import type { Format, Reading } from './reading.ts'
import { sniff } from './sniff.ts'
import { unreadable } from './unreadable.ts'

export type { ReadLimits } from './limits.ts'

/**
 * Bytes to text. The bytes decide what the file is, the name only where they leave a choice (csv or plain text).
 * Bad input never throws: it comes back as `unreadable` with a reason. Formats' libraries are loaded when first needed.
 * Work is bounded by size, not by time: a file from outside should go through `openReader`, which also has a clock.
 */
export async function readFile(bytes: Uint8Array, name: string, limits: Partial<ReadLimits> = {}): Promise<Reading> {
  const bounds = { ...READ_LIMITS, ...limits }
  if (bytes.length === 0) return unreadable('empty')
  if (bytes.length > bounds.maxBytes) return unreadable('too_large', `${bytes.length} bytes, limit ${bounds.maxBytes}`)

  const guess = await sniff(bytes, name)
  if (typeof guess !== 'string') return guess
  return READERS[guess](bytes, bounds)
}

const READERS: Record<Format, (bytes: Uint8Array, limits: ReadLimits) => Promise<Reading>> = {
  text: async (bytes) => (await import('./text.ts')).readText(bytes),
  html: async (bytes) => (await import('./html.ts')).readHtml(bytes),
  docx: async (bytes, limits) => (await import('./docx.ts')).readDocx(bytes, limits),
  pdf: async (bytes) => (await import('./pdf.ts')).readPdf(bytes),
  csv: async (bytes) => (await import('./csv.ts')).readCsv(bytes),
  xlsx: async (bytes, limits) => (await import('./xlsx.ts')).readXlsx(bytes, limits),
}
