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
  /** Which is lighter by the amounts of its penalties, where they tell and agree. */
  lighter?: 'old' | 'new' | 'same'
  note: Choice['note']
  /** Places of the findings concerned, in the list given. */
  findings: number[]
}

/** The changes of law among a paper's findings, each once, in the order they are met. */
export function lawMatters(findings: readonly Pick<Finding, 'choice'>[]): LawMatter[] {
  const matters = new Map<string, LawMatter>()
  for (const [place, { choice }] of findings.entries()) {
    for (const change of choice?.changes ?? []) {
      const key = matterKey(change)
      const known = matters.get(key)
      const lighter = [known?.lighter, change.lighter].filter((said) => said !== undefined)
      const { lighter: _, ...rest } = known ?? {
        because: choice!.because,
        on: change.on,
        note: choice!.note,
        old: [],
        new: [],
        findings: [],
      }
      matters.set(key, {
        ...rest,
        key,
        old: once([...rest.old, ...(change.old ? [change.old] : [])]),
        new: once([...rest.new, change.new]),
        findings: once([...rest.findings, place]),
        ...agreed(lighter),
      })
    }
  }
  return [...matters.values()]
}

/** Instruments, not articles: whoever applies the old law applies the whole of it. */
function matterKey(change: Choice['changes'][number]): string {
  return `${change.old?.split('/')[0] ?? ''}>${change.new.split('/')[0]}`
}

function agreed(said: NonNullable<LawMatter['lighter']>[]): { lighter?: NonNullable<LawMatter['lighter']> } {
  const differing = new Set(said.length > 1 ? said.filter((one) => one !== 'same') : said)
  if (differing.size === 0 && said.length > 0) return { lighter: 'same' }
  return differing.size === 1 ? { lighter: [...differing][0]! } : {}
}

function once<T>(values: T[]): T[] {
  return [...new Set(values)]
}
