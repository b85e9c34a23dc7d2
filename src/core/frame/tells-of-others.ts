import { gateFor } from '../search/gate.ts'
import type { GenreSign } from './genre-signs.ts'

/** An officer's record of what was found amiss is evidence, whatever else was in order. */
const FOUND_AMISS =
  /涉嫌|责令|另(?:行)?发现|但(?:是)?(?:现场)?(?:发现|查见|查获)|(?<!未)发现[^，。；]{0,10}(?:违法|违规|问题|虚假)/

/** Signs that a paper tells of other people's offers or closes a matter: a lesson, a record, a study, a ruling. */
export const TELLING_SIGNS: readonly GenreSign[] = [
  // 某店推销保本卡，涉嫌非法集资 is a tip, and no warning: only what is said of all such offers warns.
  {
    key: 'calls_it_unlawful',
    genre: 'warning',
    weight: 2,
    pattern:
      /(?:民警|社区|派出所|公安|反诈中心|居委会|村委会|监管所|网格员|银行网点|消协)提[醒示][:：]|(?:多为|均为)(?:非法集资|集资诈骗|诈骗|骗局)|凡[^。]{0,80}(?:涉嫌|可能是|都是|属于)(?:非法集资|集资诈骗|诈骗|骗局)/,
  },
  {
    key: 'lesson_against_fraud',
    genre: 'warning',
    weight: 3,
    pattern:
      /我是[^，。！？\n]{0,14}(?:民警|辅警|警官|网格员|反诈(?:专员|志愿者|宣传员)|检察官|法官|普法志愿者)|(?:^|\n)(?:民警|警官|法官|检察官|监管人员)(?:说|答|点评|拆解)[:：][\s\S]{10,400}?\n(?:民警|警官|法官|检察官|监管人员)(?:说|答|点评|拆解)[:：]|(?:反诈|防骗|防诈|普法|法治|识骗)[^，。！？\n]{0,4}(?:课堂|讲座|宣讲|讲堂|顺口溜|小品|快板|情景剧|夜话|宣传|提醒|笔记|手记|日记|札记)|(?:诈骗|集资)防范|(?:消费者协会|消协)[^，。]{0,12}(?:发布|提示|提醒|体察|调查|公布|建议)/,
  },
  {
    key: 'somebody_might_tell_you',
    genre: 'warning',
    weight: 2,
    pattern:
      /(?:有人|凡是|谁|遇到|碰到|听到)[^，。！？]{0,6}(?:跟|对|和|向|让|叫|劝|喊|拉|领)(?:着)?(?:您|你|咱|老人|大家|他们)|有人(?:上门|打电话)[^，。！？]{0,8}(?:说|称|推销)/,
  },
  {
    key: 'advises_against',
    genre: 'warning',
    weight: 2,
    pattern:
      /(?:别|不要|千万别)(?:签字|交钱|掏钱|转账|汇款|打钱|碰|跟着走|上车|相信)|的别(?:签|信)|扭头就走|不会掉馅饼|幺幺零|(?:打|拨打|拨)(?:110|96110)|(?:这|那)(?:就|多半|都)?是(?:骗人|骗子|骗局|诈骗|非法集资)|是集资[。，]|就是违法/,
  },
  {
    // Nobody who raises money says that it comes from the next to pay, or who was shown the door for offering it.
    key: 'sees_through',
    genre: 'warning',
    weight: 5,
    pattern:
      /从(?:下|后)(?:面|来|边)?(?:一)?(?:个|批|拨|位|茬)?[^，。！？]{0,4}(?:交钱|买卡|入会|掏钱|交款|进来|来)的(?:人|老人)?[^，。！？]{0,6}(?:来|出|里)|(?:拿|用)后(?:面|来|头)[^，。！？]{0,4}的钱(?:填|补|还|付|给)前|没有(?:金融)?(?:牌照|许可证?)[^。！？]{0,6}(?:就|便)?(?:不能|不许|没资格|不得)[^。！？]{0,8}(?:收|吸|要)|有没有[^。！？]{0,8}(?:牌照|许可证?)[？?]|没(?:有)?来处的钱|(?:[条传折]子|传单|名片|卡片|来人|那人|那几个人)[^。！？]{0,8}(?:交给|送到|送给)(?:了)?(?:社区|居委|村委|民警|片儿?警|派出所)|把(?:他|她|人|他们|来人)(?:都|给)?(?:请|轰|撵|赶)(?:了)?(?:出去|走)|还?报了(?:派出所|警)|(?:当作|都是|就是|属于|视为)(?:典型的?)?危险信号|图(?:他|人家|的是)?[^，。]{0,4}(?:利息|高息|收益)[^。]{0,10}(?:他|人家|别人)?图(?:的是)?[^，。]{0,4}本/,
  },
  {
    key: 'authority_acted',
    genre: 'news',
    weight: 2,
    pattern:
      /被[^，。]{0,14}(?:罚款|处罚|立案|刑拘|批捕|查处|查封|约谈|判处|判刑)|(?:警方|公安机关|监管部门|法院)[^，。]{0,8}(?:已|依法|介入|将)?(?:立案|抓获|批捕|冻结|查扣|宣判|处罚)/,
  },
  {
    key: 'studies',
    genre: 'news',
    weight: 5,
    pattern:
      /本(?:研究|文|课题|次调查)(?:以|对|从|调查|采用|收集|分析|选取|旨在|发现)|(?:^|\n)\s*【?摘\s?要】?[:：]|\d受访|受访者|年度报告摘要|董事会(?:建议|决议)/,
  },
  {
    key: 'staged_or_taught',
    genre: 'news',
    weight: 5,
    pattern:
      /^[^\n。，]{0,8}(?:小品|相声|快板|情景剧|三句半|顺口溜|剧本)[^，。\n]{0,16}[:：》。\n]|旁白[:：]|课堂练习|讲义第|教案[:：\n]|文字稿[）)】\n]|画面中|广播(?:稿|剧)|大喇叭|小测验|本集完|联合出品|[【（(](?:快评|时评|短评|评论|社论)[】）)]|(?:律师来信|律师答疑|律师解答|读者问|网友问)/,
  },
  {
    key: 'found_in_order',
    genre: 'policy',
    weight: 4,
    unless: FOUND_AMISS,
    pattern:
      /未发现[^，。；]{0,12}(?:违法|违规|问题|异常|不当)|未见(?:违法|违规|异常|不当|问题)|均(?:符合(?:规定|要求)|在有效期)|检查(?:合格|正常)|系误解|不予立案|整改到位|整改完毕/,
  },
  {
    key: 'official_record',
    genre: 'policy',
    weight: 1,
    pattern:
      /现场检查|执法人员|回访记录|会议纪要|经(?:核查|检查|核实|查|调查)[，,]|自查|审计|核对记录|一事的答复|答复如下|上门核查/,
  },
  {
    key: 'guides_trade',
    genre: 'policy',
    weight: 5,
    pattern:
      /各(?:门店|部门|经营者|机构|单位|商户|网点)[^。\n]{0,20}(?:不得|严禁|禁止)|不得使用[“"「]|不能写[:：“"]|行政指导书|合规(?:对照|指引|提示)|内部通知/,
  },
  {
    key: 'disowns',
    genre: 'warning',
    weight: 5,
    pattern:
      /(?:我|本)(?:院|局|司|公司|校|店|社|馆|园|酒店|度假区|会|市|省|厅|委)(?:[^，。；]{0,8})(?:从未|从没|没有|未曾|并未|未)[^，。；]{0,14}(?:委托|授权|签署|印发|坐诊|发布|派人|合作)|不是我(?:院|局|司|公司|店|社|度假区|酒店)[^，。]{0,6}(?:发布|推出|员工|人员)|(?:擅自|冒名)使用(?:我|本)(?:院|局|司|公司|店)|冒用我(?:院|局|司|公司|店|社)/,
  },
  {
    key: 'official_speech',
    genre: 'policy',
    weight: 5,
    pattern:
      /(?:推进会|工作会议|座谈会|部署会|调度会)上的(?:讲话|发言)|个别(?:企业|机构|公司|商家)以[^。]{0,24}(?:噱头|名义|幌子)|政策(?:问答|解读)|(?:各合作|全体|各加盟)(?:门店|伙伴|商)的(?:函|通知)|(?:新)?员工(?:培训|手册|守则)/,
  },
  {
    key: 'task_notice',
    genre: 'policy',
    weight: 5,
    pattern:
      /各(?:县|市|区|镇|街道|乡镇|科室|所)[（(]?[^，。：:\n]{0,6}[）)]?要(?:对照|逐家|按照|结合|立即|及时)|(?:移送|抄送)[^，。]{0,12}牵头部门|(?:每月|每季度|每周)[^，。]{0,8}(?:报送|上报)(?:进展|情况|数据)|不得以罚代管|首接负责|(?:提案|建议|议案)的答复|(?:建议|提案)收悉|检察建议|公益诉讼(?:线索|案件|起诉人|中)|[两二三四五]部门已回函/,
  },
  {
    key: 'police_bulletin',
    genre: 'news',
    weight: 5,
    pattern:
      /(?:警情|案情|案件)通报|(?:我|市|县|区|分)局(?:近日|日前|昨日|成功|近期)?[^，。]{0,4}(?:打掉|侦破|破获|捣毁|端掉)|(?:打掉|捣毁|端掉)[^。]{0,30}(?:团伙|窝点)|被(?:依法)?采取刑事强制措施/,
  },
  {
    key: 'post_reminds',
    genre: 'warning',
    weight: 5,
    pattern:
      /(?:派出所|警务室|反诈中心|司法所|消协|消委会|老年协会|居委会|街道办?)(?:温馨)?提醒(?!函)|(?:派出所|警务室|民警室|反诈中心|司法所|老年协会|居委会|街道)[^，。]{0,12}(?:绘制|编印|印制|联合印|制作|宣)[^，。\n]{0,8}(?:[，。】\n]|$)|(?:这些|以下|下面)(?:的)?话[^，。]{0,4}(?:听见|听到)就(?:走|跑|挂)/,
  },
  {
    key: 'closing_record',
    genre: 'policy',
    weight: 5,
    pattern:
      /同比(?:下降|上升|增长|减少)[^。]{0,40}(?:投诉|举报|床位|入住|人次)|(?:投诉|举报)[^。]{0,30}同比|调解成功率|挽回(?:经济)?损失|维持原答复|(?:信访|复查|复核)[^，。]{0,6}(?:复查|处理|答复)意见|认可核查结论|公示期[一二三四五六1-6]/,
  },
  {
    key: 'comments',
    genre: 'news',
    weight: 5,
    pattern:
      /^[【（(]?(?:媒体|时事|新闻|特约)?(?:评论|时评|短评|社论|快评)[】）)：:]|特约评论员|本报评论员|作者系[^，。）)]{2,16}/,
  },
  {
    // A card, a quiz or a rhyme that repeats what swindlers say.
    key: 'teaches_to_spot',
    genre: 'warning',
    weight: 5,
    pattern:
      /(?:诈骗|骗局|骗术|非法集资|假药|陷阱)(?:的)?(?:识别|辨别|辨识|揭秘|速查|对照)|(?:骗局|骗术|骗子)说一[番段遍]|《别[上受]?当》|[”"」]\s*(?:——|—|：|:)?\s*(?:假|骗人的?|不能信|别信)[！!。\n]|(?:下列|以下)(?:哪|那)(?:一)?(?:项|个|种|句)[^。？?\n]{0,12}(?:真|假|骗|对|错|合法|违法|正确)|(?:防诈|防骗|反诈)[^。\n]{0,6}(?:竞答|测试|测验|期末|小考|答题|问答)|曝光台/,
  },
  {
    key: 'signed_by_authority',
    genre: 'warning',
    weight: 4,
    pattern:
      /(?:公安(?:局|分局)[^，。\n]{0,6}|派出所|警务室|市场监(?:督)?管(?:理)?(?:局|所)|处非办|打非办|反诈中心|金融(?:办|工作局|监管局)|民政局|居委会|村委会|法院|检察院|消协|消委会|消费者协会)[ 　]?(?:宣|印|印制|制|监制|公益广告|提示|提醒)?\s*$|公益广告\s*$/,
  },
  {
    key: 'on_stage',
    genre: 'news',
    weight: 5,
    pattern:
      /骗子[甲乙丙丁]|[（(](?:众|台下)笑|[（(][^）)]{0,12}(?:幕落|幕启|追下|追下场|同下|上场|下场)[^）)]{0,4}[）)]|[。（(]灯亮[。）)]/,
  },
  {
    key: 'case_report',
    genre: 'judgment',
    weight: 3,
    pattern:
      /检察(?:机关|院)[^，。]{0,6}(?:指控|提起公诉)|裁判(?:结果|要旨|理由)|典型意义|基本案情|判令|一审(?:宣判|判决)|合同纠纷一?案|法官(?:提醒|说法|提示)|开庭/,
  },
]

export const TELLING_GATE = gateFor(TELLING_SIGNS.map(({ pattern }) => pattern))

const RULED = /本院认为|判决如下|裁定如下|判令|判处|宣判|裁判结果|典型意义|提起公诉|检察机关指控|进入执行/

/** True when a court paper reports what was decided or charged: what it found only (经审理查明) is evidence. */
export function isDecided(text: string): boolean {
  return RULED.test(text)
}

/** Who goes to law with whom, in the words of courts alone. */
const PARTIES = ['被告', '原告', '公诉机关', '上诉人']

/** True when a text names those who go to law with each other, as court papers do throughout. */
export function isBetweenParties(text: string): boolean {
  return PARTIES.some((word) => {
    const first = text.indexOf(word)
    return first >= 0 && text.includes(word, first + word.length)
  })
}

const OWN_VOICE =
  /我(?![国省市县区局院所校])|咱|俺|本人|我们|本(?:公司|店|院|基地|中心|项目|机构|社)|欢迎|报名|预订|预约|认购|立即|名额|热线|仅需|只需|反映|举报|投诉|来电|诉求/

/** True when a writer speaks for himself, sells or accuses outside quotation marks. */
export function hasOwnVoice(text: string): boolean {
  return OWN_VOICE.test(text.replace(QUOTED, ''))
}

/** 押金到账了，是我写错卡号，请撤销: the writer takes back what he complained of, or only thanks. */
const TAKEN_BACK =
  /请(?:予以?)?(?:撤销|销案)|麻烦(?:你们)?(?:撤|销)(?:销|案|掉|了)|(?:我|特此|自愿|申请|想|现)(?:要)?(?:撤回|撤销|撤诉|撤单)|不必再查|不用(?:再)?(?:查|处罚|处理|管)(?:了|他|人家)|(?<!别[^，。；]{0,8}|不要[^，。；]{0,8}|怕[^，。；]{0,8})添麻烦|(?:是|系|怪)我(?:自己)?(?:看错|写错|记错|弄错|搞错|没看清|听错)|(?:误会|误解)(?:一场|了(?:他|店|人|商))|没有(?:要)?(?:告|投诉|追究)[^，。；]{0,6}的?意思|(?:希望|请|建议)(?:你们|贵局|领导)?(?:给予|予以)?表扬|特(?:写信|来|此)(?:表示)?(?:感谢|致谢|表扬)|(?:此事|问题|事情)(?:现)?已(?:经)?(?:圆满|妥善)?(?:解决|处理好)|没有别的要求|把(?:这|那|我的)?(?:个|单)?投诉(?:给)?撤|撤下来|对不住(?:人家|老板|店家)|冤枉了|良心(?:店|商家)|没想到[^。！？]{0,14}(?:全|都|给)[^，。]{0,3}退|就到这儿吧|算了[，。]?(?:不投诉|不告|不追究)/
/** Not so where others are still owed, or the withdrawal was asked for. */
const STILL_OWED =
  /(?:要求|请求|恳请|诉求)[^。]{0,20}(?:退款|退还|退费|赔偿|调查|查处|立案|核查|追究|处罚)|(?:别的|其他|还有)[^，。]{0,8}(?:老人|人|户|家|邻居)[^。]{0,16}(?:没|未|不)|才(?:给|肯|能|会|予)?退|(?:逼|让|叫|要|要求)(?:我|我们|老人|她|他)(?:写|签|去|先)?(?:撤|签)|尚未|至今|拒不|拒绝/

/** True when somebody takes a complaint back or says that it was put right, and asks nothing more. */
export function takenBack(text: string): boolean {
  return TAKEN_BACK.test(text) && !STILL_OWED.test(text)
}

const QUOTED = /[“"「][^”"」]{0,200}[”"」]/g
const OWN_STORY =
  /(?:我|本人|我们|我家)(?:的)?(?:母亲|父亲|妈妈?|爸爸?|奶奶|爷爷|外婆|姥姥|老伴|岳母|婆婆|公公|父母)?[^，。]{0,12}(?:交了|缴了|付了|转了|买了|投了|被骗|签了|存了|办了)|(?:我|本人)(?:要|现)?(?:投诉|举报)|(?:要求|请求|恳请|诉求)[^。]{0,20}(?:退款|退还|退费|赔偿|调查|查处|立案)|(?<!泄露|保护|奖励|保障)举报人|投诉人|来电人|来电者|群访|来访者/

/** True when somebody tells what was done to him or reports it, outside quotation marks. */
export function tellsOwnStory(text: string): boolean {
  return OWN_STORY.test(text.replace(QUOTED, ''))
}
