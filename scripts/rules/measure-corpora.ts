/**
 * How often labels are given where none should be, measured on a folder of texts that hold nothing of ours:
 * `*.tsv` (a title a line, up to the first tab) and `*.jsonl` (`text` of each line, court facts and the like).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { briefly } from '../../src/core/brief-model.ts'
import type { CompiledRulebook } from '../../src/core/check/compile.ts'
import type { Category, Kind } from '../../src/core/document.ts'
import { assessAll, type Model } from '../../src/core/pipeline.ts'

/** One measure on one file. */
export interface Measure {
  file: string
  /** What the texts were given as. */
  kind: Kind
  /** Which labels count: any of them, or one. */
  label: Category | 'any'
  texts: number
  flagged: number
  perTenThousand: number
  /** The most that is borne, per 10,000. */
  limit: number
  /** Rules behind the flags, the noisiest first; `signal` where no finding of theirs stands behind one. */
  rules: Record<string, number>
  /** SHA-256 of the classifier that judged beside the rules, or `none`. */
  model: string
}

/** Titles as they come, long texts as they come and as complaints. Throws what reading the folder throws. */
export function measureCorpora(folder: string, compiled: CompiledRulebook, day: string, model?: Model): Measure[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file): Measure[] => {
      if (file.endsWith('.tsv')) {
        const titles = lines(join(folder, file)).map((line) => line.split('\t', 1)[0]!)
        return [measure({ file, kind: 'unknown', label: 'any', limit: 10 }, titles, compiled, day, model)]
      }
      if (!file.endsWith('.jsonl')) return []
      const texts = lines(join(folder, file)).map((line) => String((JSON.parse(line) as { text: unknown }).text))
      return [
        measure({ file, kind: 'unknown', label: 'any', limit: 50 }, texts, compiled, day, model),
        measure({ file, kind: 'complaint', label: 'illegal_fundraising', limit: 100 }, texts, compiled, day, model),
      ]
    })
}

function measure(
  asked: Pick<Measure, 'file' | 'kind' | 'label' | 'limit'>,
  texts: readonly string[],
  compiled: CompiledRulebook,
  day: string,
  model: Model | undefined,
): Measure {
  const judge = model && briefly(model)
  const rules: Record<string, number> = {}
  let flagged = 0
  const papers = texts.map((text) => ({ paper: { text, kind: asked.kind }, receivedOn: day }))
  for (const { labels, findings } of assessAll(papers, compiled, judge)) {
    const counted = labels.filter((label) => asked.label === 'any' || label === asked.label)
    if (counted.length === 0) continue
    flagged++
    const codes = new Set(findings.filter((f) => counted.includes(f.category)).map((f) => f.code))
    for (const code of codes.size > 0 ? codes : ['signal']) rules[code] = (rules[code] ?? 0) + 1
  }
  const perTenThousand = texts.length === 0 ? 0 : Math.round((flagged / texts.length) * 10_000)
  const noisiestFirst = Object.fromEntries(Object.entries(rules).sort((a, b) => b[1] - a[1]))
  return {
    ...asked,
    texts: texts.length,
    flagged,
    perTenThousand,
    rules: noisiestFirst,
    model: model?.hash ?? 'none',
  }
}

function lines(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
}
