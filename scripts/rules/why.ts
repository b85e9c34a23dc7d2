import type { RuleTrial } from '../../src/core/check/explain.ts'
import type { Rulebook } from '../../src/core/check/rule.ts'
import type { Circumstances } from '../../src/core/document.ts'

/** Every reason, in plain words of both languages, for which a rule kept silent on a text: what to change in the text, its circumstances or the rule. */
export function whySilent(trial: RuleTrial, { rules, basis }: Rulebook, circumstances: Circumstances): string[] {
  const rule = rules.find(({ id }) => id === trial.rule)!
  const { kind, entity, region, date } = circumstances
  const why: string[] = []
  if (kind !== 'unknown' && !rule.documents.includes(kind))
    why.push(`the paper is ${kind}; the rule reads ${rule.documents.join(', ')} / 材料类型不在规则所读之列`)
  if (entity !== 'unknown' && rule.entities && !rule.entities.includes(entity))
    why.push(`the body is ${entity}; the rule concerns ${rule.entities.join(', ')} / 主体类型不在规则所涉之列`)
  if (trial.silent === 'other_region')
    why.push(
      `the region is ${region}; the rule is one of ${rule.region!.group} (${rule.region!.members.join(', ')}) / 该规则不适用于此地区`,
    )
  if (trial.silent === 'no_law_in_force') {
    const ranges = rule.basis
      .filter(({ role }) => role !== 'penalises')
      .map((entry) => `${entry.id} (${basis[entry.id]!.from} to ${entry.to ?? basis[entry.id]!.to ?? 'today'})`)
    why.push(
      `no article of the rule stood on ${date} for these circumstances: ${ranges.join(', ')} / 当日没有适用的有效法条`,
    )
  }
  for (const { id, places } of trial.elements) {
    if (places.length === 0) {
      why.push(`element "${id}" is nowhere / 没有出现该要件`)
      continue
    }
    const unread = places.filter(({ frame }) => !rule.frames.includes(frame))
    if (unread.length === places.length)
      why.push(
        `element "${id}" stands only in the frame ${[...new Set(unread.map(({ frame }) => frame))].join(', ')} (${quotes(unread)}); the rule reads ${rule.frames.join(', ')} / 该要件只出现在规则不读的语境`,
      )
    else if (!places.some(({ counts }) => counts) && trial.silent === 'denied')
      why.push(
        `element "${id}" is denied, forbidden or warned of on the spot (${quotes(places)}) / 该要件当处被否认、禁止或警示`,
      )
  }
  for (const id of trial.silencedBy ?? []) {
    const places = trial.exceptions.find((exception) => exception.id === id)?.places
    if (places) why.push(`the exception "${id}" silences it (${quotes(places)}) / 因例外不命中`)
  }
  if (trial.silent === 'required_is_there') why.push('what it would miss is there / 应有的内容已有')
  if (trial.silent === 'below_first_step')
    why.push(
      `the value is below the first step, ${Math.min(...rule.steps!.map(({ atLeast }) => atLeast))} / 数值未达第一档`,
    )
  if (trial.silent === 'elements_too_far_apart')
    why.push(`its elements stand further apart than within: ${JSON.stringify(rule.within)} / 各要件相距过远`)
  return why
}

/** Of each exception that another word keeps from holding: which, where it stands, and beside what. */
export function whatIsLifted(exceptions: RuleTrial['exceptions']): string[] {
  return exceptions.flatMap(({ id, places, lifted_by: beside }) =>
    beside
      ? [
          `the exception "${id}" (${quotes(places)}) does not hold beside ${quotes(beside)} / 例外因${quotes(beside)}不适用`,
        ]
      : [],
  )
}

function quotes(places: readonly { quote: string }[]): string {
  return [...new Set(places.map(({ quote }) => `“${quote}”`))].slice(0, 3).join('')
}
