import { CHANNELS, ENTITIES, KINDS } from '../../core/document.ts'
import type { Correctable } from '../../core/intake/correction.ts'
import { region } from '../format.ts'
import type { Visit } from '../visit.ts'

/** A circumstance as an officer reads it; one that is not known says so. */
export function circumstanceValue(field: Correctable, value: string | null, visit: Visit): string {
  const { terms, circumstances: w } = visit.words
  if (value === null) return w.withdrawn
  switch (field) {
    case 'kind':
      return terms.kind[KINDS.find((known) => known === value) ?? 'unknown']
    case 'entity':
      return terms.entity[ENTITIES.find((known) => known === value) ?? 'unknown']
    case 'channel':
      return terms.channel[CHANNELS.find((known) => known === value) ?? 'unknown']
    case 'region':
      return value === '000000' ? w.unknownRegion : region(value, visit)
    case 'until':
      return value || w.oneDay
    default:
      return value
  }
}
