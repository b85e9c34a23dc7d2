import { problem } from '../problem.ts'
import type { Clock, ClockVersion, PeriodUnit, Said, Variant } from './clock.ts'

/**
 * The length asked for: by id, title, another name of the rules, or the length itself (`5 year`, `5y`, `5年`, a bare `5` where only one has it).
 * Undefined where the law of that day sets no fixed limit.
 * @throws problem `request.malformed` for a name no version of the clock knows
 */
export function chooseVariant(
  clock: Clock,
  version: ClockVersion,
  asked: string | undefined,
  warnings: Said[],
): Variant | undefined {
  const standard = version.lengths[0]
  if (!standard || asked === undefined || ['', 'default', '默认'].includes(plain(asked))) return standard
  const found = named(version.lengths, asked)
  if (found) return found
  const all = clock.versions.flatMap(({ lengths }) => lengths)
  if (all.every(({ id }) => id === '')) {
    warnings.push({
      zh: `该期限只有一种，未按“${asked}”区分`,
      en: `this clock has one length only; variant "${asked}" makes no difference`,
    })
    return standard
  }
  if (named(all, asked)) {
    warnings.push({
      zh: `事件当日的法律没有“${asked}”一种，按一般期限计算`,
      en: `the law of that day knew no "${asked}"; counted with its ordinary length`,
    })
    return standard
  }
  throw problem('request.malformed', {
    says: `variant is "${asked}"; allowed for ${clock.id}: ${[...new Set(all.map(({ id }) => id))].filter(Boolean).join(', ')}`,
  })
}

function named(variants: readonly Variant[], asked: string): Variant | undefined {
  const name = plain(asked)
  const byName = variants.find(({ id, title, also }) =>
    [id, title.zh, title.en, ...also].some((each) => plain(each) === name),
  )
  if (byName) return byName
  const [, n, unit = ''] = /^p?(\d+)(.*)$/.exec(name) ?? []
  if (n === undefined) return undefined
  const fitting = variants.filter(
    ({ length }) => length.n === Number(n) && (unit === '' || UNIT_NAMES[length.unit].includes(unit)),
  )
  const lengths = new Set(fitting.map(({ length }) => `${length.n} ${length.unit}`))
  return lengths.size === 1 ? fitting[0] : undefined
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
}

const UNIT_NAMES: Record<PeriodUnit, string[]> = {
  workday: ['workday', 'workdays', 'workingday', 'workingdays', 'wd', '工作日', '个工作日'],
  day: ['day', 'days', 'd', '日', '天'],
  month: ['month', 'months', 'm', 'mo', '月', '个月'],
  year: ['year', 'years', 'y', 'yr', '年'],
  hour: ['hour', 'hours', 'h', '小时'],
}
