import type { RuleTrial } from '../../src/core/check/explain.ts'
import type { Rulebook } from '../../src/core/check/rule.ts'
import type { Circumstances } from '../../src/core/document.ts'

/** Every reason, in plain words, for which a rule kept silent on a text: what to change in the text, its circumstances or the rule. */
export function whySilent(trial: RuleTrial, { rules, basis }: Rulebook, circumstances: Circumstances): string[] {
  const rule = rules.find(({ id }) => id === trial.rule)!
  const { kind, entity, region, date } = circumstances
  const why: string[] = []
  if (kind !== 'unknown' && !rule.documents.includes(kind))
    why.push(`the paper is ${kind}; the rule reads ${rule.documents.join(', ')}`)
  if (entity !== 'unknown' && rule.entities && !rule.entities.includes(entity))
    why.push(`the body is ${entity}; the rule concerns ${rule.entities.join(', ')}`)
  if (trial.silent === 'other_region')
    why.push(`the region is ${region}; the rule is one of ${rule.region!.group} (${rule.region!.members.join(', ')})`)
  if (trial.silent === 'no_law_in_force') {
    const ranges = rule.basis
      .filter(({ role }) => role !== 'penalises')
      .map((entry) => `${entry.id} (${basis[entry.id]!.from} to ${entry.to ?? basis[entry.id]!.to ?? 'today'})`)
    why.push(`no article of the rule stood on ${date} for these circumstances: ${ranges.join(', ')}`)
  }
  for (const { id, places } of trial.elements) {
    if (places.length === 0) {
      why.push(`element "${id}" is nowhere`)
      continue
    }
    const unread = places.filter(({ frame }) => !rule.frames.includes(frame))
    if (unread.length === places.length)
      why.push(
        `element "${id}" stands only in the frame ${[...new Set(unread.map(({ frame }) => frame))].join(', ')} (${quotes(unread)}); the rule reads ${rule.frames.join(', ')}`,
      )
    else if (!places.some(({ counts }) => counts) && trial.silent === 'denied')
      why.push(`element "${id}" is denied, forbidden or warned of on the spot (${quotes(places)})`)
  }
  for (const id of trial.silencedBy ?? []) {
    const places = trial.exceptions.find((exception) => exception.id === id)?.places
    if (places) why.push(`the exception "${id}" silences it (${quotes(places)})`)
  }
  if (trial.silent === 'required_is_there') why.push('what it would miss is there')
  if (trial.silent === 'below_first_step')
    why.push(`the value is below the first step, ${Math.min(...rule.steps!.map(({ atLeast }) => atLeast))}`)
  if (trial.silent === 'elements_too_far_apart')
    why.push(`its elements stand further apart than within: ${JSON.stringify(rule.within)}`)
  return why
}

function quotes(places: readonly { quote: string }[]): string {
  return [...new Set(places.map(({ quote }) => `“${quote}”`))].slice(0, 3).join('')
}
