import type { CompiledRulebook } from '../core/check/compile.ts'
import { activeActivation, insertActivation, noteShipment } from '../store/rulebook-activations.ts'
import { keepRulebook } from '../store/rulebooks.ts'
import type { Parts } from './parts.ts'
import { compileStored } from './use-active-rulebook.ts'

/**
 * At the start of a process: keep the folder of this release under its hash, and say which version runs. A new database takes the release
 * up. Later a release takes over by itself only where the active version came with a release too, and only the first time it is seen:
 * what officers approved stays until they say otherwise, and an older program started beside a newer one turns nothing back.
 * @returns the active rulebook, compiled
 */
export async function shipRulebook(
  parts: Pick<Parts, 'db' | 'now' | 'log'>,
  shipped: CompiledRulebook,
): Promise<CompiledRulebook> {
  const { hash } = shipped.rulebook
  const now = parts.now().toISOString()
  await takeUp(parts.db, shipped, now)
  const active = (await activeActivation(parts.db))!
  if (active.hash === hash) return shipped
  parts.log.warn(
    { shipped: hash, active: active.hash, way: active.way },
    'the rules of this release are not the active ones; see `npm run rules -- versions`',
  )
  return compileStored(parts.db, active.hash)
}

async function takeUp(db: Parts['db'], { rulebook }: CompiledRulebook, now: string): Promise<void> {
  const { hash } = rulebook
  await db.transaction(async (trx) => {
    await keepRulebook(trx, rulebook, now)
    const isNew = await noteShipment(trx, hash, now)
    const active = await activeActivation(trx)
    if (active && (active.hash === hash || active.way !== 'shipped' || !isNew)) return
    const activation = { seq: (active?.seq ?? 0) + 1, hash, way: 'shipped', at: now, reason: '' } as const
    // When another process took the number first, its activation stands.
    await insertActivation(trx, { ...activation, authorId: null, approverId: null, backtestId: null })
  })
}
