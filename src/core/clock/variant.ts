import { problem } from '../problem.ts'
import type { Clock, ClockVersion, PeriodUnit, Said, Variant } from './clock.ts'

/**
 * The length asked for: by id, title, another name of the rules, or the length itself (`5 year`, `5y`, `five_years`, `5年`, a bare `5` where only one
 * has it); failing these, with a warning, the one alone with which the name shares a word (`life_health_financial`).
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
  const alike = sharing(version.lengths, asked)
  if (alike) {
    warnings.push({
      zh: `未见“${asked}”之名，按“${alike.title.zh}”计算`,
      en: `"${asked}" is not among its names; counted as "${alike.title.en}"`,
    })
    return alike
  }
  throw problem('request.malformed', {
    says: `variant is "${asked}" / variant 取值有误; allowed / 允许 (${clock.id}): ${[...new Set(all.map(({ id }) => id))].filter(Boolean).join(', ')}`,
  })
}

function named(variants: readonly Variant[], asked: string): Variant | undefined {
  const name = plain(asked)
  const byName = variants.find(({ id, title, also }) =>
    [id, title.zh, title.en, ...also].some((each) => plain(each) === name),
  )
  if (byName) return byName
  const [, n, unit = ''] = /^p?(\d+)(.*)$/.exec(inDigits(name)) ?? []
  if (n === undefined) return undefined
  const fitting = variants.filter(
    ({ length }) => length.n === Number(n) && (unit === '' || UNIT_NAMES[length.unit].includes(unit)),
  )
  const lengths = new Set(fitting.map(({ length }) => `${length.n} ${length.unit}`))
  return lengths.size === 1 ? fitting[0] : undefined
}

/** The one variant that alone has a word of the name among its own; undefined where none has, or several do. */
function sharing(variants: readonly Variant[], asked: string): Variant | undefined {
  const words = wordsOf(asked)
  const own = variants.map(({ id, title, also }) => [id, title.zh, title.en, ...also].flatMap(wordsOf))
  const found = variants.filter((_, i) =>
    words.some((word) => holds(own[i]!, word) && own.every((others, j) => j === i || !holds(others, word))),
  )
  return found.length === 1 ? found[0] : undefined
}

/** Chinese runs its words together: a longer run holds a shorter one. */
function holds(own: readonly string[], word: string): boolean {
  return own.some((each) => each === word || (/^\p{Script=Han}/u.test(each) && word.includes(each)))
}

/** Words of four letters and more, and runs of Chinese. */
function wordsOf(name: string): string[] {
  return name.toLowerCase().match(/[a-z]{4,}|\p{Script=Han}{2,}/gu) ?? []
}

function inDigits(name: string): string {
  return name.replace(/^(?:one|two|three|five|six|seven|ten|thirty|sixty)/, (word) => NUMBERS[word]!)
}

const NUMBERS: Record<string, string> = {
  one: '1',
  two: '2',
  three: '3',
  five: '5',
  six: '6',
  seven: '7',
  ten: '10',
  thirty: '30',
  sixty: '60',
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
