import { existsSync } from 'node:fs'
import { compile } from '../../src/core/check/compile.ts'
import { loadRulebook } from '../../src/rulebook/load.ts'
import { measureCorpora } from './measure-corpora.ts'
import { line, say, today, UsageError } from './tell.ts'

/** How often labels appear on texts that hold nothing of ours; fails past the limits. */
export async function checkCorpora([folder]: string[]): Promise<number> {
  if (!folder) throw new UsageError('name the folder that holds the corpora')
  if (!existsSync(folder)) {
    const missing = `NOT MEASURED: no folder ${folder}. Nothing was checked; name the folder that holds the corpora.`
    say(missing)
    line({ mistake: missing })
    return 2
  }
  const measures = measureCorpora(folder, compile(loadRulebook()), today())
  for (const measure of measures) {
    line(measure)
    const { file, kind, label, perTenThousand, limit } = measure
    const verdict = perTenThousand <= limit ? 'within' : 'OVER'
    say(`${verdict} ${perTenThousand} of 10,000 (limit ${limit}): ${file} as ${kind}, label ${label}`)
  }
  if (measures.length === 0) say(`NOT MEASURED: ${folder} holds no .tsv and no .jsonl file`)
  const fails = measures.length === 0 || measures.some(({ perTenThousand, limit }) => perTenThousand > limit)
  return fails ? 2 : 0
}
