import { gateFor, opened } from '../search/gate.ts'
import type { Genre } from './frame.ts'

/** Keys of what in a text is written to sell, although it names no contact. */
export function wordsOfSelling(text: string): string[] {
  const open = opened(SELLS_GATE, text)
  if (open === 0) return []
  const keys: string[] = []
  for (let i = 0; i < SELLS.length; i++) {
    const [key, pattern] = SELLS[i]!
    if (open & (1 << i) && pattern.test(text)) keys.push(key)
  }
  return keys
}

/** A sign of a sort of writing: what it says for which genre, and how strongly. */
export interface GenreSign {
  key: string
  genre: Genre
  weight: number
  pattern: RegExp
  /** Where this is found too it says nothing. */
  unless?: RegExp
}

const ORGAN =
  '(?:民政|市场监督管理|市场监管|公安|金融监督?管理|文化和旅游|卫生健康|医疗保障|发展和?改革|财政|司法)(?:部|厅|局|总局|委员会|委)'

export const WRITING_SIGNS: readonly GenreSign[] = [
  {
    key: 'document_number',
    genre: 'policy',
    weight: 3,
    pattern: /[〔[［【(（](?<=[\u4e00-\u9fff].)\s?(?:19|20)\d{2}\s?[〕\]］】)）]\s?(?:第\s?)?\d{1,4}\s?号/,
  },
  {
    key: 'in_order_to_implement',
    genre: 'policy',
    weight: 3,
    pattern:
      /为(?:深入|全面|认真|切实|进一步)?(?:贯彻|落实|规范|加强|促进|推进|推动)[^。]{2,60}(?:精神|部署|要求|规定|意见|工作|发展|管理|合作)/,
  },
  {
    key: 'notice_title',
    genre: 'policy',
    weight: 2,
    pattern:
      /关于(?:进一步|加强|印发|开展|做好|促进|推进|规范|支持|建立)[^。，\n]{2,60}的(?:通知|意见|办法|公告|通告|方案|决定|函|批复|指引)/,
  },
  {
    key: 'statute',
    genre: 'policy',
    weight: 3,
    pattern:
      /第[一二三四五六七八九十百零\d]{1,6}条[^。]{0,80}(?:本法|本条例|本办法|本规定|本意见|责令改正|处[^。]{0,20}罚款)|违反(?:本法|本条例|本办法)|依照(?:前款|本法|本条例)/,
  },
  {
    key: 'organ_heading',
    genre: 'policy',
    weight: 2,
    pattern:
      /各(?:省|市|县|区|自治区|直辖市|街道|乡镇|有关|相关)[^。\n]{0,40}(?:人民政府|局|厅|委|办|单位|部门|机构)[、，：:]/,
  },
  {
    key: 'official_duties',
    genre: 'policy',
    weight: 2,
    pattern:
      /(?:要|须|应)?(?:严厉|依法|坚决)?(?:打击|整治|查处|惩治)[^。]{0,40}(?:非法集资|欺诈消费|虚假宣传|违法犯罪|违法行为)|压实[^。]{0,10}责任|(?:部门|地区)(?:间)?(?:协同|联动)|合作(?:框架)?协议|监管(?:机制|体系|合作)|标准(?:互认|体系)/,
  },
  {
    key: 'announces',
    genre: 'policy',
    weight: 3,
    pattern:
      /现(?:就|将)[^。\n]{2,60}(?:公告|通知|通告|公示|公布|印发)(?:如下|给你们)|特此(?:公告|通知|通告|函告|批复)/,
  },
  {
    key: 'organ_title',
    genre: 'policy',
    weight: 2,
    pattern: new RegExp(`^\\s*[\\u4e00-\\u9fff]{2,20}(?:${ORGAN}|人民政府(?:办公厅|办公室)?)(?:文件)?\\s*\\n`),
  },
  {
    key: 'signed_by_organ',
    genre: 'policy',
    weight: 2,
    // Read back from the last day: few papers end in one, many name an organ.
    pattern: new RegExp(
      `日\\s*$(?<=(?:${ORGAN}|人民政府|办公厅|办公室|委员会)[^。\\n]{0,20}\\n+\\s*(?:20\\d{2}|二[〇○零]).{2,12}日\\s*)`,
    ),
  },
  {
    key: 'says_beware',
    genre: 'warning',
    weight: 3,
    pattern:
      /(?:警惕|谨防(?!被|假冒|仿冒|冒牌|山寨)|当心)(?![^，。！？\n]{0,6}(?:痴呆|健忘|三高|血压|血糖|血脂|血栓|尿酸|中风|卒中|心梗|骨质|骨折|关节|跌倒|摔|滑|身体|身子|着凉|感冒|流感|天气|天冷|天热|降温|中暑|路面|衰老|亚健康|肥胖|失眠|癌|肿瘤|结节|疾病|病))|提高(?:警惕|防范意识)|风险提示|防范[^。]{0,12}(?:诈骗|集资|骗局|风险)|反诈(?!骗?中心|联盟|办)|防骗(?!中心)|识骗/,
  },
  {
    key: 'says_do_not',
    genre: 'warning',
    weight: 2,
    pattern:
      /(?:切勿|请勿|不要|不轻信|切莫|莫)(?:轻信|相信|盲目|贪图|参与|向陌生|转账|投资|被|上当)|不轻信|捂紧|守(?:住|好|护)[^。]{0,10}(?:钱袋子|养老钱)|远离非法集资/,
  },
  {
    key: 'reminds_public',
    genre: 'warning',
    weight: 2,
    pattern:
      /提(?:醒|示)(?:广大|您|市民|老年|各位|消费者|公众|群众|老人)|(?:消费|风险)(?:警示|提醒)|典型案例|如(?:遇|发现)[^。]{0,30}(?:举报|报警|拨打)/,
  },
  {
    key: 'names_swindlers',
    genre: 'warning',
    weight: 2,
    pattern:
      /不法(?:分子|机构|商家|企业)|犯罪分子|骗子|打着[^。]{0,30}(?:旗号|幌子|名义)|以[^。]{0,30}为(?:诱饵|幌子|噱头)|(?:骗局|套路|陷阱|(?:作案|诈骗|行骗|惯用|常见)手法|圈套)/,
  },
  {
    key: 'reporter',
    genre: 'news',
    weight: 3,
    pattern:
      /(?:本报|新华社|央视(?=记者|新闻|网|讯)|记者|通讯员|见习记者)[^。]{0,12}(?:讯|电|(?<!均已|都|争相|多次)报道|获悉|了解到|从|采访|摄|日前|在)|记者(?<!、..)(?!、)|据[^，。]{2,16}(?:报道|消息|介绍|悉|了解|统计)|责任编辑|(?<!数据)来源[:：]/,
  },
  {
    key: 'news_lead',
    genre: 'news',
    weight: 2,
    pattern:
      // Read back from what was done: days stand in every sentence of a court paper.
      /(?:召开|公布|通报|发布|启动|举行|揭牌|签署|签约|开幕|立案|侦破|抓获|宣判)(?<=(?:近日|日前|昨日|今日|今天|\d{1,2}月\d{1,2}日)[，,]?[^。]{2,40}..)/,
  },
  {
    key: 'court_opinion',
    genre: 'judgment',
    weight: 5,
    pattern: /本院认为|(?:审理|本院|经依法)查明|判决如下|公诉机关(?:指控)?|检察院(?:以|指控)|起诉书|审理终结|裁定如下/,
  },
  {
    key: 'accused',
    genre: 'judgment',
    weight: 3,
    pattern:
      /被告人|上诉人|原告[^。]{0,200}被告|被告[^。]{0,200}原告|犯(?:非法吸收|集资诈骗|诈骗|合同诈骗)[^。]{0,12}罪|有期徒刑|被判处|公诉/,
  },
  {
    key: 'parties_first_second',
    genre: 'contract',
    weight: 2,
    pattern: /甲\s?方[^。\n]{0,40}[:：（(]|乙\s?方[^。\n]{0,40}[:：（(]|甲乙双方|甲、乙双方/,
  },
  {
    key: 'contract_clauses',
    genre: 'contract',
    weight: 2,
    pattern:
      /第[一二三四五六七八九十\d]{1,3}条[^。]{0,80}(?:甲方|乙方|本合同|本协议|双方)|本(?:合同|协议)(?:一式|自|经|所|约定|项下|未尽|生效|期限)/,
  },
  {
    key: 'contract_title',
    genre: 'contract',
    weight: 2,
    pattern: /^[^\n，。！]{0,30}(?:合同|协议书?|章程|入会须知|会员规则)\s*\n[\s\S]{0,400}(?:第[一二三1]条|一、)/,
  },
  {
    key: 'both_parties',
    genre: 'contract',
    weight: 2,
    pattern: /甲方[^\n]{0,60}乙方|乙方[^\n]{0,60}甲方/,
  },
  {
    key: 'party_duties',
    genre: 'contract',
    weight: 2,
    pattern:
      /(?:甲|乙)方(?:应|须|有权|不得|自愿|支付|承担|同意|违约|已|按|无权|可|确认|逾期|保证|承诺|一次性|缴纳|交纳)/,
  },
  {
    key: 'asks_remedy',
    genre: 'account',
    weight: 3,
    pattern:
      /(?:要求|请求|希望|恳请|强烈要求|诉求)[^。]{0,24}(?:退款|退还|退费|赔偿|处理|调查|查处|解决|返还|立案|帮|核实)|(?:我|本人)(?:要|现)?(?:投诉|举报|实名举报)|(?:投诉|举报)(?<=^..)/m,
  },
  {
    key: 'first_person_payer',
    genre: 'account',
    weight: 3,
    pattern:
      /(?:我|本人|我们|我家|家)(?:的)?(?:母亲|父亲|妈妈?|爸爸?|奶奶|爷爷|外婆|姥姥|老伴|岳母|婆婆|公公|老人|父母)?[^，。]{0,16}(?:交了|缴了|付了|转了|买了|花了|投了|投资了|被骗|签了|签订了|存了|办了|办理了|刷了|参加了|报名了|交款|转账)/,
  },
  {
    key: 'family_member',
    genre: 'account',
    weight: 2,
    pattern: /我(?:的)?(?:母亲|父亲|妈|爸|奶奶|爷爷|外婆|姥姥|姥爷|老伴|岳母|婆婆|父母|老人)|本人(?:于|在|是|系|今年)/,
  },
  {
    key: 'tells_grievance',
    genre: 'account',
    weight: 2,
    pattern:
      /(?:至今|一直|迟迟)(?:未|没|不)[^。]{0,10}|联系不上|人去楼空|拒(?:绝|不)退|不(?:肯|给|予)退|推脱|推诿|失联|跑路|(?<!请勿|切勿|切莫|不要|不再|防止|避免|以免|谨防|警惕|不会)上当|骗了|被骗|拖着|停发|电话不接|打不通/,
  },
  {
    key: 'informs',
    genre: 'account',
    weight: 3,
    pattern:
      /(?:被)?举报(?:人|单位|事项|内容|对象|线索)|(?:被)?投诉(?:人|单位|事项|内容|对象|请求)|来电(?:人)?(?:反映|投诉|举报)|市民(?:来电)?反映|诉求人|群众反映/,
  },
]

/** What is written to sell, although it names no contact. */
const SELLS: readonly [string, RegExp][] = [
  [
    'promises',
    /保本|投\d|(?:每月|每年)(?:拿|领)|回本|年化|月息|返利|返现|高收益|稳赚|分红|零风险|无风险|回购|收益|补贴|升值|保值|回报|包治|治愈|根治|免费(?:旅游|体检|领|住|体验)/,
  ],
  ['addresses_buyer', /您|叔叔阿姨|爸妈|长辈们|银发族|老年朋友|中老年朋友|长者|老人家|欢迎|家人们|各位/],
  ['offers_goods', /会员(?:卡|价|权益)?|套餐|旅居|康养|候鸟|养老|基地|床位|度假|公寓|疗养|名额|席位/],
  [
    'urges',
    /立即|抢|限时|限量|仅剩|名额|优惠|特价|预订|预约|报名|尊享|独家|首选|仅需|只需|只要|送|速来|机会|下单|小黄车|福利价/,
  ],
  ['own_voice', /我们|我司|本公司|本院|本中心|我院|本机构|本基地|公司(?:承诺|郑重)|平台/],
]

/** Most papers hold the words of few of these. */
export const WRITING_GATE = gateFor(WRITING_SIGNS.map(({ pattern }) => pattern))
const SELLS_GATE = gateFor(SELLS.map(([, pattern]) => pattern))
