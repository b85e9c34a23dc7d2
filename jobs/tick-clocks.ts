import { remindOfJointWork } from '../src/actions/joint/remind-of-joint-work.ts'
import { recountClocks } from '../src/actions/matters/recount-clocks.ts'
import { remindOfClocks } from '../src/actions/matters/remind-of-clocks.ts'
import type { Parts } from '../src/actions/parts.ts'

/** Once an hour: count what another calendar counted, then remind of what ends soon or has ended, clocks, opinions and tasks alike. */
export async function tickClocks(parts: Pick<Parts, 'db' | 'now' | 'log' | 'procedure'>): Promise<void> {
  const counted = await recountClocks(parts)
  if (counted > 0) parts.log.info({ counted }, 'clocks were counted anew')
  const noted = await remindOfClocks(parts)
  if (noted > 0) parts.log.info({ noted }, 'clocks that end soon or have ended were noted')
  const owed = await remindOfJointWork(parts)
  if (owed > 0) parts.log.info({ noted: owed }, 'opinions and tasks that are due soon or overdue were noted')
}
