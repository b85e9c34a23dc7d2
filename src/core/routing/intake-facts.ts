import type { Category, Channel, Entity } from '../document.ts'

/** What is known of one intake when it is asked which way it goes. */
export interface IntakeFacts {
  /** Day it was received, `YYYY-MM-DD`: the law of that day. */
  on: string
  /** The bureau's region, GB/T 2260. */
  bureau: string
  /** What the letter asks: a remedy, a report, or both. */
  asks: readonly ('complaint' | 'report')[]
  labels: readonly Category[]
  /** Findings and hints of procedure (these without category), as told by the assessment. */
  findings: readonly FoundCode[]
  entity: Entity
  channel: Channel
  /** What was written or told; words are looked for in it. */
  text: string
  /** What an officer stated besides, by id in the table's `notes`. */
  notes: readonly string[]
  /** Lines already open. */
  opened: readonly string[]
}

export interface FoundCode {
  code: string
  title: { zh: string; en: string }
  category: Category | null
  severity: 1 | 2 | 3 | 4
  /** Where it was met; empty for what is absent. */
  quote: string
}
