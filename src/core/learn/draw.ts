import { createHash } from 'node:crypto'

/** Papers drawn from one week and region. */
export const SAMPLE_SIZE = 20

/** What an officer says of a drawn paper at a glance: is there something unlawful in it that nobody flagged? */
export const SAMPLE_ANSWERS = ['yes', 'no', 'cannot_tell'] as const
export type SampleAnswer = (typeof SAMPLE_ANSWERS)[number]

/** A simple random sample without replacement: the `size` ids whose hash with the seed is least. The same seed draws the same papers. */
export function draw(ids: readonly string[], seed: string, size = SAMPLE_SIZE): string[] {
  const hashed = ids.map((id) => ({ id, hash: createHash('sha256').update(`${seed} ${id}`).digest('hex') }))
  hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1))
  return hashed.slice(0, size).map(({ id }) => id)
}
