import { endOfShanghaiDay, isDay, startOfShanghaiDay } from '../../src/core/clock/shanghai.ts'
import type { Period } from '../../src/store/archive.ts'
import { UsageError } from './tell.ts'

/** The days asked for, as they were said and as instants. */
export function periodOf(values: { from?: string | undefined; to?: string | undefined }): {
  period: Period
  days: { from?: string; to?: string }
} {
  const { from, to } = values
  for (const day of [from, to])
    if (day !== undefined && !isDay(day))
      throw new UsageError(`"${day}" is no day / 不是日期; allowed / 允许: YYYY-MM-DD`)
  return {
    period: {
      ...(from !== undefined && { from: startOfShanghaiDay(from) }),
      ...(to !== undefined && { before: endOfShanghaiDay(to) }),
    },
    days: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
  }
}
