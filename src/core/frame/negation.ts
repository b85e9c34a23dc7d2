import type { CleanText } from '../normalise/clean-text.ts'
import { gateFor, opened } from '../search/gate.ts'
import { matches } from '../search/matches.ts'
import { clauseAt } from './clauses.ts'

/** Verbs denied or forbidden: their denial reaches every object in the clause (不承诺保本保息或固定收益). */
const DENIES =
  /(?:不(?:得|准|许|允许|应)?(?:以任何(?:形式|方式|名义))?(?:向[^，。]{0,8})?(?:再)?(?:作出|做出|作|做)?(?:任何)?(?:形式的)?(?:承诺|保证|许诺|担保|存在|提供|支持|涉及|从事|构成|设置?|包含|参与|开展|吸收|宣传|发布|约定|产生|享有|具有|派发|发放|给予|给付|计付)|(?:未|没有|从未|从不|绝不|决不|并未|无法|不能|不会|不可)(?:向[^，。]{0,8})?(?:作出|做出|作|做)?(?:任何)?(?:承诺|保证|许诺|宣传|收取)|不得|不准|严禁|禁止|杜绝|抵制|拒绝|谢绝|切勿|请勿|切莫|避免|反对|打击|整治|查处|取缔|防范|防止|远离|警惕|谨防|当心|严防|严厉|不要(?:轻信|相信|参与|贪图|被)|别(?:轻信|相信|信|参与|听|指望)|勿(?:轻信|信|贪)|不轻信|不参与|不贪|莫信|莫贪)/g

/** Particles that deny what comes at once after them (不保本, 没有任何返利, 并非保本). */
const NEGATES =
  /(?:绝不|决不|绝无|决无|并不|并非|从不|从未|不会|不能|不可能?|不应|不是|不再|不属于?|没有|毫无|未|无|非|勿|别|不)/g
const BETWEEN =
  /^(?:任何|所谓的?|以|形式|方式|名义|的|向|对|客户|投资者|投资人|老人|长者|会员|消费者|您|给予|给|收取|存在|有|一切|其他|进行|搞|使用|支付|是|可能|再|得|予|作|做|所有|产品|都|能|够|全部|什么|这种|那种|此类|该|附带|附加|享有|享受|具有|含有?|带|“|‘|"|「|《|、|和|或|及|与)*$/
/** 不仅保本, 不但…: no denial at all; 不得不, 无不: denied twice; 是不是, 能不能: a question. */
const NO_DENIAL =
  /^(?:不(?:仅|但|只|光|止|单|管|论|限|用|必|需|愁|怕|错过|可错过|容错过|同|断|少|菲|俗|凡|妨|如|得不|过|久|足|到|满|住|想|出|花|掏|亏|赔|变)|无(?:论|不|需|须|忧|限|偿|疑|风险|理由|条件)|未(?:来|入住|满|到|使用)|非(?:常|凡|会员)|别(?:样|墅|错过|人|处|的)|勿(?:失|错过))/
const ASKED = /(?:是|能|会|有|可|该|要|保|行|退|返)$/
const IF = /(?:如果?|若|倘若|要是|一旦|万一|假如|凡|逾期|到期)[^，。；]{0,10}$/
/** Where the denial stops: 不是理财而是保本. */
const TURNS = /而是|但是?|却|反而|就|也|即|则|均可|仍|照样|照常|依然|还|才/

/** Said of the words before it: 保本承诺均不属实, 返利一律不予支持. */
const DENIED_AFTER =
  /^[^，。；]{0,10}?(?:一律|均|概|都|皆|全)?(?:不(?:予|作|做|得|能|可)?(?:承诺|保证|兑现|兑付|支持|作数|存在|属实|可信|受(?:法律)?保护)|(?:属于?|是|系|涉嫌)(?:违法|虚假|诈骗|骗局|骗人|陷阱|非法|不可能|圈套)|不可信|靠不住|要当心|需警惕|要警惕)/

/** 能治哮喘？不能: the writer asks himself and says no. */
const ANSWERED_NO =
  /^[^，。；？！\n]{0,6}[？?][”"’]?(?:那)?(?:我们)?(?:不能|治不了|不行|不治|不会的?[，。！]|没(?:有)?(?:这|那)(?:回|个|种)?(?:事|说法))/
const ANSWER = 20

const GATE = gateFor([DENIES, NEGATES, DENIED_AFTER])
const MAY = { deny: 1, negate: 2, denyAfter: 4 } as const

/**
 * True when the words at `[start, end)` of the clean text are denied, forbidden or warned of within their own clause.
 * 不承诺保本 is; 保本不是梦, 不仅保本 and 如不返还本金 are not; in 不是所有产品都保本，我们保本 only the first is.
 */
export function negated(clean: Pick<CleanText, 'text'>, start: number, end = start + 1): boolean {
  const { text } = clean
  if (ANSWERED_NO.test(text.slice(end, end + ANSWER))) return true
  const clause = clauseAt(text, start)
  const ahead = opened(GATE, text, clause.start, start)
  if (ahead & (MAY.deny | MAY.negate)) {
    const before = text.slice(clause.start, start)
    if ((ahead & MAY.deny && isDenied(before)) || (ahead & MAY.negate && isNegated(before))) return true
  }
  if ((opened(GATE, text, end, clause.end) & MAY.denyAfter) === 0) return false
  return DENIED_AFTER.test(text.slice(end, Math.max(end, clause.end)))
}

function isDenied(before: string): boolean {
  for (const match of matches(DENIES, before)) {
    const ahead = before.slice(0, match.index)
    const gap = before.slice(match.index + match[0].length)
    if (match[0].startsWith('不得') && gap.startsWith('不')) continue
    if (isConditional(ahead, match[0]) || ASKED.test(ahead) || TURNS.test(gap)) continue
    // 拒绝套路 稳赚不赔: a blank parts what copywriters would not punctuate.
    if (/\s/.test(gap.trimStart())) continue
    return true
  }
  return false
}

function isNegated(before: string): boolean {
  for (const match of matches(NEGATES, before)) {
    const ahead = before.slice(0, match.index)
    const gap = before.slice(match.index + match[0].length)
    if (NO_DENIAL.test(before.slice(match.index)) || !BETWEEN.test(gap)) continue
    if (isConditional(ahead, match[0])) continue
    // 是不是保本, 能不能返: asked, not denied.
    if (match[0].startsWith('不') && ASKED.test(ahead)) continue
    if (/[不无非]$/.test(ahead)) continue
    return true
  }
  return false
}

/** 如不返还本金, 若未按时返利: the promise stands, and its breach is provided for. */
function isConditional(ahead: string, word: string): boolean {
  return IF.test(ahead) && /^(?:不|未|没|无|非)/.test(word)
}
