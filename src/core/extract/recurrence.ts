import { lastMatch } from './window.ts'

/** How often a sum or a rate falls due. */
export type Every = 'once' | 'day' | 'week' | 'month' | 'quarter' | 'half_year' | 'year'

/** Payments in a year, by how often they come. */
export const TIMES_A_YEAR: Readonly<Record<Exclude<Every, 'once'>, number>> = {
  day: 365,
  week: 52,
  month: 12,
  quarter: 4,
  half_year: 2,
  year: 1,
}

/** What comes in: a word of this sort right behind a bare 月, 年 or 季 makes it a period (月返, 年息, 季度分红). */
const COMES =
  '享|津贴|报酬|奖励|服务费|床位费|护理费|照护费|餐费|伙食费|管理费|综合费|养老费|生活费|零花|租|均|返|领|收|付|入|结|利|费|薪|补|回馈|回款|分红|红利|奖金|分得|分配|得|息|支|给|送|拿|派|缴|交|打|发|化|回报|增值|奖|赚|打款|复利|固定|平均|综合|预期|净|纯|稳|保底|工资|退休'
const UNIT = '半年|季度?|月度?|年度?|周|星期|礼拜|[天日]'

/** 每月, 按季度, 逐年, 每隔半年, 每满一年; 月月; 月返, 年息; 一个月给, 半年分红. */
const BEFORE = new RegExp(
  [
    `(?:每|按|逐|以)(?:隔|满|过)?(?:[一1]|[一1]?个)?(?:自然|整)?(${UNIT})(?!卡|龄|轻|纪|满|份|历|岁)`,
    `(年年|月月|天天|日日|季季|周周)`,
    `(?<![\\d一二两三四五六七八九十百半几本当次首每第个上下这那同今去明前后多])(半年|季度?|月度?|年度?|周|日)(?=${COMES}|[ ]?(?:\\d+(?:\\.\\d+)?[%％‰]|百分之|$))`,
    // 一年白送您, 一个月能领, 半年给; not 一年后还, 半年期, 一年还清.
    `(?<![第\\d一二三四五六七八九十零〇])(?:[一1]个?(年|季度?|月|周|星期|天)|(半年))(?![后内期以到满之多])(?=[^，。；\\d还归变翻本]{0,5}?(?:给|领|返|拿|享|得(?!到)|利息|利钱|分红|付|派|补|收益|赚|送|有|打|发|结|生|进|入)|[\\d一二两三四五六七八九十]+(?:[.\\d]*[千万百]|[元块])|$)`,
    // 三个月一付, 半年一结; the year's end is a year.
    `(一年|半年|[一1]个?季度?|三个月|3个月|六个月|6个月|[一1]个?月)[一1](?:付|结|返|次|领|发|分|给)`,
    `(年底|年终|岁末)(?=[^，。；\\d]{0,4}(?:分|返|给|发|领|拿|结|派|补))`,
    `(次月起|次年起|(?:第[一二三四五六七八九十\\d]|首|次|头[一二两]?)年(?=返|领|给|送|拿|收益|付|分红|补贴|得|利息)|当年(?=返|领|给|送|拿|付|分红|补贴|得))`,
  ].join('|'),
  'g',
)

/** 元/月, 元/人/月, 元/床·月, 元每月, 块一个月; not the period of the payment that follows. */
const SLASHED = /^[ ]?(?:\/[ ]?(?:人|床|位|间|套|张|户|份))?[ ]?[/·／][ ]?(?:每)?(个?月|年|[天日晚]|周|季度?|半年)/
const FOLLOWED =
  /^[ ]?(?:(?:每|一)(?:人|床|位|间|套|张))?[ ]?(?:每|一|[(（]每?)个?(月|年|[天日晚]|周|季度?|半年)(?:[)）]|(?![^，,。；、]{0,8}(?:[\d一二两三四五六七八九十百千万]|返|领|收|付|利|分|化|补|结|得|派|息|拿|赚|给|送|享|到期|以?后)))/

/** Without one of these no period is named. */
const TIME = /[年月日天晚周季期拜岁]/

/** How often, by what stands before a number in its clause and right behind it; `once` when neither says. */
export function everyAround(before: string, after: string): Every {
  const behind = TIME.test(after) ? (SLASHED.exec(after) ?? FOLLOWED.exec(after)) : null
  if (behind) return everyOf(behind[1]!)
  return everyBefore(before) ?? 'once'
}

/** The last period named in what stands before a number. */
export function everyBefore(before: string): Every | undefined {
  const match = TIME.test(before) ? lastMatch(before, BEFORE) : undefined
  return match && everyOf(match[0])
}

function everyOf(word: string): Every {
  if (/[三3]个月/.test(word)) return 'quarter'
  if (/[六6]个月/.test(word)) return 'half_year'
  if (word.includes('半年')) return 'half_year'
  if (word.includes('季')) return 'quarter'
  if (word.includes('月')) return 'month'
  if (/年|岁/.test(word)) return 'year'
  return /周|星期|礼拜/.test(word) ? 'week' : 'day'
}
