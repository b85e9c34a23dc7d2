import type { Step } from '../../../src/core/clock/clock.ts'

export interface OracleCase {
  text: string
  clock: string
  eventAt: string
  variant?: { name: string; place: number }
  steps: Step[]
}

/** Every clock, and every edge of the calendar: `CLOCK EVENT [=variant@place] [extend:15workday] [suspend:a..b] [restart:at] [received:at]`. */
export function oracleCases(): OracleCase[] {
  return CASES.trim()
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean)
    .map(readCase)
}

function readCase(text: string): OracleCase {
  const [clock, eventAt, ...rest] = text.split(/\s+/) as [string, string, ...string[]]
  const named = rest.find((word) => word.startsWith('='))
  const steps = rest.filter((word) => word !== named).map(readStep)
  if (!named) return { text, clock, eventAt, steps }
  const [name, place] = named.slice(1).split('@') as [string, string]
  return { text, clock, eventAt, variant: { name, place: Number(place) }, steps }
}

function readStep(word: string): Step {
  const [op, value] = [word.slice(0, word.indexOf(':')), word.slice(word.indexOf(':') + 1)]
  if (op === 'extend') {
    const [, n, unit] = /^(\d+)(workday|day)$/.exec(value)!
    return { op, n: Number(n), unit: unit as 'workday' | 'day' }
  }
  if (op === 'suspend') {
    const [from, to] = value.split('..') as [string, string]
    return { op, from, to }
  }
  return { op: op as 'restart' | 'received', at: value }
}

const CASES = `
# accepting a complaint: plain week, weekends, each holiday of the three years, weekend days worked
T01 2024-01-01
T01 2024-01-02
T01 2024-01-31
T01 2024-02-02
T01 2024-02-04
T01 2024-02-09
T01 2024-02-17
T01 2024-03-28
T01 2024-04-25
T01 2024-05-10
T01 2024-06-07
T01 2024-09-06
T01 2024-09-13
T01 2024-09-25
T01 2024-10-12
T01 2024-12-27
T01 2025-01-01
T01 2025-01-24
T01 2025-01-27
T01 2025-04-03
T01 2025-04-26
T01 2025-05-30
T01 2025-09-26
T01 2025-10-08
T01 2025-12-26
T01 2026-01-03
T01 2026-02-13
T01 2026-02-14
T01 2026-02-28
T01 2026-04-03
T01 2026-04-14
T01 2026-04-15
T01 2026-04-30
T01 2026-06-18
T01 2026-09-20
T01 2026-09-24
T01 2026-09-30
T01 2026-12-22
T01 2026-12-23   # the 7th working day would be in 2027
T01 2023-12-31   # counting starts in 2024
T01 2023-12-30   # a day of 2023 is needed
# which day an instant falls on
T01 2026-05-11T23:30:00+08:00
T01 2026-05-11T15:59:59Z
T01 2026-05-11T16:00:00Z
T01 2026-05-11T23:30:00-05:00
T02 2025-09-30
T02 2026-02-10
# mediation: old and new law, ends on holidays and weekends
T03 2024-06-28
T03 2024-06-30
T03 2024-07-01
T03 2024-08-03
T03 2024-08-09
T03 2026-02-11
T03 2026-03-05
T03 2026-04-14
T03 2026-04-15
T03 2026-04-22
T03 2026-08-02
T03 2026-08-08
T03 2026-12-01
T03 2026-05-06 suspend:2026-05-20..2026-06-09
T03 2026-05-06 suspend:2026-05-20..2026-05-20
T03 2026-05-06 suspend:2026-07-05..2026-07-15
T03 2026-05-06 suspend:2026-07-04..2026-07-15
T03 2026-05-06 suspend:2026-05-10..2026-05-15 suspend:2026-05-12..2026-05-20
T03 2024-05-20 suspend:2024-06-01..2024-06-20
T03h 2024-06-30
T03h 2024-07-01
T03h 2024-03-11 suspend:2024-04-30..2024-05-13
T03h 2026-04-14
T03h 2026-04-15
T04 2026-04-14
T04 2026-09-22
# leads and reports: extension, suspension, restart
T05 2026-09-21
T05 2026-09-21 extend:15workday
T05 2025-03-31 extend:15workday
T06 2026-09-20T16:30:00Z
T06 2026-09-21 extend:15workday
T06 2026-09-21 extend:10workday
T06 2026-09-21 extend:15day
T06 2026-09-21 extend:30workday
T06 2026-09-21 extend:15workday extend:15workday
T06 2026-01-26 suspend:2026-01-30..2026-02-11
T06 2026-01-26 suspend:2026-02-10..2026-03-02 extend:15workday
T06 2026-04-20 restart:2026-04-29
T06 2026-04-20 restart:2026-04-29 restart:2026-05-08
T06 2026-04-20 extend:15workday restart:2026-05-08
T06 2026-04-20 restart:2026-05-08 extend:15workday
T06 2026-04-10 restart:2026-04-14
T06 2026-04-10 restart:2026-04-15
T06 2026-04-20 restart:2026-04-10
T06 2026-12-10
T06 2026-12-09 extend:15workday
T06 2024-09-05
T06 2025-01-13
T07 2026-04-13
T07 2026-04-14
T07 2026-04-15
T07 2024-09-27
T08 2025-10-15
T08 2026-05-01
T09 2026-04-14
T09 2026-04-15
T09 2026-09-18 restart:2026-09-30
T10 2026-02-12
T11 2025-09-24
T12 2021-03-06
T12 2022-10-03
T12 2023-02-28
T12 2021-02-28
T12 2024-06-01
T13 2022-05-02
T13 2024-02-29
T13 2024-05-31
T13 2024-10-05
T13 2025-01-01
T13 2021-07-15 =5y@1
T13 2021-07-14 =5y@1
T13 2021-10-02 =serious@1
T13 2021-12-31 =5年@1
T13 2024-02-29 =serious@1
# procedure
T14 2026-06-10
T14 2026-06-10 extend:10workday
T14 2026-06-10 extend:10workday extend:5workday
T15 2026-09-23
T15 2025-01-22
T16 2026-05-11T23:30:00+08:00
T16 2024-02-28T20:00:00+08:00
T16 2026-12-31T18:00:00Z
T16 2026-05-11
T17 2026-09-01
T17 2026-09-04
T17 2026-09-01 extend:30day
T17 2026-09-01 extend:45day
T17 2026-09-01 extend:20workday
T17 2026-09-01 suspend:2026-09-10..2026-09-20
T17 2026-09-07 extend:30day suspend:2026-10-01..2026-10-08
T17 2024-01-12
T17 2026-12-01
T17 2026-12-02
T18 2026-02-09
T18 2026-02-09 extend:5workday
T18 2026-02-09 extend:7day
T19 2026-09-29
T19 2024-09-29
T20 2026-10-12
T20 2026-10-10
T20 2026-02-25
T20 2024-01-05
T20 2027-01-01
T20 2027-01-04
T21 2026-05-01
T22 2026-01-05
T22 2026-07-03
T22 2026-07-05
T22 2026-04-15 suspend:2026-05-01..2026-05-11 extend:30day
T22 2026-07-03 extend:30day
T22 2026-07-03 extend:30day extend:60day
T22 2026-07-03 extend:40day extend:20workday
T22 2025-11-05 suspend:2025-12-20..2026-01-20 extend:30day extend:15day
T22 2026-10-10
T22 2026-09-01 extend:30day
T22 2023-12-01
T23 2026-04-28
T24 2026-09-03
T24 2026-04-02
T25 2026-09-17
T25 2026-09-12
T25 2026-09-17 extend:30day
T26 2026-09-21
T26 2026-09-21 =10工作日@0
T26 2026-07-03 =3个月@1
T26 2025-11-30 =court@1
T26 2025-11-28 =3m@1
T27 2024-04-30
T28 2024-02-08
T29 2026-09-09
T29 2025-01-09
T30 2026-09-21
T30 2026-09-21 received:2026-09-29
T30 2026-09-21 received:2026-09-18
T31 2026-09-30
T31 2024-10-11
T32 2026-01-05
T32 2026-01-31
T32 2025-11-30
T32 2023-10-03 =3y@1
T32 2023-02-28 =long@1
T32 2025-01-01 =long@1
T33 2026-09-28
T33 2026-04-02
T33 2026-05-15
T34 2026-09-30T17:20:30+08:00
T34 2026-02-14T09:00:00+08:00
T35 2025-05-30
T36 2026-02-13
T36 2026-02-25 =prosecutor@1
T37 2026-05-06
# others' rights
T38 2026-08-03
T38 2026-04-07
T38 2026-08-08
T38 2023-12-20
T38 2025-02-14 =untold@1
T38 2024-06-08 =1y@1
T38 2026-04-07 suspend:2026-04-20..2026-05-10
T39 2024-08-31
T39 2025-08-31
T39 2026-04-01
T39 2025-11-15
T39 2026-01-31 suspend:2026-02-15..2026-02-25
T40 2026-09-17
T41 2025-04-30
T41 2025-05-01
T41 2026-09-25
T41 2026-05-16
T42 2026-10-31
T42 2026-06-05
T42 2024-07-15
T42 2027-01-15
T42 2027-02-15
T43 2026-09-02
T44 2026-10-10
T44 2026-10-10 =outbound@1
T44 2026-03-08 =境内@0
T44 2027-01-05
T45 2026-09-28
T45 2026-08-05 =handle@1
T46 2025-10-30
T46 2025-10-31
T46 2026-09-30
T46 2026-09-24
T47 2026-09-23
T48 2025-08-31
T48 2026-04-03
T49 2022-05-03
T49 2023-07-01
T50 2023-04-30
T50 2023-05-01
T50 2022-03-12
T51 2025-01-01
T52 2025-05-02
T52 2024-02-29
T52 2025-03-14
T52 2020-02-16 =longest@1
T52 2021-03-07 =longest@1
`
