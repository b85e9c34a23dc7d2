import type { Channel, Entity, Kind } from '../document.ts'

/** By which door papers come. */
export const SOURCES = ['folder', 'drop', 'api', 'upload', 'seed', 'row', 'call'] as const
export type Source = (typeof SOURCES)[number]

/** What the sender said of a paper; every part may be missing. */
export interface Given {
  kind?: Kind
  /** `YYYY-MM-DD`; the first day, where the conduct lasted. */
  date?: string
  /** Last day of conduct that lasted. */
  until?: string
  region?: string
  /** Nobody named the place of the conduct: `region` is where the paper is handled, so that its local law is looked at until somebody fills it in. */
  regionAssumed?: true
  entity?: Entity
  channel?: Channel
  title?: string
}

/** What is said of one paper over what is said of the whole delivery: a place of its own is no assumed one. */
export function givenOver(whole: Given, own: Given): Given {
  const { regionAssumed, ...rest } = whole
  return { ...rest, ...(regionAssumed && own.region === undefined ? { regionAssumed } : {}), ...own }
}

/** Who sent what, under which number: enough to tell a retried delivery from a second victim with the same letter. */
export interface Envelope {
  source: Source
  /** Platform, feed or person that sends; not a private person's name. */
  sender: string
  /** The sender's own number for it: a hotline number, a path, the nonce of a form. */
  external: string
  /** Row of a sheet, when the paper is one row. */
  row?: string
  /** Within whose deliveries the number counts, when several may use the same sender and number. Part of the identity only. */
  scope?: string
}

/**
 * What is the same for a delivery and its retry, and differs for everything else.
 * The bytes are not part of it: two victims' identical letters are two intakes. Doors without a number of the sender's own
 * (folder, drop) put the path and the content's hash in `external`, so that a changed file at an old path is a new delivery.
 */
export function deliveryIdentity(envelope: Envelope): string {
  const parts = [envelope.source, envelope.sender, envelope.external, envelope.row ?? '']
  return JSON.stringify(envelope.scope === undefined ? parts : [...parts, envelope.scope])
}
