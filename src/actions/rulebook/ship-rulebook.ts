import type { CompiledRulebook } from '../../core/check/compile.ts'
import { Problem } from '../../core/problem.ts'
import { activeActivation, insertActivation, noteShipment } from '../../store/rulebook-activations.ts'
import { keepRulebook } from '../../store/rulebooks.ts'
import type { Parts } from '../parts.ts'
import { compileStored } from './use-active-rulebook.ts'

/**
 * At the start of a process: keep the folder of this release under its hash, and say which version runs. A new database takes the release
 * up. Later a release takes over by itself only where the active version came with a release too, and only the first time it is seen:
 * what officers approved stays until they say otherwise, and an older program started beside a newer one turns nothing back. A version
 * that this release cannot run gives way, for papers must be judged by something; the record says so.
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
    if (active?.hash === hash) return
    const isBroken = active !== undefined && !(await canRun(trx, active.hash))
    if (active && !isBroken && (active.way !== 'shipped' || !isNew)) return
    const reason = isBroken ? CANNOT_RUN : ''
    const activation = { seq: (active?.seq ?? 0) + 1, hash, way: 'shipped', at: now, reason } as const
    // When another process took the number first, its activation stands.
    await insertActivation(trx, { ...activation, authorId: null, approverId: null, backtestId: null })
  })
}

const CANNOT_RUN = '原现行版本与本次发布的程序不兼容 / the active version cannot run in this release'

async function canRun(db: Parts['db'], hash: string): Promise<boolean> {
  try {
    await compileStored(db, hash)
    return true
  } catch (error) {
    if (error instanceof Problem && error.code === 'rulebook.unusable') return false
    throw error
  }
}
