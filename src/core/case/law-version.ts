import type { Choice, Finding } from '../check/finding.ts'

/** Which law an officer applies where it changed: that of the day of the conduct, or the later one. */
export const LAW_VERSIONS = ['old', 'new'] as const
export type LawVersion = (typeof LAW_VERSIONS)[number]

/** One change of law that a paper met: an instrument that took another's place. Chosen once for all findings of the paper. */
export interface LawMatter {
  /** `unfair-competition-law-2019>unfair-competition-law-2025`: outlives another assessment of the paper. */
  key: string
  because: Choice['because']
  /** First day of the later law. */
  on: string
  /** Ids of the articles cited of either side, by any finding. */
  old: string[]
  new: string[]
  note: Choice['note']
  /** Places of the findings concerned, in the list given. */
  findings: number[]
}

/** The changes of law among a paper's findings, each once, in the order they are met. */
export function lawMatters(findings: readonly Pick<Finding, 'choice'>[]): LawMatter[] {
  const matters = new Map<string, LawMatter & { tells: boolean }>()
  for (const [place, { choice }] of findings.entries()) {
    for (const change of choice?.changes ?? []) {
      const key = matterKey(change)
      const known = matters.get(key)
      // Of several notes one that can tell which version is lighter says more.
      const tells = choice!.lighter !== undefined
      const { because, note } = known && (known.tells || !tells) ? known : choice!
      matters.set(key, {
        key,
        because,
        note,
        on: known?.on ?? change.on,
        old: once([...(known?.old ?? []), ...(change.old ? [change.old] : [])]),
        new: once([...(known?.new ?? []), change.new]),
        findings: once([...(known?.findings ?? []), place]),
        tells: tells || (known?.tells ?? false),
      })
    }
  }
  return [...matters.values()].map(({ tells: _, ...matter }) => matter)
}

/** Instruments, not articles: whoever applies the old law applies the whole of it. */
function matterKey(change: Choice['changes'][number]): string {
  return `${change.old?.split('/')[0] ?? ''}>${change.new.split('/')[0]}`
}

function once<T>(values: T[]): T[] {
  return [...new Set(values)]
}
