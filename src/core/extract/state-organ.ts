import { wordList } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

const CENTRAL =
  '国务院|全国人大|全国政协|党中央|中共中央|全国老龄办|全国老龄委|民政部|国家卫生健康委员会|国家卫健委|卫健委|文化和旅游部|文旅部|商务部|国家发展和改革委员会|国家发展改革委|国家发改委|发改委|市场监管总局|国家市场监督管理总局|金融监管总局|银保监会|证监会|中国人民银行|人民银行|央行|国资委|人社部|人力资源和社会保障部|财政部|公安部|国家医保局|医保局|国家中医药管理局|退役军人事务部|工信部'.split(
    '|',
  )
const LOCAL =
  '民政厅|民政局|老龄办|老龄委|卫生健康委|卫生健康委员会|文旅厅|文旅局|文化和旅游厅|文化和旅游局|市场监督管理局|市场监管局|工商局|人民政府|发展和改革委员会|金融办|金融局|地方金融监管局|人社局|社保局|医保局|公安局|派出所|法院|检察院|街道办|街道办事处|消协|消费者协会|12315'.split(
    '|',
  )
const IS_CENTRAL: ReadonlySet<string> = new Set(CENTRAL)
/** Without one of these there is nothing to read. */
export const STATE_ORGANS = wordList([...CENTRAL, ...LOCAL])
/** Of which place a local organ is: read back from its name. */
const PLACE = /[\u4e00-\u9fff]{1,7}?[省市区县旗州]$/
/** Reading the name back past these would take in words that are no part of it. */
const LEADING = /^.*(?:[向由经被在到和与及是的对获得受请去找]|投诉|举报|报告|联系|通过)/
/** What the seller makes the organ say: 民政部指定, 国家扶持. */
const BACKING =
  /指定|扶持|支持|批准|授权|监制|推荐|主办|重点|背书|认可|授牌|认证|备案|监管|合作|联合|定点|立项|牵头|扶助|直属|唯一/
const BORROWED_AFTER = new RegExp(`^[^，。；\\n]{0,8}?(?:${BACKING.source})`)
const BORROWED_BEFORE = /(?:经|由|获|受|与|和|得到|通过)[^，。；\n]{0,8}$/

/** State organs named, once each; `claimed` when the text says they back, approve or run what is offered. */
export function stateOrgans(reading: Reading): Fact[] {
  const { text, clean } = reading
  const facts: Fact[] = []
  const seen = new Set<string>()
  for (const { start: index, end } of reading.sieve.words(STATE_ORGANS)) {
    const word = text.slice(index, end)
    const place = IS_CENTRAL.has(word) ? '' : (PLACE.exec(text.slice(Math.max(0, index - 8), index))?.[0] ?? '')
    const name = (place + word).replace(LEADING, '')
    const start = end - name.length
    const isClaimed =
      BORROWED_AFTER.test(text.slice(end, end + 14)) ||
      (BORROWED_BEFORE.test(text.slice(Math.max(0, start - 10), start)) && BACKING.test(text.slice(end, end + 16)))
    const role = isClaimed ? 'claimed' : 'named'
    if (name.length < 2 || seen.has(`${name} ${role}`)) continue
    seen.add(`${name} ${role}`)
    facts.push(factAt(clean, start, end, { type: 'state_organ', value: name, unit: '', role }))
  }
  return facts
}
