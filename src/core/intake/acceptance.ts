import { covers } from '../access/viewer.ts'
import type { ProcedureHint } from '../check/finding.ts'
import type { Said } from '../clock/clock.ts'
import { dueOf } from '../clock/due.ts'
import { bareEnd } from '../procedure/clock-runs.ts'
import type { Procedure } from '../procedure/move.ts'
import type { Call } from './call.ts'
import { isOnline } from './deciding-places.ts'
import { articleOf, type IntakeLaw, type RefusalGround } from './intake-law.ts'
import type { MissingElement } from './missing-elements.ts'
import type { ProfitSigns } from './profit-signs.ts'

/** What the machine proposes on acceptance. An officer decides; a ground `read` from the words alone never proposes refusal. */
export interface AcceptanceProposal {
  propose: 'accept' | 'not_accept' | 'ask_first' | 'look'
  grounds: ProposedGround[]
  /** What a person has to look at first. */
  toLookAt: Said[]
  /** Not accepted as a complaint, it goes on as a lead: nothing is dropped. */
  livesOnAsLead: boolean
}

export interface ProposedGround {
  ground: RefusalGround
  /** Told by the caller and the file, or merely read from words. */
  sure: 'told' | 'read'
  why: Said
  /** The words it was read from. */
  quote: string
  article: Said | undefined
}

/** What the check is held against. */
export interface AcceptanceSetting {
  law: IntakeLaw
  procedure: Procedure
  /** Region of the bureau that received it. */
  bureauRegion: string
  /** Day of receipt by it. */
  receivedOn: string
}

/** What was read from the words of the call. */
export interface ReadFromCall {
  hints: readonly Pick<ProcedureHint, 'code' | 'quote'>[]
  /** A finding or signal of illegal fundraising. */
  isFundraisingSuspected: boolean
}

/** Accept or not (令121 art. 15 and 16; before 2026-04-15 令20 art. 14 and 15), with the ground and its article. */
export function proposeAcceptance(
  setting: AcceptanceSetting,
  call: Call,
  read: ReadFromCall,
  missing: readonly MissingElement[],
  profit: ProfitSigns | undefined,
): AcceptanceProposal {
  const grounds = [
    competence(setting, call),
    elsewhere(call, read),
    consumption(call, read),
    limitation(setting, call, read),
    papers(missing),
  ].flatMap((found) => found ?? [])
  const toLookAt = [...pointsOfPlace(setting, call), ...pointsOf(call), ...(profit ? pointsOfProfit(profit) : [])]
  const cited = grounds.map((one) => ({
    ...one,
    article: articleOf(setting.law.grounds[one.ground], setting.receivedOn),
  }))
  const told = cited.filter(({ sure, ground }) => sure === 'told' && ground !== 'incomplete')
  return {
    propose: proposalOf(told.length > 0, cited, toLookAt),
    grounds: cited,
    toLookAt,
    livesOnAsLead: read.isFundraisingSuspected || cited.some(({ ground }) => ground === 'not_consumption'),
  }
}

type Found = Omit<ProposedGround, 'article'>

function proposalOf(isRefusable: boolean, grounds: readonly ProposedGround[], toLookAt: readonly Said[]) {
  if (isRefusable) return 'not_accept'
  if (grounds.some(({ sure }) => sure === 'read') || toLookAt.length > 0) return 'look'
  return grounds.length > 0 ? 'ask_first' : 'accept'
}

/**
 * The seller's own county is competent; a unit that holds what is another's gives it back to the unified receiver, never sideways (art. 41, since
 * 2026-04-15). A place known only roughly proves nothing, and for a seller on a platform the platform's county may be competent too (art. 13).
 */
function competence({ bureauRegion, receivedOn }: AcceptanceSetting, { seller, channel }: Call): Found | undefined {
  const { region } = seller
  if (region === undefined || mayBeOurs(bureauRegion, region)) return undefined
  if (isOnline(channel))
    return {
      ground: 'not_competent',
      sure: 'read',
      why: {
        zh: `经营者在${region}，不在本机关辖区；通过网络交易的，先核实是否平台内经营者、平台住所地是否在本辖区`,
        en: `the seller is in ${region}, outside our district; it trades on the net: is it on a platform whose seat lies in ours?`,
      },
      quote: '',
    }
  const receiver = receivedOn >= ORDER_121 ? RECEIVER : { zh: '', en: '' }
  return {
    ground: 'not_competent',
    sure: 'told',
    why: {
      zh: `被投诉人实际经营地或者住所地（${region}）不在本机关辖区${receiver.zh}`,
      en: `the seller's place (${region}) lies outside our district${receiver.en}`,
    },
    quote: '',
  }
}

function mayBeOurs(bureauRegion: string, region: string): boolean {
  return covers(bureauRegion, region) || covers(region, bureauRegion)
}

const ORDER_121 = '2026-04-15'
const RECEIVER: Said = { zh: '，退回统一接收机构，不得自行移送', en: ': back to the unified receiver, never sideways' }

function elsewhere({ elsewhere: where }: Call, { hints }: ReadFromCall): Found | undefined {
  if (where !== undefined)
    return {
      ground: 'handled_elsewhere',
      sure: 'told',
      why: { zh: '已经仲裁、诉讼或者由他处受理、处理', en: 'arbitrated, sued or taken up elsewhere' },
      quote: '',
    }
  const hint = hints.find(({ code, quote }) => code === 'PX-04' && !YEARS.test(quote))
  return hint && { ground: 'handled_elsewhere', sure: 'read', why: ASK_ELSEWHERE, quote: hint.quote }
}

const ASK_ELSEWHERE: Said = {
  zh: '来话提到他处已经受理，核实是否同一争议、进展如何',
  en: 'the call speaks of another body: is it the same quarrel, and how far has it got?',
}

/** An investor is no consumer, yet what she tells is a lead; a prepaid service is consumption. */
function consumption({ paidFor }: Call, { hints, isFundraisingSuspected }: ReadFromCall): Found | undefined {
  if (paidFor === 'service' || paidFor === 'goods') return undefined
  if (paidFor === 'investment')
    return {
      ground: 'not_consumption',
      sure: 'told',
      why: {
        zh: '付款是为了收益而非生活消费；不予受理投诉的，内容仍作为线索办理',
        en: 'paid for a return, not for daily consumption; not accepted as a complaint, it goes on as a lead',
      },
      quote: '',
    }
  const hint = hints.find(({ code }) => code === 'PX-03')
  if (!hint && !isFundraisingSuspected) return undefined
  return {
    ground: 'not_consumption',
    sure: 'read',
    why: {
      zh: '可能是投资款：问清付款买的是服务还是收益',
      en: 'perhaps an investment: ask whether a service or a return was paid for',
    },
    quote: hint?.quote ?? '',
  }
}

/** Three years from the day the infringement was known (T12). */
function limitation(setting: AcceptanceSetting, call: Call, { hints }: ReadFromCall): Found | undefined {
  const { clocks, calendar } = setting.procedure
  if (call.knownOn !== undefined) {
    const { due, dueAlt } = dueOf(clocks.T12!, call.knownOn, [], calendar)
    const last = dueAlt ?? due ?? bareEnd(setting.procedure, 'T12', call.knownOn, null)
    if (last === null || setting.receivedOn <= last) return undefined
    return {
      ground: 'time_barred',
      sure: 'told',
      why: {
        zh: `自 ${call.knownOn} 知道或者应当知道之日起三年至 ${last} 已满`,
        en: `three years from ${call.knownOn} were over on ${last}`,
      },
      quote: '',
    }
  }
  const hint = hints.find(({ code, quote }) => code === 'PX-04' && YEARS.test(quote))
  return (
    hint && {
      ground: 'time_barred',
      sure: 'read',
      why: {
        zh: '来话提到数年前：问清哪天知道受到侵害，购买日不等于知道日',
        en: 'the call speaks of years ago: ask on which day the infringement was known; the day of purchase is another',
      },
      quote: hint.quote,
    }
  )
}

const YEARS = /年/

/** Papers are asked for first; the ground is there for when they do not come. */
function papers(missing: readonly MissingElement[]): Found | undefined {
  const needed = missing.filter(({ of, isRequired }) => of === 'complaint' && isRequired)
  if (needed.length === 0) return undefined
  return {
    ground: 'incomplete',
    sure: 'told',
    why: {
      zh: `尚缺：${needed.map(({ title }) => title.zh).join('、')}；先请补正，不补正的才可以不予受理`,
      en: `still missing: ${needed.map(({ title }) => title.en).join(', ')}; ask first, refuse only if they do not come`,
    },
    quote: '',
  }
}

/** Where the act took place decides nothing on a complaint (art. 13, before 2026-04-15 令20 art. 12); far away, it makes one ask where the seller is. */
function pointsOfPlace({ law, bureauRegion, receivedOn }: AcceptanceSetting, { seller, happenedIn }: Call): Said[] {
  if (seller.region !== undefined || happenedIn === undefined || mayBeOurs(bureauRegion, happenedIn)) return []
  const place = law.elements.complaint.find(({ id }) => id === 'respondent_place')
  const article = articleOf(place?.articles ?? [], receivedOn)
  return [
    {
      zh: `没有登记经营者所在区划，只说行为发生在${happenedIn}（不在本辖区）：投诉由经营者实际经营地或者住所地处理，不看行为发生地；先问清经营者在哪里，问清之前由本机关处理${article ? `（${article.zh}）` : ''}`,
      en: `the seller's district is not told, only that it happened in ${happenedIn}, outside ours: a complaint goes by where the seller does business or is registered, not by the place of the act; ask where the seller is, and until then it stays with us${article ? ` (${article.en})` : ''}`,
    },
  ]
}

/** Somebody of the family is spoken of as the one who paid or was promised. */
const FAMILY = /我(?:的|家)?(?:母亲|父亲|妈|爸|奶奶|爷爷|外公|外婆|姥姥|姥爷|岳父|岳母|公公|婆婆|父母|老人)/

function pointsOf({ hasCapacityDoubt, relation, authority, story }: Call): Said[] {
  const points: Said[] = []
  if (relation === 'self' && FAMILY.test(story))
    points.push({
      zh: '来话说到家里老人，登记为本人投诉：替老人投诉的，请改“关系”，写明老人姓名，并请补委托书',
      en: 'the call speaks of a parent, yet the caller stands as complainant: if she calls for another, correct the relation and ask for a power of attorney',
    })
  if (hasCapacityDoubt)
    points.push({
      zh: '对投诉人行为能力有疑问：由监护人代为投诉，或者请本人确认意思',
      en: 'doubts about capacity: the guardian acts, or the complainant confirms herself',
    })
  if (relation === 'other' && authority !== 'seen')
    points.push({
      zh: '来电人不是亲属且没有委托书：核实身份和委托，防止冒名',
      en: 'the caller is no relative and shows no power of attorney: check identity and authority',
    })
  return points
}

function pointsOfProfit({ signs, against, article }: ProfitSigns): Said[] {
  const all = [...signs, ...against]
  return [
    {
      zh: `是否为生活消费需要，请人工判断：${all.map(({ zh }) => zh).join('；')}${article ? `（${article.zh}）` : ''}`,
      en: `for daily consumption or not, a person judges: ${all.map(({ en }) => en).join('; ')}${article ? ` (${article.en})` : ''}`,
    },
  ]
}
