import type { Said } from '../src/core/clock/clock.ts'

/** Keys of one file that are told: a file whose every line has a key of its own would bury all else. */
const MOST_TOLD = 20

/**
 * Tells on standard error, once each, the keys of a file's lines that nothing reads. The line is answered all the same: lines of others carry keys of
 * their own, yet a misspelt `regoin` would change unseen which law applies, a misspelt `varient` which period.
 * @param of what the keys describe: a paper, a case
 */
export function tellsUnknownKeys(
  path: string,
  known: readonly string[],
  of: Said,
): (number: number, line: object) => void {
  const passed = new Set<string>(known)
  return (number, line) => {
    for (const key of Object.keys(line)) {
      const told = passed.size - known.length
      if (told > MOST_TOLD || passed.has(key)) continue
      passed.add(key)
      if (told === MOST_TOLD) {
        process.stderr.write(
          `${path}: line ${number}: further unknown keys are not told / 其余不认识的字段不再逐一提示\n`,
        )
        continue
      }
      const named = JSON.stringify(key)
      const says = `${named} is no key of a ${of.en} and is left alone / ${named} 不是${of.zh}字段，不予采用`
      process.stderr.write(`${path}: line ${number}: ${says}; known / 可用: ${known.join(', ')}\n`)
    }
  }
}
