import type { CompiledRulebook } from '../src/core/check/compile.ts'
import type { check } from '../src/core/check/run.ts'
import { extract } from '../src/core/extract/extract.ts'
import { frameDocument } from '../src/core/frame/frame-document.ts'
import { normalise } from '../src/core/normalise/normalise.ts'
import { assess } from '../src/core/pipeline.ts'

/** The day on which all papers of the bench come in. */
export const DAY = '2026-11-22'

/** A paper as the check takes it. */
export type Prepared = [
  clean: Parameters<typeof check>[0],
  facts: Parameters<typeof check>[1],
  framing: Parameters<typeof check>[2],
  at: Parameters<typeof check>[3],
]

export function prepared(text: string, compiled: CompiledRulebook): Prepared {
  const clean = normalise(text, compiled.targets)
  const facts = extract(clean)
  const { circumstances } = assess({ text }, DAY, compiled)
  return [clean, facts, frameDocument(clean, facts), circumstances]
}
