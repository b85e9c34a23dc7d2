const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿']

const BEYOND_FEN = 1e14

/**
 * An amount in capitals: 人民币叁万零伍拾元整 (《支付结算办法》附一). Below a million million yuan; whole fen, not negative.
 * @throws RangeError for an amount that cannot be written
 */
export function chineseAmount(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0 || fen >= BEYOND_FEN)
    throw new RangeError(`${fen} fen cannot be written as an amount`)
  const [yuan, jiao, cent] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  const whole = yuan > 0 ? `${capitals(yuan)}元` : ''
  if (jiao === 0 && cent === 0) return `人民币${whole || '零元'}整`
  const tenth = jiao > 0 ? `${DIGITS[jiao]}角` : whole ? '零' : ''
  return `人民币${whole}${tenth}${cent > 0 ? `${DIGITS[cent]}分` : '整'}`
}

/** An amount in figures: 30,050.00元. */
export function amountInFigures(fen: number): string {
  return `${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}元`
}

function capitals(whole: number): string {
  let words = ''
  let isGap = false
  for (let group = GROUPS.length - 1; group >= 0; group--) {
    const four = Math.floor(whole / 10_000 ** group) % 10_000
    if (four === 0) {
      isGap ||= words !== ''
      continue
    }
    // A zero is said once between figures, wherever places between them are empty.
    if (words !== '' && (isGap || four < 1000)) words += '零'
    words += fourCapitals(four) + GROUPS[group]
    isGap = false
  }
  return words
}

function fourCapitals(four: number): string {
  let words = ''
  let isGap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(four / 10 ** place) % 10
    if (digit === 0) {
      isGap ||= words !== ''
      continue
    }
    words += `${isGap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`
    isGap = false
  }
  return words
}
