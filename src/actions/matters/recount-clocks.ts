import { countClocks } from '../../core/procedure/counted-clock.ts'
import { indexMatter, lockMatter, mattersCountedOtherwise } from '../../store/matters.ts'
import type { Parts } from '../parts.ts'

const AT_ONCE = 200

/**
 * Counts running clocks anew whose due day was kept under other clocks or another calendar: a year newly loaded turns "cannot be told" into a day.
 * @returns how many matters were counted
 */
export async function recountClocks(parts: Pick<Parts, 'db' | 'procedure'>): Promise<number> {
  const { db, procedure } = parts
  let counted = 0
  for (;;) {
    const ids = await mattersCountedOtherwise(db, procedure.hash, AT_ONCE)
    if (ids.length === 0) return counted
    for (const id of ids) {
      await db.transaction(async (trx) => {
        const file = await lockMatter(trx, id)
        if (file) await indexMatter(trx, file.matter, countClocks(procedure, file.matter), procedure.hash)
      })
    }
    counted += ids.length
  }
}
