import { weekBefore } from '../../core/clock/shanghai.ts'
import { draw } from '../../core/learn/draw.ts'
import { newId } from '../../store/id.ts'
import { drawnRegions, insertSample, unflaggedPapers } from '../../store/samples.ts'
import type { Parts } from '../parts.ts'

/**
 * Draw at random from the papers of the last week that no lead flags, twenty for each handling region, each paper once ever. A week and
 * region is drawn from once, so running again does nothing. `seed` comes from outside and is kept: with it the draw can be made again.
 * @returns how many papers were drawn
 */
export async function drawSamples(parts: Pick<Parts, 'db' | 'now'>, seed: string): Promise<number> {
  const now = parts.now()
  const { week, from, before } = weekBefore(now)
  return parts.db.transaction(async (trx) => {
    const done = await drawnRegions(trx, week)
    let drawn = 0
    for (const [region, ids] of await unflaggedPapers(trx, from, before)) {
      if (done.has(region)) continue
      const chosen = draw(ids, `${seed} ${week} ${region}`)
      const sample = { id: newId(), week, region, seed, population: ids.length, at: now.toISOString() }
      if (await insertSample(trx, sample, chosen)) drawn += chosen.length
    }
    return drawn
  })
}
