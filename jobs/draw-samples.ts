import { randomUUID } from 'node:crypto'
import { drawSamples } from '../src/actions/models/draw-samples.ts'
import type { Parts } from '../src/actions/parts.ts'

/** Once a day, so that a machine that was off on Monday draws on Tuesday: papers nobody flagged, for officers to look at. */
export async function drawUnflagged(parts: Pick<Parts, 'db' | 'now' | 'log'>): Promise<void> {
  const drawn = await drawSamples(parts, randomUUID())
  if (drawn > 0) parts.log.info({ drawn }, 'unflagged papers were drawn for a look')
}
