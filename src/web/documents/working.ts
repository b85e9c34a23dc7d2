import type { Language } from '../words/words.ts'

/**
 * The arithmetic behind a fact in the reader's language. The reading keeps it in one closed notation (`Fact.working`), in English; what was
 * assessed before is kept in it too, so it is put into Chinese here, where it is shown. A shape not known here stands as it was kept.
 */
export function workingIn(language: Language, working: string): string {
  if (language === 'en') return working
  const said = CHINESE.reduce((text, [shape, words]) => text.replaceAll(shape, words), working)
  return /[A-Za-z]/.test(said) ? working : said
}

/** In this order: what holds another comes first. */
const CHINESE: readonly [RegExp, string][] = [
  [/^flows over (\d+) payments, (\d+) a year$/g, '按 $1 笔收付的现金流计算，每年 $2 笔'],
  [/^\(1 \+ gain\)/g, '(1 + 收益率)'],
  [/, the upper end$/g, '，取上限'],
  [/, no period written, read as per year$/g, '，未写明周期，按年计'],
  [/; /g, '；'],
  [/ = (-?[\d.e+]+%) per year$/g, ' = 年化 $1'],
  [/× (\d+) per year ÷/g, '× 每年 $1 次 ÷'],
  ...Object.entries({
    day: '每日',
    week: '每周',
    month: '每月',
    quarter: '每季',
    'half-year': '每半年',
    year: '每年',
  }).map(([word, zh]): [RegExp, string] => [new RegExp(`([\\d.]+%?) per ${word}(?= )`, 'g'), `${zh} $1`]),
  [/ months(?=$| )/g, ' 个月'],
  [/ days(?=$| )/g, ' 天'],
  [/ years(?=$| )/g, ' 年'],
]
