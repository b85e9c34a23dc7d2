import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compile } from '../../src/core/check/compile.ts'
import { loadRulebook } from '../../src/rulebook/load.ts'
import { deskJudge, NO_MODEL, sayJudge } from './judge.ts'
import { measureCorpora } from './measure-corpora.ts'
import { line, say, today, UsageError } from './tell.ts'

/** `corpora FOLDER [--no-model]`: how often labels appear on texts that hold nothing of ours, as `scan` gives them; fails past the limits. */
export async function checkCorpora(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: NO_MODEL })
  const [folder, ...rest] = positionals
  if (!folder || rest.length > 0) throw new UsageError('name the folder that holds the corpora / 请给出语料目录')
  if (!existsSync(folder)) {
    const missing = `NOT MEASURED: no folder ${folder}. Nothing was checked; name the folder that holds the corpora. / 没有此目录，未作测量`
    say(missing)
    line({ mistake: missing })
    return 2
  }
  const judge = await deskJudge(values['no-model'])
  const measures = measureCorpora(folder, compile(loadRulebook()), today(), judge.model)
  for (const measure of measures) {
    line(measure)
    const { file, kind, label, perTenThousand, limit } = measure
    const verdict = perTenThousand <= limit ? 'within' : 'OVER'
    say(`${verdict} ${perTenThousand} of 10,000 (limit ${limit}): ${file} as ${kind}, label ${label}`)
  }
  sayJudge(judge)
  if (measures.length === 0)
    say(`NOT MEASURED: ${folder} holds no .tsv and no .jsonl file / 目录内没有 .tsv 或 .jsonl 文件`)
  const fails = measures.length === 0 || measures.some(({ perTenThousand, limit }) => perTenThousand > limit)
  return fails ? 2 : 0
}
