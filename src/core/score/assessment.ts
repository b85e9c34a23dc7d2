import type { Finding, Omitted, ProcedureHint, WithoutLaw } from '../check/finding.ts'
import type { Band, Category, Circumstances, Span } from '../document.ts'
import type { Fact } from '../extract/fact.ts'
import type { Framing } from '../frame/frame.ts'

/** What the text classifier says of one label; never a finding. */
export interface Signal {
  label: Category
  /** Calibrated probability, 0..1. */
  probability: number
  /** Words that moved it, in the original, with signed weights. */
  spans: (Span & { weight: number })[]
  /** Where a label would be said: the fewest of those places without which it would not. Left out where it is not, or no few places decide. */
  flip?: Span[]
  /** A passage that, were it a paper of its own, would be given so high a probability; where it is 0.9 or more and the whole has less. */
  passage?: Span & { probability: number }
  /** Passages that would each be given {@link CLEAR} or more by themselves, in order of place; where the whole has less than 0.9. */
  passages?: (Span & { probability: number })[]
}

/** From here on a passage speaks for itself. */
export const CLEAR = 0.8

/** How sure a signal is: between the bounds the classifier cannot tell, and the screen says so. */
export type Sureness = 'likely' | 'unsure' | 'unlikely'

/** The bounds of the band in which it cannot tell, around the even chance. */
export const SURENESS = { likely: 0.65, unsure: 0.3 } as const

/** In words what a calibrated probability means. */
export function surenessOf(probability: number): Sureness {
  if (probability >= SURENESS.likely) return 'likely'
  return probability >= SURENESS.unsure ? 'unsure' : 'unlikely'
}

/** Words that were counted already, for the stronger finding of this rule and perhaps others: 0..1 of what the finding names. */
export interface RestsOn {
  code: string
  share: number
}

/** One line of the explanation of a score: what was counted and how much it added. */
export interface ScoreReason {
  category: Category
  /** Rule code, or `signal`. */
  source: string
  points: number
  /** Set when the frame or genre lowered it: `warning`, `policy`, `repeat`, … */
  lowered?: string
  /** Set when the classifier would lower it by the whole paper, and one passage or the clause it stands in keeps it whole. */
  kept?: 'passage' | 'clause'
  /** Set when it counts less, or nothing, since it rests on words of a stronger finding of the category. */
  restsOn?: RestsOn
}

/** Everything the pure path says of one document. Reproducible from the text, the circumstances, the rulebook and the model. */
export interface Assessment {
  circumstances: Circumstances
  kindGuessed: boolean
  framing: Framing
  facts: Fact[]
  findings: Finding[]
  /** What the intake desk is to do with the letter itself; raises no label. */
  procedure: ProcedureHint[]
  /**
   * How many findings or hints of a rule were left out, since only its 50 strongest are kept, and under `fact:` and the type
   * how many facts beyond the 200 greatest; empty for all but huge papers.
   */
  omitted: Omitted[]
  /** Rules whose words are met while no article is on record for the day of the conduct: not found, and not passed over in silence. */
  withoutLaw: WithoutLaw[]
  signals: Signal[]
  scores: Record<Category, number>
  bands: Record<Category, Band>
  /** The worst of `bands`. */
  band: Band
  /** Categories that would make a lead. */
  labels: Category[]
  reasons: ScoreReason[]
  /** SHA-256 of the whole rulebook, and of the model file (`none` when no model was given). */
  rulebook: string
  model: string
  /** SHA-256 of the clean text with all white space and marks removed: the same copy in another layout has the same one. */
  fingerprint: string
}
