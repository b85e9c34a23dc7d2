import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { Knex } from 'knex'
import type { Imported } from '../src/actions/imports/import-folder.ts'
import { REJECT_REASONS, type RejectReason } from '../src/actions/imports/reject-reasons.ts'
import { setAsideOfRun } from '../src/store/views/run-papers.ts'
import { WORDS, wordFor } from '../src/web/words/words.ts'

/**
 * Write what was turned away and what could not be read as `imports/<run>-rejects.csv`: name, reason, words in Chinese and English.
 * @returns its path, or undefined when there is nothing to list
 */
export async function writeRejects(db: Knex, dataDir: string, imported: Imported): Promise<string | undefined> {
  const rejects: { name: string; reason: string }[] = [
    ...imported.rejects,
    ...(await setAsideOfRun(db, imported.run.id)),
  ]
  if (rejects.length === 0) return undefined
  const path = join(dataDir, 'imports', `${imported.run.id}-rejects.csv`)
  const rows = rejects.map(({ name, reason }) => ({ name: harmless(name), reason, ...wordsFor(reason) }))
  await mkdir(join(dataDir, 'imports'), { recursive: true })
  // Spreadsheet programs take a csv without a byte order mark for the local encoding and show Chinese as rubbish.
  await writeFile(path, `\uFEFF${stringify(rows, { header: true, columns: ['name', 'reason', 'zh', 'en'] })}`)
  return path
}

// A name that begins like a formula would be run by the spreadsheet program that opens the list.
function harmless(name: string): string {
  return /^[=+\-@\t\r]/.test(name) ? `'${name}` : name
}

/** What to do about it, for who sent the paper. */
function wordsFor(reason: string): { zh: string; en: string } {
  if (isRejectReason(reason)) return REJECT_REASONS[reason]
  const words = (language: 'zh' | 'en') =>
    wordFor(WORDS[language].terms.unreadable, reason, WORDS[language].terms.stage.failed)
  return { zh: words('zh'), en: words('en') }
}

function isRejectReason(reason: string): reason is RejectReason {
  return Object.hasOwn(REJECT_REASONS, reason)
}
