import type { Calendar } from './calendar.ts'
import type { Period, PeriodUnit, Said } from './clock.ts'
import { FOREVER, type Pause } from './count.ts'
import { addDays, weekday } from './day.ts'

/** What a date says of itself, Chinese and English. */

export const dayZero = (day: string, starts: Said): Said => ({
  zh: `第0日 ${day}（${WEEKDAY[weekday(day)]!.zh}）：${starts.zh}，当日不计`,
  en: `day 0 ${day} (${WEEKDAY[weekday(day)]!.en}): ${starts.en}, not counted`,
})

export const counted = (
  start: string,
  end: string,
  length: Period,
  title: Said,
  pauses: readonly Pause[],
  calendar: Calendar,
): Said =>
  withReasons(
    {
      zh: `${ending(length).zh} ${end}（${WEEKDAY[weekday(end)]!.zh}）${title.zh && `（${title.zh}）`}`,
      en: `${ending(length).en} ${end} (${WEEKDAY[weekday(end)]!.en})${title.en && ` (${title.en})`}`,
    },
    reasons(start, end, length.unit, pauses, calendar),
  )

export const countedBack = (event: string, due: string, length: Period, calendar: Calendar): Said =>
  withReasons(
    {
      zh: `向前数${ending(length).zh} ${due}（${WEEKDAY[weekday(due)]!.zh}），最迟当日告知`,
      en: `counted back, ${ending(length).en} ${due} (${WEEKDAY[weekday(due)]!.en}): tell on that day at the latest`,
    },
    reasons(addDays(due, -1), addDays(event, -1), length.unit, [], calendar),
  )

export const extended = (
  before: string,
  end: string,
  length: Period,
  by: Said,
  pauses: readonly Pause[],
  calendar: Calendar,
): Said =>
  withReasons(
    {
      zh: `延长${length.n}${UNIT[length.unit].zh}（${by.zh}），自${before}之后续算，至 ${end}（${WEEKDAY[weekday(end)]!.zh}）`,
      en: `extended by ${amount(length)} (${by.en}), counted on from ${before}, to ${end} (${WEEKDAY[weekday(end)]!.en})`,
    },
    reasons(before, end, length.unit, pauses, calendar),
  )

export const hours = (start: string, starts: Said, n: number, due: string): Said => ({
  zh: `自 ${start}（${starts.zh}）起${n}小时，至 ${due}`,
  en: `${n} hours from ${start} (${starts.en}), until ${due}`,
})

export const rolledOverHoliday = (end: string, next: string, name: Said): Said => ({
  zh: `末日 ${end} 因${name.zh}放假，顺延至节后第一日 ${next}（${WEEKDAY[weekday(next)]!.zh}）`,
  en: `the last day ${end} falls in ${name.en}: moved to the first day after it, ${next} (${WEEKDAY[weekday(next)]!.en})`,
})

export const makeupStays = (day: string, name: Said): Said => ({
  zh: `末日 ${day} 因${name.zh}调休上班，不顺延`,
  en: `the last day ${day} is worked in exchange for ${name.en}: it does not move`,
})

export const weekendOpen = (day: string, next: string): Said => ({
  zh: `末日 ${day} 是普通${WEEKDAY[weekday(day)]!.zh}，是否顺延有争议：按不顺延掌握，顺延则为 ${next}，请提前办理`,
  en: `the last day ${day} is an ordinary ${WEEKDAY[weekday(day)]!.en}; whether it moves is disputed: taken not to move, else ${next}; act early`,
})

export const rolledOverWeekend = (day: string, next: string): Said => ({
  zh: `末日 ${day} 是普通${WEEKDAY[weekday(day)]!.zh}，该期限宜顺延至 ${next}；稳妥起见请在 ${day} 前办理`,
  en: `the last day ${day} is an ordinary ${WEEKDAY[weekday(day)]!.en}; this period rather moves on to ${next}; to be safe act by ${day}`,
})

export const tellEarlier = (day: string, calendar: Calendar): Said => {
  const name = calendar.holidayOf(day)?.name ?? { zh: `普通${WEEKDAY[weekday(day)]!.zh}`, en: 'an ordinary weekend' }
  return {
    zh: `最迟告知日 ${day} 逢${name.zh}，向前计算的期限不顺延，请在此前的工作日告知`,
    en: `the last day to tell, ${day}, falls on ${name.en}; a period counted back does not move on: tell on a working day before it`,
  }
}

export const calendarMissing = (year: number, about?: string): Said => ({
  zh: `${year}年放假调休安排未装载，无法确定届满日${about ? `（自然日推算为 ${about}，未计顺延）` : ''}`,
  en: `the calendar of ${year} is not loaded: the last day cannot be told${about ? ` (${about} by plain counting, not moved)` : ''}`,
})

export const standsStill = (): Said => ({
  zh: '期限中止中，尚未恢复',
  en: 'the clock is suspended and has not resumed',
})

export const noLawThatDay = (day: string, first: string): Said => ({
  zh: `${day} 的法律没有规定该期限（自 ${first} 起才有）`,
  en: `the law of ${day} sets no such limit (known from ${first} only)`,
})

export const noFixedLimit = (why: Said): Said => ({ zh: `没有固定期限：${why.zh}`, en: `no fixed limit: ${why.en}` })

export const toBeConfirmed = (confidence: 'V*' | 'M'): Said =>
  confidence === 'M'
    ? { zh: '条文仅凭记忆，待核实', en: 'article from memory, to be confirmed' }
    : { zh: '条文仅见于二手来源，待核实', en: 'article read at second hand, to be confirmed' }

export const assumedZone = (): Said => ({
  zh: '时间未注明时区，按北京时间',
  en: 'no offset given: taken as Shanghai time',
})

export const hourNotKnown = (): Said => ({
  zh: '未给出时刻，自当日零时起算（保守）',
  en: 'no hour given: counted from the first of the day, to be safe',
})

export const noExtension = (): Said => ({
  zh: '法律没有规定该期限可以延长，延期未计入',
  en: 'the law knows no extension of this clock: left out',
})

export const noFurtherExtension = (n: number): Said => ({
  zh: `法律只允许延长${n}次，此后的延期未计入`,
  en: `the law allows ${n === 1 ? 'one extension' : `${n} extensions`}: what came after is left out`,
})

export const overExtended = (n: number, unit: PeriodUnit, most: Period): Said => ({
  zh: `申请延长${n}${UNIT[unit].zh}，超过法定上限，按${most.n}${UNIT[most.unit].zh}计算`,
  en: `${amount({ n, unit })} asked for, more than the law gives: counted with ${amount(most)}`,
})

export const needsDiscussion = (by: Said): Said => ({ zh: `须有记录：${by.zh}`, en: `must be on record: ${by.en}` })

export const noSuspension = (): Said => ({
  zh: '法律没有规定该期限可以扣除或者中止，未计入',
  en: 'the law leaves no time out of this clock: the suspension is left out',
})

export const pauseOutside = ({ from, to }: Pause): Said => ({
  zh: `中止 ${from} 至 ${to === FOREVER ? '今' : to} 不在期限之内，没有影响`,
  en: `the suspension from ${from} to ${to === FOREVER ? 'now' : to} lies outside the period: no effect`,
})

export const noSuchStep = (op: 'restart' | 'received'): Said =>
  op === 'restart'
    ? { zh: '该期限不因再次举报重新起算，未计入', en: 'a further report does not start this clock anew: left out' }
    : { zh: '该期限没有第二段，收到一步未计入', en: 'this clock has no second leg: the receipt is left out' }

export const beforeStart = (op: 'restart' | 'received', at: string, start: string): Said => ({
  zh: `${op === 'restart' ? '再次举报' : '收到'}日 ${at} 早于起算日 ${start}，未计入`,
  en: `the ${op === 'restart' ? 'further report' : 'receipt'} of ${at} is before the start ${start}: left out`,
})

export const restartBeforeLaw = (at: string, from: string, article: Said): Said => ({
  zh: `${at} 再次举报时尚无重新起算的规定（${article.zh}自 ${from} 起施行），未重新起算`,
  en: `on ${at} no rule started the period anew (${article.en}, in force from ${from}): it is not`,
})

export const startedAnew = (op: 'restart' | 'received', at: string, was: string): Said =>
  op === 'restart'
    ? {
        zh: `原自 ${was} 起算，因 ${at} 再次举报重新起算`,
        en: `first from ${was}, started anew by the report of ${at}`,
      }
    : {
        zh: `首段自 ${was} 起算，第二段自 ${at} 收到起算`,
        en: `the first leg from ${was}, the second from the receipt of ${at}`,
      }

export const furtherReport = (article: Said): Said => ({
  zh: `收到最后一次举报（${article.zh}）`,
  en: `the last report is received (${article.en})`,
})

export const consequence = (what: Said): Said => ({ zh: `提示：${what.zh}`, en: `note: ${what.en}` })

const WEEKDAY: Said[] = [
  { zh: '周日', en: 'Sunday' },
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
]

const UNIT: Record<PeriodUnit, Said> = {
  workday: { zh: '个工作日', en: 'working day' },
  day: { zh: '日', en: 'day' },
  month: { zh: '个月', en: 'month' },
  year: { zh: '年', en: 'year' },
  hour: { zh: '小时', en: 'hour' },
}

function amount({ n, unit }: Period): string {
  return `${n} ${UNIT[unit].en}${n === 1 ? '' : 's'}`
}

/** `第7个工作日`, `the 7th working day`; for months and years `届满3个月`. */
function ending({ n, unit }: Period): Said {
  if (unit === 'month' || unit === 'year')
    return { zh: `满${n}${UNIT[unit].zh}为`, en: `${amount({ n, unit })} end on` }
  return { zh: `第${n}${UNIT[unit].zh}为`, en: `the ${n}${ordinal(n)} ${UNIT[unit].en} is` }
}

function ordinal(n: number): string {
  if (n % 100 > 10 && n % 100 < 14) return 'th'
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'
}

function withReasons(said: Said, why: Said[]): Said {
  if (why.length === 0) return said
  return {
    zh: `${said.zh}：${why.map(({ zh }) => zh).join('，')}`,
    en: `${said.en}: ${why.map(({ en }) => en).join(', ')}`,
  }
}

/** What made the way from `start` to `end` longer or shorter: days off, weekends worked, time left out. */
function reasons(start: string, end: string, unit: PeriodUnit, pauses: readonly Pause[], calendar: Calendar): Said[] {
  const why: Said[] = []
  if (unit === 'workday') {
    const days: string[] = []
    for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) days.push(day)
    const met = (of: Calendar['holidayOf']) => new Set(days.flatMap((day) => of(day) ?? []))
    for (const { name, from, to } of met(calendar.holidayOf)) {
      const span = from === to ? from : `${from} – ${to}`
      why.push({ zh: `${name.zh} ${span} 放假不计`, en: `${name.en} ${span} is off` })
    }
    const worked = days.filter((day) => calendar.kindOf(day) === 'makeup')
    if (worked.length > 0)
      why.push({ zh: `${worked.join('、')} 调休上班计入`, en: `${worked.join(', ')} worked in exchange and counted` })
    const weekends = days.filter((day) => calendar.kindOf(day) === 'weekend').length
    if (weekends > 0)
      why.push({
        zh: `普通周末${weekends}日不计`,
        en: `${weekends} ordinary weekend day${weekends === 1 ? '' : 's'} off`,
      })
  }
  for (const { from, to } of pauses) {
    if (from < end && to > start)
      why.push({ zh: `${addDays(from, 1)} 至 ${to} 扣除`, en: `${addDays(from, 1)} to ${to} left out` })
  }
  return why
}
