import { expect } from 'chai'
import type { Step } from '../../../src/core/clock/clock.ts'
import { dueOf } from '../../../src/core/clock/due.ts'
import { Problem } from '../../../src/core/problem.ts'
import { loadClocks } from '../../../src/rulebook/load-clocks.ts'

const { clocks, calendar } = loadClocks()

function due(clock: string, eventAt: string, steps: Step[] = [], variant?: string) {
  return dueOf(clocks[clock]!, eventAt, steps, calendar, variant)
}

/** The last day, and the rolled one behind it where it is open. */
function ends(...asked: Parameters<typeof due>): string {
  const { due: last, dueAlt } = due(...asked)
  return [last, dueAlt].filter((day) => day !== null).join(' or ')
}

const warned = (...asked: Parameters<typeof due>) =>
  due(...asked)
    .warnings.map(({ zh, en }) => `${zh} ${en}`)
    .join('\n')

function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return String(error.detail.says)
    throw error
  }
  throw new Error('was taken')
}

describe('a clock in working days', () => {
  it('does not count the day of the event, nor days off, and counts weekends worked', () => {
    // 28, 29, 30 September; 8, 9 and Saturday 10 October; Monday 12 October.
    expect(ends('T01', '2026-09-24')).to.equal('2026-10-12')
    // Sunday 4 February is worked, 5 to 9, then Sunday 18.
    expect(ends('T01', '2024-02-02')).to.equal('2024-02-18')
  })

  it('starts on the Shanghai day of the event', () => {
    expect(ends('T01', '2026-05-11T23:30:00+08:00')).to.equal('2026-05-20')
    expect(ends('T01', '2026-05-11T15:59:59Z')).to.equal('2026-05-20')
    expect(ends('T01', '2026-05-11T16:00:00Z')).to.equal('2026-05-21')
  })

  it('tells no date once it needs a year whose calendar is not loaded', () => {
    expect(ends('T01', '2026-12-22')).to.equal('2026-12-31')
    expect(due('T01', '2026-12-23').due).to.equal(null)
    expect(warned('T01', '2026-12-23')).to.include('2027年放假调休安排未装载')
    expect(ends('T01', '2023-12-31')).to.equal('2024-01-10')
    expect(warned('T01', '2023-12-30')).to.include('2023')
  })
})

describe('a clock in days, months and years', () => {
  it('moves from a day of a statutory holiday to the first day after all of it', () => {
    expect(ends('T03', '2026-04-22')).to.equal('2026-06-22') // the 60th day is Sunday 21 June, 端午
    expect(ends('T03', '2026-03-05')).to.equal('2026-05-06') // 4 May, in the middle of 劳动节
  })

  it('stays on a weekend worked in exchange', () => {
    expect(ends('T25', '2026-09-25')).to.equal('2026-10-10')
  })

  it('stays on an ordinary weekend, with the day after it as the alternative and a warning', () => {
    expect(ends('T17', '2026-05-01')).to.equal('2026-05-31 or 2026-06-01')
    expect(warned('T17', '2026-05-01')).to.include('是否顺延有争议')
    // The weekend before 端午 2024 is no part of the holiday the notice declares.
    expect(ends('T25', '2024-05-24')).to.equal('2024-06-08 or 2024-06-11')
  })

  it('moves on from an ordinary weekend where the citizen’s right is measured, and names the weekend', () => {
    for (const [clock, event, last] of [
      ['T41', '2026-05-16', '2026-05-25'],
      ['T38', '2026-04-07', '2026-06-08'],
      ['T39', '2026-02-08', '2026-08-10'],
      ['T52', '2025-03-14', '2026-03-16'],
    ] as const)
      expect(ends(clock, event), clock).to.equal(last)
    expect(warned('T41', '2026-05-16')).to.include('2026-05-23')
  })

  it('ends with the month where the month is shorter', () => {
    expect(ends('T39', '2024-08-31')).to.equal('2025-02-28')
    expect(ends('T13', '2024-02-29')).to.equal('2026-02-28') // a Saturday worked for 春节
    expect(ends('T32', '2025-11-30')).to.equal('2026-02-28')
  })
})

describe('an event', () => {
  it('that is no moment, or lies beyond all reason, is refused', () => {
    expect(refusal(() => due('T01', 'soon'))).to.include('ISO-8601')
    expect(refusal(() => due('T13', '9999-12-31'))).to.include('event_at')
  })
})

describe('a clock in hours', () => {
  it('ends at an instant, whatever the day', () => {
    expect(ends('T16', '2026-05-11T23:30:00+08:00')).to.equal('2026-05-12T23:30:00+08:00')
    expect(ends('T34', '2026-09-30T09:20:30Z')).to.equal('2026-10-01T17:20:30+08:00')
    expect(ends('T16', '2026-12-31T20:00:00+08:00')).to.equal('2027-01-01T20:00:00+08:00')
  })

  it('starts with the day when no hour is told, and says so', () => {
    expect(ends('T16', '2026-05-11')).to.equal('2026-05-12T00:00:00+08:00')
    expect(warned('T16', '2026-05-11')).to.include('未给出时刻')
  })
})

describe('a clock counted backwards', () => {
  it('gives the last lawful day to tell', () => {
    expect(ends('T20', '2026-10-12')).to.equal('2026-09-24')
    expect(ends('T42', '2026-10-31')).to.equal('2026-10-01')
    expect(ends('T44', '2026-10-20', [], 'outbound')).to.equal('2026-09-20')
  })

  it('never moves on from a day off, but says to tell before it', () => {
    expect(ends('T44', '2026-10-10')).to.equal('2026-10-03')
    expect(warned('T44', '2026-10-10')).to.include('在此前的工作日告知')
    expect(ends('T44', '2026-05-17')).to.equal('2026-05-10')
  })
})

describe('the law of a clock', () => {
  it('is that of the day of the event', () => {
    expect(due('T03', '2024-06-28').article?.zh).to.include('第20号')
    expect(ends('T03', '2024-06-28')).to.equal('2024-08-30')
    expect(ends('T03', '2024-07-01')).to.equal('2024-08-30')
    expect(ends('T03h', '2024-07-01')).to.equal('2024-08-30')
    expect(due('T03', '2026-04-14').article?.zh).to.equal('《消费者权益保护法实施条例》第四十六条')
    expect(due('T03', '2026-04-15').article?.zh).to.include('第121号')
    expect(due('T03h', '2026-04-15').due).to.equal(null)
  })

  it('may set no limit: then there is no date, and a reason', () => {
    expect(ends('T07', '2026-04-14')).to.equal('2026-04-21')
    expect(due('T07', '2026-04-15')).to.include({ due: null, dueAlt: null })
    expect(due('T07', '2026-04-15').article?.zh).to.include('第三十六条')
    expect(warned('T08', '2026-05-01')).to.include('及时')
    expect(warned('T21', '2026-05-01')).to.include('门槛')
    expect(warned('T41', '2025-04-30')).to.include('没有规定该期限')
  })

  it('is marked where its text was not read', () => {
    expect(warned('T45', '2026-05-06')).to.include('待核实')
    expect(warned('T47', '2026-05-06')).to.include('待核实')
    expect(warned('T01', '2026-05-06')).to.equal('')
  })
})

describe('a variant', () => {
  it('is the first where none is named', () => {
    expect(ends('T13', '2024-05-31')).to.equal('2026-05-31 or 2026-06-01')
    expect(ends('T26', '2026-05-11')).to.equal(ends('T26', '2026-05-11', [], 'demand'))
    expect(ends('T32', '2026-05-11')).to.equal('2026-08-11')
    expect(ends('T44', '2026-05-20')).to.equal(ends('T44', '2026-05-20', [], '境内'))
  })

  it('is known by name, title or length', () => {
    for (const name of ['serious', '金融安全', '5', '5y', '5 years', '5-year', 'five_years', '5年', 'P5Y'])
      expect(ends('T13', '2021-08-02', [], name), name).to.equal('2026-08-02 or 2026-08-03')
    for (const name of ['court', '3 month', '3m', '3个月'])
      expect(ends('T26', '2026-05-11', [], name), name).to.equal('2026-08-11')
  })

  it('is guessed, with a warning, from a word that one alone has', () => {
    for (const name of ['life_health_financial', '生命健康安全类', 'health-finance'])
      expect(ends('T13', '2021-08-02', [], name), name).to.equal('2026-08-02 or 2026-08-03')
    expect(warned('T13', '2021-08-02', [], 'life_health_financial')).to.include('life_health_financial')
    expect(refusal(() => due('T13', '2024-05-31', [], 'breach_of_life'))).to.include('ordinary, serious')
  })

  it('that nobody knows is refused, for a wrong length is worse than none', () => {
    expect(refusal(() => due('T13', '2024-05-31', [], 'weekly'))).to.include('ordinary, serious')
    expect(refusal(() => due('T32', '2024-05-31', [], '3'))).to.include('short, long')
  })

  it('makes no difference to a clock of one length', () => {
    expect(ends('T01', '2026-09-24', [], 'urgent')).to.equal('2026-10-12')
    expect(warned('T01', '2026-09-24', [], 'urgent')).to.include('urgent')
  })

  it('which the law of the day did not know gives way to what it knew', () => {
    expect(warned('T13', '2021-07-14', [], 'serious')).to.include('没有“serious”一种')
  })
})

describe('an extension', () => {
  it('counts on after the last working day', () => {
    expect(ends('T06', '2026-09-21')).to.equal('2026-10-19')
    expect(ends('T06', '2026-09-21', [{ op: 'extend', n: 15, unit: 'workday' }])).to.equal('2026-11-09')
  })

  it('counts on from the last day before it moved', () => {
    expect(ends('T17', '2026-09-01')).to.equal('2026-10-08') // the 30th day is 1 October
    expect(ends('T17', '2026-09-01', [{ op: 'extend', n: 30, unit: 'day' }])).to.equal('2026-10-31 or 2026-11-02')
  })

  it('reaches no further than the law lets it', () => {
    const steps: Step[] = [{ op: 'extend', n: 45, unit: 'day' }]
    expect(ends('T17', '2026-09-01', steps)).to.equal('2026-10-31 or 2026-11-02')
    expect(warned('T17', '2026-09-01', steps)).to.include('超过法定上限')
    expect(ends('T06', '2026-09-21', [...TWICE])).to.equal('2026-11-09')
    expect(warned('T06', '2026-09-21', [...TWICE])).to.include('只允许延长1次')
  })

  it('is left out where the law knows none', () => {
    expect(ends('T01', '2026-09-24', [...TWICE])).to.equal('2026-10-12')
    expect(warned('T01', '2026-09-24', [...TWICE])).to.include('没有规定该期限可以延长')
  })

  it('of a case beyond the first needs a collective discussion on record, which fixes its length', () => {
    const steps: Step[] = [
      { op: 'extend', n: 30, unit: 'day' },
      { op: 'extend', n: 60, unit: 'day' },
    ]
    expect(ends('T22', '2026-01-05', steps)).to.equal('2026-07-04 or 2026-07-06')
    expect(warned('T22', '2026-01-05', steps)).to.include('集体讨论')
  })
})

const TWICE: readonly Step[] = [
  { op: 'extend', n: 15, unit: 'workday' },
  { op: 'extend', n: 15, unit: 'workday' },
]

describe('a suspension', () => {
  it('leaves out the days after its first up to and with its last', () => {
    // 21 May to 9 June are 20 days; the 60th day was 5 July.
    expect(ends('T03', '2026-05-06', [{ op: 'suspend', from: '2026-05-20', to: '2026-06-09' }])).to.equal(
      '2026-07-25 or 2026-07-27',
    )
    expect(ends('T03', '2026-05-06', [{ op: 'suspend', from: '2026-05-20', to: '2026-05-20' }])).to.equal(
      ends('T03', '2026-05-06'),
    )
  })

  it('takes working days from a clock in working days', () => {
    // 27, 28, 29 January count; 30 January to 11 February are left out with their nine working days; then 12.
    expect(ends('T06', '2026-01-26')).to.equal('2026-02-14')
    expect(ends('T06', '2026-01-26', [{ op: 'suspend', from: '2026-01-29', to: '2026-02-11' }])).to.equal('2026-03-05')
  })

  it('counts a day once, however often it is left out', () => {
    const twice: Step[] = [
      { op: 'suspend', from: '2026-05-10', to: '2026-05-15' },
      { op: 'suspend', from: '2026-05-12', to: '2026-05-20' },
    ]
    expect(ends('T03', '2026-05-06', twice)).to.equal(
      ends('T03', '2026-05-06', [{ op: 'suspend', from: '2026-05-10', to: '2026-05-20' }]),
    )
  })

  it('after the end changes nothing, and before the end everything', () => {
    expect(ends('T03', '2026-05-06', [{ op: 'suspend', from: '2026-07-05', to: '2026-07-15' }])).to.equal(
      '2026-07-05 or 2026-07-06',
    )
    expect(ends('T03', '2026-05-06', [{ op: 'suspend', from: '2026-07-04', to: '2026-07-15' }])).to.equal('2026-07-16')
  })

  it('that has not ended leaves no date', () => {
    expect(due('T22', '2026-05-06', [{ op: 'suspend', from: '2026-05-20', to: null }]).due).to.equal(null)
    expect(warned('T22', '2026-05-06', [{ op: 'suspend', from: '2026-05-20', to: null }])).to.include('尚未恢复')
  })

  it('is left out where the law excludes no time', () => {
    expect(ends('T01', '2026-09-24', [{ op: 'suspend', from: '2026-09-24', to: '2026-09-30' }])).to.equal('2026-10-12')
  })

  it('is refused when it ends before it begins', () => {
    expect(
      refusal(() => due('T22', '2026-05-06', [{ op: 'suspend', from: '2026-05-20', to: '2026-05-19' }])),
    ).to.include('is before')
  })
})

describe('a further report', () => {
  it('starts the check anew, without the extension that went before', () => {
    const extended: Step[] = [
      { op: 'extend', n: 15, unit: 'workday' },
      { op: 'restart', at: '2026-09-21T09:00:00+08:00' },
    ]
    expect(ends('T06', '2026-09-01', extended)).to.equal('2026-10-19')
    expect(due('T06', '2026-09-01', extended).article?.zh).to.include('第十八条')
    expect(ends('T09', '2026-09-21')).to.equal('2026-10-19')
  })

  it('does not before the rule is in force, nor for a complaint', () => {
    expect(ends('T06', '2026-03-02', [{ op: 'restart', at: '2026-03-09' }])).to.equal(ends('T06', '2026-03-02'))
    expect(warned('T06', '2026-03-02', [{ op: 'restart', at: '2026-03-09' }])).to.include('2026-04-15')
    expect(ends('T01', '2026-09-24', [{ op: 'restart', at: '2026-09-28' }])).to.equal('2026-10-12')
    expect(due('T09', '2026-04-14').due).to.equal(null)
  })
})

describe('the second leg of publication in another province', () => {
  it('runs from the receipt', () => {
    expect(ends('T30', '2026-09-01')).to.equal('2026-09-15')
    expect(ends('T30', '2026-09-01', [{ op: 'received', at: '2026-09-21' }])).to.equal('2026-10-12')
  })
})

describe('every date', () => {
  it('explains itself: the day it starts from, what was skipped and why', () => {
    const { explain } = due('T01', '2026-09-24')
    expect(explain[0]!.zh).to.equal('第0日 2026-09-24（周四）：有管辖权的机关收到投诉，当日不计')
    expect(explain[1]!.zh).to.include('第7个工作日为 2026-10-12（周一）')
    expect(explain[1]!.zh).to.include('国庆节 2026-10-01 – 2026-10-07 放假不计').and.include('2026-10-10 调休上班计入')
    expect(explain[1]!.en).to.include('the 7th working day is 2026-10-12')
  })

  it('says what it moved over and what it was extended by', () => {
    const steps: Step[] = [
      { op: 'suspend', from: '2026-09-10', to: '2026-09-12' },
      { op: 'extend', n: 1, unit: 'day' },
    ]
    const said = due('T17', '2026-09-01', steps).explain.map(({ zh }) => zh)
    expect(said[1]).to.include('2026-09-11 至 2026-09-12 扣除')
    expect(said[2]).to.include('延长1日（市场监管部门负责人批准），自2026-10-03之后续算，至 2026-10-04')
    expect(said[3]).to.include('因国庆节放假，顺延至节后第一日 2026-10-08')
  })
})
