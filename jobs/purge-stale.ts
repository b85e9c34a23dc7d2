import { purgeStale } from '../src/actions/papers/purge-stale.ts'
import type { Parts } from '../src/actions/parts.ts'

/** Once a day: forget what is only kept for a while. */
export async function purgeWhatIsStale(parts: Pick<Parts, 'db' | 'now' | 'log'>): Promise<void> {
  const { keys, drafts } = await purgeStale(parts)
  if (keys > 0) parts.log.info({ keys }, 'kept answers were forgotten')
  if (drafts > 0) parts.log.info({ drafts }, 'calls never taken were forgotten')
}
