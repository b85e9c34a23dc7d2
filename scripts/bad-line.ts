import { Problem } from '../src/core/problem.ts'
import { refusalOnOneLine } from './refusal.ts'

/**
 * Tells on standard error what is wrong with a line of a file, by its number and in both languages; the line is skipped.
 * @throws whatever is no mistake of the line
 */
export function tellBadLine(path: string, number: number, error: unknown): void {
  if (!(error instanceof SyntaxError || error instanceof Problem)) throw error
  const says = error instanceof Problem ? refusalOnOneLine(error) : `no JSON / 不是 JSON: ${error.message}`
  process.stderr.write(`${path}: line ${number}: ${says}\n`)
}
