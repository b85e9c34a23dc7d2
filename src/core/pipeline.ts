import type { Entity, Channel, Kind } from './document.ts'

/** What the pure path is given. */
export interface Paper {
  text: string
  /** As given by the sender; outranks the guess. */
  kind?: Kind
  /** `YYYY-MM-DD`. */
  date?: string
  region?: string
  entity?: Entity
  channel?: Channel
  /** Links the reader kept, spans into `text`. */
  links?: { href: string; span: { start: number; end: number } }[]
}
