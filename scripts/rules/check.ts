import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compile } from '../../src/core/check/compile.ts'
import { assess, type Paper } from '../../src/core/pipeline.ts'
import { rootPath } from '../../src/root.ts'
import { findConflicts } from '../../src/rulebook/conflicts.ts'
import { type Cost, measureCost } from '../../src/rulebook/cost.ts'
import { findRepealed } from '../../src/rulebook/hygiene.ts'
import { type AuthorsRulebook, loadForAuthors } from '../../src/rulebook/load.ts'
import { loadClocks } from '../../src/rulebook/load-clocks.ts'
import { loadDiscretion } from '../../src/rulebook/load-discretion.ts'
import { loadMoves } from '../../src/rulebook/load-moves.ts'
import { loadResponsibilities } from '../../src/rulebook/load-responsibilities.ts'
import { sharedIn } from '../../src/rulebook/read-exceptions.ts'
import { findUnanchored } from '../../src/rulebook/unanchored.ts'
import { findUnselective } from '../../src/rulebook/unselective.ts'
import { type Mistake, readYaml, sayMistake } from '../../src/rulebook/yaml-source.ts'
import { ruleNamed } from './asked.ts'
import { papersUnder } from './papers.ts'
import { line, percent, say, today } from './tell.ts'

/** How many of the dearest rules are told. */
const DEAREST = 5

/**
 * `check [FOLDER] [--rule ID|CODE] [--corpus PATH] [--strict]`: mistakes, examples that misbehave, patterns with matches that hold no anchor, doubts (what is
 * allowed and yet hardly meant) and cost, measured on the corpus or else on the examples. All but doubts and cost fail (mistakes of clocks,
 * calendars, moves, discretion and responsibilities too); doubts fail with --strict. Everything is looked at with --rule too, which leaves out
 * doubts and cost of other rules.
 */
export async function checkRules(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { rule: { type: 'string' }, corpus: { type: 'string' }, strict: { type: 'boolean' } },
  })
  const authors = loadForAuthors(positionals[0])
  const folder = positionals[0] ?? rootPath('rules')
  // A folder of rules alone is fine; moves bring the clocks they start with them.
  if (existsSync(join(folder, 'moves.yaml'))) loadMoves(folder)
  else if (existsSync(join(folder, 'clocks.yaml'))) loadClocks(folder)
  if (existsSync(join(folder, 'discretion.yaml'))) loadDiscretion(folder)
  const { rulebook } = authors
  const wanted = values.rule === undefined ? undefined : ruleNamed(rulebook.rules, values.rule).id
  if (existsSync(join(folder, 'responsibilities.yaml')))
    loadResponsibilities(folder, loadMoves(folder), new Set(rulebook.rules.map(({ code }) => code)))
  const unanchored = findUnanchored(authors)
  for (const mistake of unanchored.map(sayMistake)) {
    line({ mistake })
    say(mistake)
  }
  const compiled = compile(rulebook)
  const { tried, failed } = tryExamples(authors, folder)
  const corpus = values.corpus ? papersUnder(values.corpus).map(({ paper }) => paper) : examplesOf(authors)
  const cost = measureCost(compiled, corpus, today())
  findUnselective(authors, cost)
  findRepealed(authors, today())
  const all = findConflicts(authors)
  const doubts =
    wanted === undefined ? all : all.filter(({ path }) => filesOf(wanted, authors).some((file) => path.endsWith(file)))
  for (const doubt of doubts) {
    const { path, line: at, column, says, text } = doubt
    line({ doubt: says, file: path, line: at, column, text })
    say(sayMistake({ ...doubt, text: around(text, column) }))
  }
  tellCost(cost, wanted)
  line({
    rulebook: rulebook.hash,
    rules: rulebook.rules.length,
    articles: Object.keys(rulebook.basis).length,
    examples: tried,
    failed,
    unanchored: unanchored.length,
    doubts: doubts.length,
  })
  const patterns =
    unanchored.length === 1
      ? '1 pattern with a match that holds no anchor'
      : `${unanchored.length} patterns with matches that hold no anchor`
  say(
    `${rulebook.rules.length} rules, ${tried} examples, ${failed} of them misbehave, ${patterns}, ${doubts.length} doubts${wanted === undefined ? '' : ` about ${wanted}`}`,
  )
  return failed > 0 || unanchored.length > 0 || (values.strict && doubts.length > 0) ? 2 : 0
}

/** A rule's own file and those of the exceptions it shares. */
function filesOf(rule: string, { sources }: AuthorsRulebook): string[] {
  return [rule, ...sharedIn(sources.get(rule)!.root).map((name) => `exceptions/${name}`)].map((id) => `/${id}.yaml`)
}

function tryExamples({ rulebook, examples }: AuthorsRulebook, folder: string): { tried: number; failed: number } {
  const compiled = compile(rulebook)
  let failed = 0
  let tried = 0
  for (const [rule, { hits, misses }] of examples) {
    const quotes = (paper: Paper) => {
      const { findings, procedure } = assess(paper, today(), compiled)
      return [...findings, ...procedure].filter((f) => f.rule === rule).map((f) => f.quote)
    }
    const misbehaves = (failure: string, place: (string | number)[], about: Record<string, unknown>, says: string) => {
      failed++
      const { path, line: at, column, text } = placeIn(join(folder, `${rule}.examples.yaml`), place, says)
      line({ rule, failure, file: path, line: at, column, ...about })
      say(sayMistake({ path, line: at, column, text, says: `${failure.replaceAll('_', ' ')}: ${says}` }))
    }
    hits.forEach(({ quote, ...paper }, i) => {
      tried++
      const found = quotes(paper)
      if (found.includes(quote)) return
      const says = `expected “${quote}”, found ${found.length > 0 ? inQuotes(found) : 'nothing'}: ${paper.text}`
      misbehaves('hit_not_found', ['hits', i, 'quote'], { text: paper.text, quote, found }, says)
    })
    misses.forEach(({ why, ...paper }, i) => {
      tried++
      const found = quotes(paper)
      if (found.length === 0) return
      const says = `expected nothing, found ${inQuotes(found)}: ${paper.text}`
      misbehaves('near_miss_found', ['misses', i, 'text'], { text: paper.text, why, found }, says)
    })
  }
  return { tried, failed }
}

function inQuotes(found: readonly string[]): string {
  return [...new Set(found)].map((quote) => `“${quote}”`).join('')
}

/** Where something stands in a file of examples, which is read again: few misbehave. */
function placeIn(path: string, place: readonly (string | number)[], says: string): Mistake {
  const { root, doubts } = readYaml(path, path)
  place.reduce((node, key) => node.at(key), root).doubt(says)
  return doubts[0]!
}

function examplesOf({ examples }: AuthorsRulebook): Paper[] {
  return [...examples.values()].flatMap(({ hits, misses }) => [...hits, ...misses])
}

/** People are told a doubted line as far as a screen goes; all of it stands on standard output. */
const LINE_TOLD = 120

function around(text: string, column: number): string {
  if (text.length <= LINE_TOLD) return text
  const from = Math.max(0, Math.min(column - 1, text.length - LINE_TOLD))
  const to = from + LINE_TOLD
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
}

function tellCost({ texts, characters, rules }: Cost, wanted: string | undefined) {
  const asked = wanted === undefined ? rules : rules.filter(({ rule }) => rule === wanted)
  for (const { rule, code, lookedAt, found, ms, share } of asked)
    line({ cost: { rule, code, lookedAt, found, ms, share } })
  say(`cost on ${texts} texts, ${characters} characters${wanted === undefined ? '; the dearest rules' : ''}:`)
  for (const { code, rule, share, lookedAt, found } of asked.slice(0, DEAREST))
    say(`  ${percent(share)} ${code} ${rule}: looked at on ${lookedAt} texts, found something on ${found}`)
}
