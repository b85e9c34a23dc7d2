import type { Disguise } from '../normalise/clean-text.ts'
import type { Fact } from './fact.ts'
import type { Reading } from './reading.ts'

/** Disguises this near to each other, of one kind, are one hiding. */
const NEAR = 2

/** Hiding words is itself a sign: every disguise undone becomes a fact, neighbours of one kind together. */
export function disguises(reading: Reading): Fact[] {
  const { original } = reading.clean
  return merged(reading.clean.disguises).map(({ kind, start, end }) => ({
    type: 'disguise',
    value: kind,
    unit: '',
    role: kind,
    start,
    end,
    quote: original.slice(start, end),
  }))
}

function merged(all: readonly Disguise[]): Disguise[] {
  const out: Disguise[] = []
  const last = new Map<string, Disguise>()
  for (const disguise of [...all].sort((a, b) => a.start - b.start)) {
    const before = last.get(disguise.kind)
    if (before && disguise.start - before.end <= NEAR) before.end = Math.max(before.end, disguise.end)
    else {
      const own = { ...disguise }
      last.set(disguise.kind, own)
      out.push(own)
    }
  }
  return out
}
