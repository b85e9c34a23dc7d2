import { createReadStream } from 'node:fs'
import type { Given, Source } from '../../core/intake/envelope.ts'
import { sha256Of } from '../../store/file-bytes.ts'
import { byteLines } from './byte-lines.ts'
import type { Item, Run } from './import-run.ts'
import type { PaperFields } from './paper-fields.ts'
import { unreachableReason } from './read-paper-file.ts'
import { LONGEST_LINE, readPaperLine } from './read-paper-line.ts'

/** A file whose lines are papers of their own, and the door it came through. */
export interface FileOfLines {
  path: string
  /** What the file is called in the run. */
  shown: string
  source: Source
  /** Tells this file from another of the same door, for lines that bring no number of their own. */
  place: string
  /** The sender named with the file, if one was. */
  sender?: string | undefined
  /** What was said of the file as a whole; a line outranks it. */
  given: Given
}

/**
 * Take each line of a `.jsonl` file as a paper. One bad line does not stop the others.
 * @returns false when the signal ended it within the file
 */
export async function takeLines(
  run: Run,
  file: FileOfLines,
  note: (name: string, item: Item) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  const input = createReadStream(file.path)
  try {
    for await (const line of byteLines(input, LONGEST_LINE)) {
      if (signal?.aborted) return false
      note(`${file.shown}#${line.number}`, await takeLine(run, file, line))
    }
  } catch (error) {
    if (error !== input.errored) throw error
    note(file.shown, await run.reject(file.shown, unreachableReason(error)))
  }
  return true
}

async function takeLine(run: Run, file: FileOfLines, line: { number: number; bytes?: Uint8Array }): Promise<Item> {
  const name = `${file.shown}#${line.number}`
  const read = readPaperLine(line.bytes)
  if ('reason' in read) return run.reject(name, read.reason, read.cause)
  const { paper } = read
  return run.receive(name, {
    envelope: { source: file.source, ...deliveredAs(paper, file, line.number, sha256Of(line.bytes!)) },
    bytes: Buffer.from(paper.text),
    given: { ...file.given, ...paper.given },
    ...(paper.identity ? { identity: paper.identity } : {}),
  })
}

/**
 * Under which sender and number a line counts. A number is the sender's own, so it holds beyond the file only where a sender is named;
 * with none named, two files may both count from one.
 */
function deliveredAs(
  paper: PaperFields,
  file: FileOfLines,
  lineNumber: number,
  sha256: string,
): { sender: string; external: string } {
  const sender = paper.sender ?? file.sender
  const number = paper.external ?? paper.id
  if (sender && number) return { sender, external: number }
  return { sender: sender ?? file.source, external: `${file.place}#${number ?? lineNumber}#${sha256}` }
}
