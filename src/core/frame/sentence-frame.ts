import type { Frame, Span } from '../document.ts'
import type { CleanText } from '../normalise/clean-text.ts'
import { gateFor, opened } from '../search/gate.ts'
import { matches } from '../search/matches.ts'
import { clauses } from './clauses.ts'
import type { Genre } from './frame.ts'
import { negated } from './negation.ts'
import { sellsItself } from './solicitation.ts'

const BEWARE =
  /^[\s“"【[（(]*(?:风险提示|温馨提示|特别提[示醒]|友情提示|消费提示|提醒|警惕|谨防|当心|切勿|请勿|不要轻信|不轻信|防范|严防|远离)|(?:提醒|提示)(?:广大|您|市民|老年|各位|消费者|公众)|投资(?:有|需)风险|理财(?:有|需)风险|不法分子|犯罪分子|骗子|打着[^。]{0,30}(?:旗号|幌子)|以[^。]{0,30}为(?:诱饵|幌子)|(?:警惕|谨防|当心)[^。]{0,40}(?:骗局|陷阱|套路|诈骗|集资)|(?:民警|社区|派出所|公安|反诈中心|居委会|村委会|监管所|网格员|银行网点|消协)?提醒[:：]|(?:多为|均为)非法集资|凡[^。]{0,80}(?:涉嫌|可能是|都是|属于)非法集资|请勿(?:上当|轻信|参与|转账)|切莫(?!错过)|不要被|不要相信|千万别信|均为虚假|都是骗(?:人|局|子|术)/
/** Words that are only spoken of: 删去“概不退还”字样, 不得使用“保本”等词, “概不退换”——无效, 写着“概不退还”的别签. */
const MENTIONS =
  /[”"」](?:[^，。；“]{0,3})?(?:无效|不产生效力|的?(?:千万)?(?:别|不要|莫)(?:签|信|写|用)|等?(?:字样|用语|字眼|表述|措辞|(?:等)(?:字|词|话)))|(?:删除|删去|去掉|不得(?:使用|出现|宣称)|不能写|禁用|严禁使用|凡自称|违规话术|不会(?:要求|让|叫)(?:您|你|老人))[^，。；]{0,12}[“"「]/
/** A term that nobody puts in quotation marks to offer it: 写着“概不退还”的合同要看清. */
const QUOTED_TERM =
  /[“"「][^”"」]{0,16}(?:概不退|不予退|最终解释权|(?:意外|后果)[^”"」]{0,6}自负|概不负责|随时调整|不得告诉|阅后收回)[^”"」]{0,16}[”"」]/
/** What a complainant says was written so is his evidence: only what was struck out is not. */
const STRUCK_OUT = /(?:已?(?:删除|删去|去掉)|不得使用|不能写)[^，。；]{0,12}[“"「]/
const QUOTED = /[“"「][^”"」]{0,200}[”"」]/g
const SWINDLERS = /不法|犯罪|骗子|诱饵|幌子/
const OWN_CLAIM = /我们|咱家|咱这|我司|本公司|我公司|本院|我院|本中心|本机构|本基地|本项目/
const ASKS = /[？?][”’"」』）)]*\s*$|吗[。！!]?\s*$/
const ASKS_ADVICE = /请问|是否|是不是|合法|可信|可靠|靠谱|真的|属于|怎么|如何|能不能|有没有|哪/
const TOLD = /承诺|说好|答应|当初|宣称|声称|告诉|保证|业务员|销售/
const CLAIM =
  /保本|返[利现还]|收益|回报|利息|分红|补贴|稳赚|无风险|零风险|兜底|回购|翻番|高息|年化|治愈|根治|国家级|第一/g

const COMPLAINANT_DENIES = /(?:没有?|未|从未|从不)[^，。]{0,8}(?:承诺|保证|许诺)/
const WITHHELD =
  /(?:[概均皆再]不|不[予作再会能]|不[得许准能可](?:以任何理由|再)?(?:要求|主张|请求|索要|申请)|无权(?:要求|主张|请求|索要|申请))(?:甲方|公司|作任何)?$/
const FORBIDS = /^(?:绝不|决不|从不|坚决不|严禁|杜绝|拒绝|禁止|不得)/

const GATE = gateFor([ASKS, CLAIM, FORBIDS, BEWARE, MENTIONS, QUOTED_TERM])
const MAY = { ask: 1, deny: 2 | 4, warn: 8, mention: 16 | 32 } as const

/** What a sentence may do, as bits, in a paper whose own frame and genre are these: a court's finding or a warning is only asked whether it asks. */
function mattersTo(base: Frame, genre: Genre): number {
  const ask = base === 'seller' ? 0 : MAY.ask
  if (base !== 'seller' && base !== 'other' && base !== 'complainant') return ask
  return ask | MAY.deny | MAY.mention | (genre === 'contract' || base === 'complainant' ? 0 : MAY.warn)
}

/** False when no sentence of a text asks, denies or warns. */
export function mayBeFramed(text: string, base: Frame, genre: Genre): boolean {
  return (opened(GATE, text) & mattersTo(base, genre)) !== 0
}

/** The frame of one sentence: the document's own, unless the sentence asks, denies or warns. */
export function sentenceFrame(
  clean: CleanText,
  span: Span,
  base: Frame,
  genre: Genre,
  because: string,
): { frame: Frame; because: string } {
  const open = opened(GATE, clean.text, span.start, span.end) & mattersTo(base, genre)
  if (open === 0) return { frame: base, because }
  const sentence = clean.text.slice(span.start, span.end)
  if (open & MAY.ask && isQuestion(sentence)) return { frame: 'question', because: 'asks' }
  if (open & MAY.deny && isDenial(clean, span, sentence, base, genre)) return { frame: 'negation', because: 'denies' }
  if (open & MAY.warn && isWarning(sentence, genre)) return { frame: 'warning', because: 'says_beware' }
  if (open & MAY.mention && isMention(sentence, base, genre)) return { frame: 'warning', because: 'mentions_words' }
  return { frame: base, because }
}

/** A question put to the reader of a complaint asks; 想要年化12%吗？ in an advertisement offers. */
function isQuestion(sentence: string): boolean {
  return ASKS.test(sentence) && ASKS_ADVICE.test(sentence) && !TOLD.test(sentence)
}

/** A complainant speaks of 骗子 too, and a seller says 请勿轻信 of others: neither warns of what is told in the sentence. */
function isWarning(sentence: string, genre: Genre): boolean {
  // What a paper with contact and call claims outside quotation marks is its offer: 温馨提醒：保本保息，请勿错过！
  if (genre === 'offer' && sentence.replace(QUOTED, '').search(CLAIM) >= 0 && !SWINDLERS.test(sentence)) return false
  return BEWARE.test(sentence) && !OWN_CLAIM.test(sentence) && !sellsItself(sentence)
}

function isMention(sentence: string, base: Frame, genre: Genre): boolean {
  if (OWN_CLAIM.test(sentence)) return false
  if (base === 'complainant') return STRUCK_OUT.test(sentence)
  return MENTIONS.test(sentence) || (genre !== 'contract' && QUOTED_TERM.test(sentence))
}

/** True when a sentence makes claims and denies every one of them. What a contract forbids or withholds is a term, no denial: 不予返还, 不得转让. */
function isDenial(clean: CleanText, span: Span, sentence: string, base: Frame, genre: Genre): boolean {
  // 商家拒绝返还本金 denies a claim of the complainant's, and is the very grievance.
  if (base === 'complainant' && !COMPLAINANT_DENIES.test(sentence)) return false
  let claims = 0
  for (const match of matches(CLAIM, sentence)) {
    if (match[0] === '返还' && (genre === 'contract' || WITHHELD.test(sentence.slice(0, match.index)))) continue
    claims++
    if (!negated(clean, span.start + match.index, span.start + match.index + match[0].length)) return false
  }
  if (claims > 0) return true
  if (genre === 'contract') return false
  const parts = clauses(clean.text, span.start, span.end)
  return parts.length > 0 && parts.every((part) => FORBIDS.test(clean.text.slice(part.start, part.end).trim()))
}
