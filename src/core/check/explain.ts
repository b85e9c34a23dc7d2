import type { Circumstances, Frame, Span } from '../document.ts'
import { originalSpan } from '../normalise/clean-text.ts'
import { footing } from './basis.ts'
import type { CompiledRule } from './compile.ts'
import { elementMatches, longestOnly } from './element-matches.ts'
import { KINDS_OF_RULE } from './kinds/index.ts'
import { regionAt } from './regions.ts'
import { isElsewhere } from './rule-region.ts'
import { frameOf, type Match, type Seen } from './seen.ts'
import { matchesOf, matchesOfAll } from './term-matches.ts'

/** Why a rule found nothing, the first reason in the order in which a rule is tried. */
export type Silence =
  | 'other_kind_of_paper'
  | 'other_entity'
  | 'other_region'
  | 'no_law_in_force'
  | 'element_not_seen'
  | 'only_in_frames_not_read'
  | 'denied'
  | 'excused'
  | 'required_is_there'
  | 'below_first_step'
  | 'elements_too_far_apart'

/** How one rule met one text, for its author. Places are in the original. */
export interface RuleTrial {
  rule: string
  code: string
  silent?: Silence
  elements: { id: string; places: TrialPlace[] }[]
  /** Exceptions that stand somewhere in the text. */
  exceptions: { id: string; places: QuotedPlace[]; lifted_by?: QuotedPlace[] }[]
  /** Exceptions without which it would have spoken; several when only all of them together kept it silent. */
  silencedBy?: string[]
}

interface QuotedPlace extends Span {
  quote: string
}

export interface TrialPlace extends QuotedPlace {
  frame: Frame
  /** False when its frame is not read or it was denied on the spot. */
  counts: boolean
}

/** Tries one rule on what was seen, and says what it met and what kept it silent. */
export function tryRule(compiled: CompiledRule, seen: Seen, circumstances: Circumstances): RuleTrial {
  const quoted = (match: Match) => {
    const span = originalSpan(seen.clean, match.start, match.end)
    return { ...span, quote: seen.clean.original.slice(span.start, span.end) }
  }
  const elements = compiled.elements.map(({ id, terms }) => {
    const counted = new Set(elementMatches(seen, compiled, terms).map(({ start, end }) => `${start}-${end}`))
    const places = longestOnly(terms.terms.flatMap((term) => matchesOf(seen, term))).map((match) => ({
      ...quoted(match),
      frame: frameOf(seen, match.start),
      counts: counted.has(`${match.start}-${match.end}`),
    }))
    return { id, places }
  })
  const exceptions = compiled.exceptions.flatMap((exception) => {
    const places = exception.terms.terms.flatMap((term) => matchesOf(seen, term)).map(quoted)
    if (places.length === 0) return []
    const beside = lifting(compiled, exception, seen).map(quoted)
    return [{ id: exception.id, places, ...(beside.length > 0 && { lifted_by: beside }) }]
  })
  const silencedBy = exceptions.length > 0 ? exceptionsThatSilence(compiled, seen) : []
  const silent = silence(compiled, seen, circumstances, elements, silencedBy.length > 0)
  return {
    rule: compiled.rule.id,
    code: compiled.rule.code,
    ...(silent && { silent }),
    elements,
    exceptions,
    ...(silent === 'excused' && { silencedBy }),
  }
}

/** The rule is tried again without its exceptions, one by one and then all: what it says then is what they kept back. */
function exceptionsThatSilence(compiled: CompiledRule, seen: Seen): string[] {
  const speaks = (rule: CompiledRule) => KINDS_OF_RULE[rule.rule.kind](rule, seen).length > 0
  if (speaks(compiled)) return []
  const alone = compiled.exceptions.filter((left) =>
    speaks({ ...compiled, exceptions: compiled.exceptions.filter((other) => other !== left) }),
  )
  if (alone.length > 0) return alone.map(({ id }) => id)
  return speaks({ ...compiled, exceptions: [] }) ? compiled.exceptions.map(({ id }) => id) : []
}

type Exception = CompiledRule['exceptions'][number]

/** The words of `but:` beside which an exception does not hold where it would have silenced the rule, were it the rule's only one and had it none. */
function lifting(compiled: CompiledRule, exception: Exception, seen: Seen): Match[] {
  const { reach, but } = exception
  if (!but || reach === 'phrase' || reach === 'before') return []
  // What stands on the very words is asked of them before any exception of this kind.
  const onTheWords = compiled.exceptions.filter((other) => other.reach === 'phrase' || other.reach === 'before')
  const claims = (only: Exception) =>
    KINDS_OF_RULE[compiled.rule.kind]({ ...compiled, exceptions: [...onTheWords, only] }, seen)
  const kept = new Set(claims({ ...exception, but: undefined }).map(({ start, end }) => `${start}-${end}`))
  const saved = claims(exception).filter(({ start, end }) => !kept.has(`${start}-${end}`))
  const around = saved.flatMap(({ elements }) =>
    elements.map(({ match }) =>
      typeof reach === 'string'
        ? regionAt(seen.regions, reach, match.start)
        : { start: match.start - reach.characters, end: match.end + reach.characters },
    ),
  )
  return longestOnly(matchesOfAll(seen, but)).filter(({ start, end }) =>
    around.some((region) => start < region.end && end > region.start),
  )
}

function silence(
  compiled: CompiledRule,
  seen: Seen,
  circumstances: Circumstances,
  elements: RuleTrial['elements'],
  isExcused: boolean,
): Silence | undefined {
  const { rule } = compiled
  const { kind, entity } = circumstances
  if (kind !== 'unknown' && !rule.documents.includes(kind)) return 'other_kind_of_paper'
  if (entity !== 'unknown' && rule.entities && !rule.entities.includes(entity)) return 'other_entity'
  if (isElsewhere(rule, circumstances, seen.facts)) return 'other_region'
  if (!footing(rule, circumstances, seen.compiled.rulebook.basis)) return 'no_law_in_force'
  if (elements.some(({ places }) => places.length === 0)) return 'element_not_seen'
  if (elements.some(({ places }) => !places.some(({ frame }) => compiled.frames.has(frame))))
    return 'only_in_frames_not_read'
  if (isExcused) return 'excused'
  if (elements.some(({ places }) => !places.some(({ counts }) => counts))) return 'denied'
  if (KINDS_OF_RULE[rule.kind](compiled, seen).length > 0) return undefined
  if (rule.kind === 'absence') return 'required_is_there'
  return rule.steps ? 'below_first_step' : 'elements_too_far_apart'
}
