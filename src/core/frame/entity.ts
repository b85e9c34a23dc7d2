import type { Entity, Kind } from '../document.ts'
import type { Fact } from '../extract/fact.ts'
import type { CleanText } from '../normalise/clean-text.ts'
import { gateFor, opened } from '../search/gate.ts'
import { matches } from '../search/matches.ts'
import { type SignOf, signAt, unanimous } from './sign.ts'

/**
 * What sort of body sells, read from the paper's own words: the name of 甲方 or of the one complained of, how a seller calls itself,
 * a filing as care institution. A word about care institutions in general says nothing. Where two sorts fit, nothing is read.
 */
export function entitySign(clean: CleanText, kind: Kind, facts: readonly Fact[]): SignOf<Entity> | undefined {
  const open = opened(GATE, clean.text)
  const isNone = (open & MAY.denyInstitution) !== 0 && NOT_AN_INSTITUTION.test(clean.text)
  const names = named(clean, kind, facts, open)
  return unanimous(isNone ? names.filter(isNoInstitution) : [...names, ...ownWords(clean, kind, open)])
}

const NOT_AN_INSTITUTION =
  /(?:我们|本公司|我司|甲方|公司|本店|本酒店|我店|该公司|这家)(?:[^，。\n]{0,6})(?:不是|并非|非|不属于)(?:一家)?养老(?:机构|院)/

function isNoInstitution({ value }: SignOf<Entity>): boolean {
  return value !== 'care_institution'
}

/** By what a name ends in; a company of another name may be anything. */
const NAMES: readonly [Entity, RegExp][] = [
  [
    'care_institution',
    /(?:养老院|敬老院|护理院|福利院|颐养院|老年公寓|老年养护院|养护院|养老服务中心|养老中心|养老照料中心|托老所|养老护理中心)$/,
  ],
  ['travel_agency', /旅行社(?:股份)?(?:有限(?:责任)?公司)?$|(?:国际|国内)?旅行(?:社|有限公司)$/],
  ['hotel', /(?:酒店|宾馆|大饭店|度假村|民宿|客栈)(?:管理)?(?:有限(?:责任)?公司)?$/],
  ['health_company', /(?:健康管理|健康咨询|健康科技|生物科技|保健品|大健康)[^，。]{0,6}(?:公司|中心)$/],
  ['club', /俱乐部(?:有限公司)?$/],
]

const SELLER_LABEL =
  /(?:甲\s?方|被投诉(?:人|方|单位|商家|对象)|被举报(?:人|方|单位|对象)|服务(?:方|提供方)|养老机构|经营者|旅行社|组团社)(?:[（(][^（()）\n]{1,16}[)）])?(?:名称)?[:：][ \u3000]{0,4}([\u4e00-\u9fff·（）()]{2,40})/g

function named(clean: CleanText, kind: Kind, facts: readonly Fact[], open: number): SignOf<Entity>[] {
  const signs: SignOf<Entity>[] = []
  // 甲 stands in many papers, a label only before a colon.
  const mayLabel = (open & MAY.labelSeller) !== 0 && (clean.text.includes('：') || clean.text.includes(':'))
  for (const match of mayLabel ? matches(SELLER_LABEL, clean.text) : []) {
    const name = match[1]!.replace(/[（(](?:以下|下称|简称|盖章|签字|签章|公章).*$/, '').replace(/[（(）)]/g, '')
    const entity = entityOf(name)
    const start = match.index + match[0].length - match[1]!.length
    if (entity) signs.push(signAt(clean, entity, 'seller_name', start, match.index + match[0].length))
  }
  // Who signs or heads an advertisement or a notice is its seller, when only one body is named there.
  return signs.length === 0 && kind === 'marketing' ? onlyName(clean, facts) : signs
}

function onlyName(clean: CleanText, facts: readonly Fact[]): SignOf<Entity>[] {
  if (!facts.some(({ type }) => type === 'party')) return []
  const names = facts.filter(({ type, role }) => type === 'party' && role === 'enterprise')
  if (new Set(names.map(({ value }) => value)).size !== 1) return []
  const [{ value, start, end }] = names as [Fact]
  const entity = entityOf(String(value))
  return entity ? [{ value: entity, because: 'only_name', start, end, quote: clean.original.slice(start, end) }] : []
}

function entityOf(name: string): Entity | undefined {
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0]
}

/** What a body says of itself. */
const OWN: readonly [Entity, string, RegExp][] = [
  [
    'care_institution',
    'filed_as_care_home',
    /养老机构备案(?:编号|号|回执|证明|证书)[:：]?|(?:甲方|我院|本院|本机构|我中心|本中心)[^。\n]{0,24}(?:备案床位|已(?:依法)?备案的养老机构|养老机构设立许可)|，备案床位\d|[（(][^（()）\n]{0,8}(?:民政|备案)[^（()）\n]{0,8}(?:机构|登过记)[^（()）\n]{0,16}[）)]/,
  ],
  ['care_institution', 'own_house', /(?:我院|本院|本养老院|我们养老院|我们院)(?=[^法医校])/],
  ['travel_agency', 'agency_licence', /(?:旅行社)?业务经营许可证(?:编?号)?[:：]?\s?L-/],
  ['travel_agency', 'own_agency', /(?:我社|本旅行社|本社)(?=[^会区])/],
  ['hotel', 'own_hotel', /(?:本酒店|我们酒店|本宾馆|本店为(?:宾馆|酒店))/],
  ['club', 'own_club', /(?:本俱乐部|我们俱乐部|俱乐部会员须知)/],
]

const CARE_HOME_CONTRACT =
  /(?:养老|护理|照护|托养)(?:机构)?(?:服务)?(?:合同|协议)|(?:养老院|护理院|颐养院|敬老院|养护院|老年公寓)[^。\n]{0,8}(?:合同|协议)/

/** A bed and care, each with its fee, are what a care institution charges for. */
const CARE_HOME_FEES =
  /床位费[^。；\n]{0,40}(?:护理费|照护费|照料费|护理服务费|照护服务费)|(?:护理费|照护费|照料费|护理服务费|照护服务费)[^。；\n]{0,40}床位费/
const OTHER_HOUSES = /旅行社|酒店|宾馆|民宿|客栈|医院|俱乐部/

const GATE = gateFor([NOT_AN_INSTITUTION, SELLER_LABEL, ...OWN.map(([, , pattern]) => pattern)])
const MAY = { denyInstitution: 1, labelSeller: 2 } as const
const FIRST_OWN = 2

function ownWords(clean: CleanText, kind: Kind, open: number): SignOf<Entity>[] {
  // A complainant's 本院 is nobody's house.
  if (kind === 'complaint' || kind === 'report') return []
  const signs: SignOf<Entity>[] = []
  for (let i = 0; i < OWN.length && open >>> FIRST_OWN !== 0; i++) {
    if ((open & (1 << (FIRST_OWN + i))) === 0) continue
    const [entity, because, pattern] = OWN[i]!
    const match = pattern.exec(clean.text)
    if (!match || (because === 'own_house' && !/养老|护理|入住|老人/.test(clean.text))) continue
    signs.push(signAt(clean, entity, because, match.index, match.index + match[0].length))
  }
  const title = kind === 'contract' && CARE_HOME_CONTRACT.exec(clean.text.slice(0, 60))
  if (title && clean.text.includes('床位') && !/旅行社|酒店/.test(clean.text.slice(0, 200)))
    signs.push(signAt(clean, 'care_institution', 'care_home_contract', title.index, title.index + title[0].length))
  const fees = kind === 'contract' && CARE_HOME_FEES.exec(clean.text)
  if (fees && !OTHER_HOUSES.test(clean.text))
    signs.push(signAt(clean, 'care_institution', 'care_home_fees', fees.index, fees.index + fees[0].length))
  return signs
}
