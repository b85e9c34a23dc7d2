import type { CitedBasis, Finding } from '../../core/check/finding.ts'

/** Breached articles with the penalties that punish them; several breaches under the same penalties stand together. */
export interface BasisGroup {
  breached: CitedBasis[]
  penalties: CitedBasis[]
}

/** The law of a finding as an officer reads it: what is breached beside what it threatens, old beside new, what only defines apart. */
export interface GroupedBasis {
  /** What did not change, or does not depend on the change. */
  steady: BasisGroup[]
  old: BasisGroup[]
  new: BasisGroup[]
  defining: CitedBasis[]
}

export function groupBasis({ basis, choice }: Pick<Finding, 'basis' | 'choice'>): GroupedBasis {
  const replaced = new Set(choice?.changes.flatMap(({ old }) => old ?? []))
  const sideOf = ({ id, version }: CitedBasis) =>
    version ?? (choice?.because === 'decided_after_change' && replaced.has(id) ? 'old' : 'steady')
  const on = (side: 'steady' | 'old' | 'new', all: readonly CitedBasis[]) => all.filter((one) => sideOf(one) === side)
  return {
    steady: groups(on('steady', basis), basis),
    old: groups(on('old', basis), basis),
    new: groups([...on('new', basis), ...(choice?.successors ?? [])], basis),
    defining: basis.filter((one) => one.role === 'defines' && (sideOf(one) === 'steady' || !choice)),
  }
}

/** `whole` are all articles of the finding: a penalty that did not change may punish one that did. */
function groups(side: readonly CitedBasis[], whole: readonly CitedBasis[]): BasisGroup[] {
  if (side.every(({ pairs }) => pairs === undefined)) return unpaired(side)
  const found = new Map<string, BasisGroup>()
  for (const one of side.filter(({ role }) => role === 'violates')) {
    const penalties = penaltiesOf(one, side, whole)
    const key = penalties.map(({ id }) => id).join(' ')
    const group = found.get(key) ?? { breached: [], penalties }
    group.breached.push(one)
    found.set(key, group)
  }
  const shown = new Set([...found.values()].flatMap(({ penalties }) => penalties))
  const left = side.filter((one) => one.role === 'penalises' && !shown.has(one))
  return [...found.values(), ...(left.length > 0 ? [{ breached: [], penalties: left }] : [])]
}

/** Later articles come without pairs: what is breached and what punishes it simply stand together. */
function unpaired(side: readonly CitedBasis[]): BasisGroup[] {
  const group = {
    breached: side.filter(({ role }) => role === 'violates'),
    penalties: side.filter(({ role }) => role === 'penalises'),
  }
  return group.breached.length + group.penalties.length > 0 ? [group] : []
}

function penaltiesOf(breached: CitedBasis, side: readonly CitedBasis[], whole: readonly CitedBasis[]): CitedBasis[] {
  const punishes = (one: CitedBasis) =>
    one.role === 'penalises' && (one.pairs?.includes(breached.id) || breached.pairs?.includes(one.id))
  const near = side.filter(punishes)
  return near.length > 0 ? near : whole.filter((one) => punishes(one) && one.version === undefined)
}
