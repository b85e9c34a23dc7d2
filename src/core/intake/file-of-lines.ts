/** Whether a file's lines are papers of their own (`.jsonl`). */
export function isFileOfLines(name: string): boolean {
  return /\.(jsonl|ndjson)$/i.test(name)
}
