import { PAPER_FIELDS } from '../src/actions/imports/paper-fields.ts'

/**
 * Tells on standard error, once each, the keys of a file's lines that no paper has. The line is judged all the same: texts of others carry keys of
 * their own, yet a misspelt `regoin` would change unseen which law applies.
 */
export function tellsUnknownKeys(path: string): (number: number, line: object) => void {
  const known = new Set<string>(PAPER_FIELDS)
  return (number, line) => {
    for (const key of Object.keys(line)) {
      if (known.has(key)) continue
      known.add(key)
      const named = JSON.stringify(key)
      const says = `${named} is no key of a paper and is left alone / ${named} 不是材料字段，不予采用`
      process.stderr.write(`${path}: line ${number}: ${says}; known / 可用: ${PAPER_FIELDS.join(', ')}\n`)
    }
  }
}
