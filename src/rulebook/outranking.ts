import { briefly } from '../core/brief-model.ts'
import { type CompiledRulebook, compile } from '../core/check/compile.ts'
import type { Category } from '../core/document.ts'
import { assess, type Model, type Paper } from '../core/pipeline.ts'
import { score } from '../core/score/score.ts'
import type { Complaint } from './hygiene.ts'
import type { AuthorsRulebook } from './load.ts'

/** Looks at papers for rules that say `outranks: true`, and tells which of them need it no longer. */
export interface OutrankingWatch {
  /** Whether any rule says so; if none does there is nothing to look for. */
  isNeeded: boolean
  look(paper: Paper, receivedOn: string): void
  complaints(): Complaint[]
}

interface Seen {
  examples: number
  papers: number
  /** Papers that would lose the rule’s label. */
  losing: number
  lowest: number
}

/**
 * A rule may outrank the classifier while its wording is newer than the model. It need not any longer where no paper on which it finds
 * something, its own hits first, would lose its label if nothing outranked: all rules at once, for two that meet the same words may each seem
 * needless while the other stands.
 */
export function watchOutranking(authors: AuthorsRulebook, model: Model | undefined, today: string): OutrankingWatch {
  const compiled = compile(authors.rulebook)
  const rules = compiled.rules.map(({ rule }) => rule).filter(({ id }) => compiled.outranking.has(id))
  const seen = new Map<string, Seen>(rules.map(({ id }) => [id, { examples: 0, papers: 0, losing: 0, lowest: 1 }]))
  const judge = model && briefly(model)
  const isNeeded = judge !== undefined && rules.length > 0
  const look = (paper: Paper, receivedOn: string, source: 'examples' | 'papers', only?: string) => {
    if (!isNeeded) return
    for (const { rule, isLost, probability } of outrankedOn(paper, receivedOn, compiled, judge)) {
      if (only !== undefined && rule !== only) continue
      const counts = seen.get(rule)!
      counts[source]++
      if (isLost) counts.losing++
      counts.lowest = Math.min(counts.lowest, probability)
    }
  }
  for (const { id } of rules)
    for (const { quote: _, ...hit } of authors.examples.get(id)?.hits ?? []) look(hit, today, 'examples', id)
  return {
    isNeeded,
    look: (paper, receivedOn) => look(paper, receivedOn, 'papers'),
    complaints: () =>
      rules.flatMap(({ id, code }): Complaint[] => {
        const { examples, papers, losing, lowest } = seen.get(id)!
        const owner = authors.notes.get(id)?.owner ?? null
        if (examples + papers === 0 || losing > 0) return []
        return [{ what: 'outranks', rule: id, code, owner, examples, papers, lowest }]
      }),
  }
}

/** The rules that outrank the classifier and count on this paper: whether it would lose their label without that, and what the classifier gives it. */
function outrankedOn(paper: Paper, receivedOn: string, compiled: CompiledRulebook, model: Model) {
  const { findings, signals, labels, framing, kindGuessed } = assess(paper, receivedOn, compiled, model)
  const met = new Map<string, Category>()
  for (const { rule, category, unscored } of findings)
    if (!unscored && compiled.outranking.has(rule)) met.set(rule, category)
  if (met.size === 0) return []
  // Lawful marks weigh on categories without a finding alone; of these there is one.
  const reading = { genre: framing.genre, kindGiven: !kindGuessed, marked: [], length: paper.text.length }
  const lowered = score(findings, signals, reading, compiled.rulebook.scoring).labels
  return [...met].map(([rule, category]) => ({
    rule,
    isLost: labels.includes(category) && !lowered.includes(category),
    probability: signals.find(({ label }) => label === category)?.probability ?? 1,
  }))
}
