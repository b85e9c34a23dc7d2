import type { Choice, CitedBasis } from '../check/finding.ts'
import type { Said } from '../clock/clock.ts'

export type Version = 'old' | 'new'

/** A penalty of a finding, with the version of the law it belongs to where that changed. */
export interface VersionedPenalty {
  cited: CitedBasis
  version: Version | null
}

/** What the law changed about a finding, and which version is taken. */
export interface WhichLaw {
  taken: Version
  /** Taken without a person's word. */
  isProposed: boolean
  why: Said
}

/** The penalties of a finding: those of the day of the conduct, and those that took their place since. */
export function penaltiesOf(basis: readonly CitedBasis[], choice: Choice | undefined): VersionedPenalty[] {
  const replaced = new Set((choice?.changes ?? []).flatMap(({ old }) => old ?? []))
  const breached = basis.filter(({ role }) => role !== 'penalises').map(({ id }) => id)
  const here = basis
    .filter(isPenalty)
    .map((cited) => ({ cited, version: cited.version ?? (replaced.has(cited.id) ? ('old' as const) : null) }))
  const later = (choice?.successors ?? []).filter(isPenalty).map((cited) => {
    const before = choice!.changes.filter((change) => change.new === cited.id).flatMap(({ old }) => old ?? [])
    const pairs = cited.pairs ?? basis.filter(({ id }) => before.includes(id)).flatMap((one) => one.pairs ?? [])
    return { cited: { ...cited, pairs: pairs.length > 0 ? pairs : breached }, version: 'new' as const }
  })
  return [...here, ...later]
}

/**
 * Which version holds: what a person chose; until then the law of the day of the conduct, unless the amounts show the later one to be lighter
 * (从旧兼从轻, 行政处罚法第三十七条).
 */
export function whichLaw(choice: Choice | undefined, chosen: Version | null): WhichLaw | null {
  if (!choice) return null
  if (chosen) return { taken: chosen, isProposed: false, why: choice.note }
  return { taken: choice.lighter === 'new' ? 'new' : 'old', isProposed: true, why: choice.note }
}

function isPenalty({ role, penalty }: CitedBasis): boolean {
  return role === 'penalises' && penalty !== undefined
}
