/**
 * For rule authors. JSON lines on stdout, words for people on stderr.
 * `rules check [FOLDER]`  every mistake in the rules, and every example that does not behave
 * `rules try [--rule ID|CODE] [circumstances] PATH|-`  a text against one rule or all, with the reasons a rule kept silent
 * `rules explain [--rule ID|CODE] [circumstances] PATH|-`  each finding: which element was met where, and what it adds to the score
 * `rules corpora FOLDER`  how often labels appear on texts that hold nothing of ours (titles in *.tsv, court facts in *.jsonl); fails past the limits
 * Circumstances are --kind --date --region --entity --channel, as for scan.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readCircumstances } from '../src/actions/read-paper.ts'
import { type CompiledRulebook, compile } from '../src/core/check/compile.ts'
import { tryRule } from '../src/core/check/explain.ts'
import { announceFinding, look } from '../src/core/check/seen.ts'
import { normalise } from '../src/core/normalise/normalise.ts'
import { assess, type Paper } from '../src/core/pipeline.ts'
import { Problem } from '../src/core/problem.ts'
import { loadRulebook, loadWithExamples } from '../src/rulebook/load.ts'
import { measureCorpora } from './corpora-check.ts'

const USAGE = `usage: rules check [FOLDER]
       rules try [--rule ID|CODE] [--kind K] [--date D] [--region CODE] [--entity E] [--channel C] PATH|-
       rules explain [the same] PATH|-
       rules corpora FOLDER
`

// A reader that has seen enough (head) closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = run(process.argv.slice(2))

function run([command, ...args]: string[]): number {
  try {
    if (command === 'check') return checkRules(args[0])
    if (command === 'try') return tryText(args)
    if (command === 'explain') return explainText(args)
    if (command === 'corpora' && args[0]) return checkCorpora(args[0])
  } catch (error) {
    if (!(error instanceof Problem) && !(error instanceof Error && 'code' in error)) throw error
    const mistakes =
      error instanceof Problem ? ((error.detail.mistakes as string[]) ?? [String(error.detail.says)]) : [error.message]
    for (const mistake of mistakes) {
      process.stderr.write(`${mistake}\n`)
      line({ mistake })
    }
    return 2
  }
  process.stderr.write(USAGE)
  return 2
}

function checkRules(folder?: string): number {
  const { rulebook, examples } = loadWithExamples(folder)
  const compiled = compile(rulebook)
  let failed = 0
  let tried = 0
  for (const [rule, { hits, misses }] of examples) {
    const quotes = (paper: Paper) => {
      const { findings, procedure } = assess(paper, today(), compiled)
      return [...findings, ...procedure].filter((f) => f.rule === rule).map((f) => f.quote)
    }
    for (const { quote, ...paper } of hits) {
      tried++
      const found = quotes(paper)
      if (found.includes(quote)) continue
      failed++
      line({ rule, failure: 'hit_not_found', text: paper.text, quote, found })
    }
    for (const { why, ...paper } of misses) {
      tried++
      const found = quotes(paper)
      if (found.length === 0) continue
      failed++
      line({ rule, failure: 'near_miss_found', text: paper.text, why, found })
    }
  }
  line({
    rulebook: rulebook.hash,
    rules: rulebook.rules.length,
    articles: Object.keys(rulebook.basis).length,
    examples: tried,
    failed,
  })
  process.stderr.write(`${rulebook.rules.length} rules, ${tried} examples, ${failed} of them misbehave\n`)
  return failed === 0 ? 0 : 2
}

function tryText(args: string[]): number {
  const { compiled, paper, wanted } = asked(args)
  const { circumstances, kindGuessed, facts, framing, findings } = assess(paper, today(), compiled)
  const clean = normalise(paper.text, compiled.targets)
  const seen = look(clean, facts, framing, kindGuessed ? 'unknown' : circumstances.kind, compiled)
  // Compositions ask for the findings of other rules.
  for (const finding of findings) announceFinding(seen, finding.code, cleanPlace(clean.starts, finding))
  for (const rule of compiled.rules) {
    const trial = tryRule(rule, seen, circumstances)
    const met = trial.elements.some(({ places }, i) => places.length > 0 && !rule.elements[i]!.anywhere)
    if (wanted ? isWanted(rule.rule, wanted) : met) line({ fired: trial.silent === undefined, ...trial })
  }
  return 0
}

function explainText(args: string[]): number {
  const { compiled, paper, wanted } = asked(args)
  const { findings, reasons, scores, bands, labels, framing } = assess(paper, today(), compiled)
  for (const finding of findings) {
    if (wanted && !isWanted({ id: finding.rule, code: finding.code }, wanted)) continue
    line({ ...finding, adds: reasons.filter(({ source }) => source === finding.code) })
  }
  line({ scores, bands, labels, genre: framing.genre, genreBecause: framing.genreBecause })
  return 0
}

function checkCorpora(folder: string): number {
  if (!existsSync(folder)) {
    const missing = `NOT MEASURED: no folder ${folder}. Nothing was checked; name the folder that holds the corpora.`
    process.stderr.write(`${missing}\n`)
    line({ mistake: missing })
    return 2
  }
  const measures = measureCorpora(folder, compile(loadRulebook()), today())
  for (const measure of measures) {
    line(measure)
    const { file, kind, label, perTenThousand, limit } = measure
    const verdict = perTenThousand <= limit ? 'within' : 'OVER'
    process.stderr.write(
      `${verdict} ${perTenThousand} of 10,000 (limit ${limit}): ${file} as ${kind}, label ${label}\n`,
    )
  }
  if (measures.length === 0) process.stderr.write(`NOT MEASURED: ${folder} holds no .tsv and no .jsonl file\n`)
  const fails = measures.length === 0 || measures.some(({ perTenThousand, limit }) => perTenThousand > limit)
  return fails ? 2 : 0
}

function asked(args: string[]): { compiled: CompiledRulebook; paper: Paper; wanted: string | undefined } {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { rule: text, kind: text, date: text, region: text, entity: text, channel: text },
  })
  const path = positionals[0] ?? '-'
  const compiled = compile(loadRulebook())
  if (values.rule !== undefined && !compiled.rules.some(({ rule }) => isWanted(rule, values.rule!))) {
    const codes = compiled.rules
      .map(({ rule }) => rule.code)
      .sort()
      .join(', ')
    throw new Problem('rulebook.invalid', { mistakes: [`no rule is called "${values.rule}"; allowed: ${codes}`] })
  }
  const paper = { ...readCircumstances(values), text: readFileSync(path === '-' ? 0 : path, 'utf8') }
  return { compiled, paper, wanted: values.rule }
}

function isWanted(rule: { id: string; code: string }, wanted: string): boolean {
  return rule.id === wanted || rule.code === wanted
}

/** The clean place from which an original one was read. */
function cleanPlace(
  starts: Uint32Array,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  const from = starts.findIndex((at) => at >= start)
  const to = starts.findIndex((at) => at >= end)
  return { start: from < 0 ? starts.length : from, end: to < 0 ? starts.length : to }
}

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}

function line(value: unknown) {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}
