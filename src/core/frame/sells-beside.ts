import { sentences } from './sentences.ts'
import { strongestGenre, TELL_OF_OTHERS } from './strongest-genre.ts'
import { isBetweenParties } from './tells-of-others.ts'

/** Words by which a sentence tells of others, or holds something against them. */
const OF_OTHERS =
  /不法|犯罪|骗|诱导|话术|打着|旗号|幌子|诱饵|嫌疑|举报|警惕|谨防|当心|切勿|请勿|切莫|不要|别|凡|声称|号称|宣称|谎称|许诺|所谓|属于|多为|可能|涉嫌|非法集资|有人|遇到|碰到|听到|如果|一旦|法院|被告|原告|某|记者|承诺|严禁|民警|派出所|据|反映|投诉|核查|称|有[个家位][^，。]{0,8}说|人跑|跑路|卷[钱款]|人去楼空|打110|12337/
/** What is said to sell or to bind: returns, cures, prices, places left. What only tells of others is told apart by its own words. */
const SELLS =
  /保本|返|收益|利息|分红|回购|年化|稳赚|领|拿|取|到账|奖励|退还|根治|治愈|痊愈|停药|癌|第一|国家级|最|唯一|指定|兜底|担保|概不|一切后果|自负|报名|名额|预[订定]|免费|疗程|有效率|专家|赠送|原价|特价|价|元|块|万|会员|不退|解释权|热线|电话|限时|改善|调理|降/
const QUOTED = /[“"「][^”"」]{0,200}[”"」]/g

/**
 * Whether the sentences that give a paper the signs of a warning, a notice, news or a judgment (床位同比增长; 谨防诈骗) stand beside an offer
 * that tells of nobody and makes half the paper or more: who sells is heard, whatever he puts beside it.
 */
export function sellsBesideSigns(text: string): boolean {
  // Nobody sells by telling of a lawsuit between others: of court papers nothing more has to be asked.
  if (isBetweenParties(text)) return false
  const parts = sentences(text).map(({ start, end }) => text.slice(start, end))
  const least = text.length / 2
  // Most papers that tell of others do so in most sentences: only of the rest each is asked what sort of writing it would be.
  let ofOthers = 0
  const own = parts.filter((part) => {
    if (ofOthers > least || OF_OTHERS.test(part.replace(QUOTED, ''))) {
      ofOthers += part.length
      return false
    }
    return true
  })
  if (ofOthers > least || !own.some((part) => SELLS.test(part))) return false
  const rest = parts.filter((part) => !TELL_OF_OTHERS.includes(strongestGenre(part).genre))
  if (rest.length === parts.length || lengthOf(rest) < least) return false
  const said = rest.map((part) => part.replace(QUOTED, ''))
  return said.every((part) => !OF_OTHERS.test(part)) && said.some((part) => SELLS.test(part))
}

function lengthOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0)
}
