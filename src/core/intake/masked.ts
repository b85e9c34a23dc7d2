import type { Fact, FactType } from '../extract/fact.ts'
import type { CleanText } from '../normalise/clean-text.ts'
import { withoutIdentities } from './without-identities.ts'

/** Takes the place of what was taken out; no gram of the classifier crosses it. */
export const MASK = '□'

/** Facts that point at somebody: who it is, and how to reach or pay them. */
const POINTING: readonly FactType[] = ['phone', 'account', 'wechat', 'qq', 'link', 'licence', 'party', 'endorser']

/**
 * The clean text of a paper as the classifier may learn from it: without names, numbers, accounts, licences, links and addresses of
 * persons or enterprises. What the extractors read is taken out where it stands; then whatever still looks like a name behind its label,
 * an address, or a long number in whatever digits and however spaced. Too much is taken rather than too little: prices survive.
 */
export function maskedText(clean: CleanText, facts: readonly Fact[]): string {
  return withoutIdentities(withoutFacts(clean, facts), MASK)
    .replace(EMAIL, MASK)
    .replace(CHAT_ID, `$1${MASK}`)
    .replace(ADDRESS, MASK)
    .replace(LONG_NUMBER, MASK)
    .replace(LONG_CODE, MASK)
}

function withoutFacts(clean: CleanText, facts: readonly Fact[]): string {
  const taken = new Uint8Array(clean.original.length + 1)
  for (const { type, start, end, parts } of facts)
    if (POINTING.includes(type)) for (const part of parts ?? [{ start, end }]) taken.fill(1, part.start, part.end)
  let text = ''
  for (let i = 0; i < clean.text.length; i++) {
    const isTaken = taken[clean.starts[i]!] === 1
    if (!isTaken) text += clean.text[i]
    else if (!text.endsWith(MASK)) text += MASK
  }
  return text
}

/** A digit as anybody may write one: of any script or width, circled, in brackets, as a character. */
const DIGIT = '[\\p{Nd}\\p{No}零〇○一二两三四五六七八九幺壹贰叁肆伍陆柒捌玖]'
/** What people put between digits; a comma groups thousands, and 、 parts numbers that belong to different things. */
const BETWEEN = '[\\s\\u200b-\\u200f\\u2060\\ufeff_*~·・•.\\-‐-―－—()（）]{0,3}'
/** Eleven digits and more, whatever stands between: a telephone, identity, card or account number. */
const LONG_NUMBER = new RegExp(`${DIGIT}(?:${BETWEEN}${DIGIT}){10,}[Xx]?`, 'gu')
/** Codes of letters and digits as long as an identity or credit code. */
const LONG_CODE = /(?<![A-Za-z0-9])(?=[A-Za-z]*\d)[A-Za-z0-9]{15,}(?![A-Za-z0-9])/g
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
/** 微信 and its other spellings with an identifier behind it that no extractor took. */
const CHAT_ID =
  /((?:微信|薇信|威信|徽信|维信|[vV]信|加[vV薇威]|wechat|weixin|(?<![A-Za-z])(?:vx|wx|VX|WX)|QQ|qq|扣扣)[^\w\n]{0,6})[A-Za-z0-9][-_A-Za-z0-9]{3,}/g
/** Down to the house: a road, estate or village with a number, and what is numbered within. */
const ADDRESS =
  /\p{Script=Han}{1,8}?(?:路|街|大道|巷|弄|胡同|村|里|苑|园|小区|花园|公寓|大厦|广场)(?:\p{Script=Han}{0,3}[0-9零〇一二三四五六七八九十百甲乙]{1,6}(?:号|栋|幢|座|单元|楼|层|室|户|组|院|之)+){1,6}(?:[0-9]{1,5}室?)?/gu
