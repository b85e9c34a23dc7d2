import { expect } from 'chai'
import { dueOf } from '../../src/core/clock/due.ts'
import { articleOf } from '../../src/core/intake/intake-law.ts'
import { articleOn } from '../../src/core/procedure/moves-open.ts'
import { loadIntake } from '../../src/rulebook/load-intake.ts'
import { loadMoves } from '../../src/rulebook/load-moves.ts'

const intake = loadIntake()
const procedure = loadMoves()
const TODAY = '2026-11-22'

describe('the articles of procedure, as read', () => {
  it('asks for the power of attorney by article 11 of Order 121, and by article 10 of Order 20 before it', () => {
    const { articles } = intake.elements.complaint.find(({ id }) => id === 'authority')!
    expect(articleOf(articles, TODAY)!.zh).to.equal('《市场监督管理投诉举报处理办法》（总局令第121号）第十一条')
    expect(articleOf(articles, '2026-04-14')!.zh).to.include('第十条')
  })

  it('asks a reporter for a definite clue by article 28 of Order 121', () => {
    for (const { id, articles } of intake.elements.report.filter(({ id }) => id !== 'where'))
      expect(articleOf(articles, TODAY)!.zh, id).to.include('第二十八条')
  })

  it('keeps the time of appraisal out of mediation by article 22, mediates with both parties’ consent by 18, and settles by 24', () => {
    const cited = (move: string) => articleOn(procedure.moves[move]!, TODAY)!.zh
    expect(cited('send_to_appraisal')).to.include('第二十二条')
    expect(cited('appraisal_back')).to.include('第二十二条')
    expect(cited('begin_mediation')).to.include('第十八条')
    expect(cited('settle')).to.include('第二十四条')
  })

  it('names every ground of article 16 for refusing a complaint, each with all its law says', () => {
    const said = Object.values(procedure.choices.refusal_ground!).map(({ zh }) => zh)
    expect(said).to.have.length(7)
    expect(said.join('；')).to.match(
      /职责.*处理权限.*受理.*处理.*生活消费需要.*不能证明.*消费者权益争议.*三年.*未提供.*虚假材料.*冒用.*拒不配合核验.*其他情形/,
    )
  })

  it('names every ground of article 23 for ending mediation', () => {
    const said = Object.values(procedure.choices.termination_ground!).map(({ zh }) => zh)
    // Its sixth item points to article 16 and to article 42: two grounds, for a notice that must accuse nobody by the way.
    expect(said).to.have.length(9)
    const all = said.join('；')
    for (const words of [
      '撤回',
      '费用承担',
      '不参加调解',
      '无法达成',
      '期满',
      '骗取赔偿',
      '死亡或者主体资格灭失',
      '其他情形',
    ])
      expect(all).to.include(words)
  })

  it('says of the network logs that the day of the amendment is still to be confirmed', () => {
    const { warnings } = dueOf(procedure.clocks.T48!, '2026-03-02', [], procedure.calendar)
    expect(warnings.map(({ zh }) => zh).join()).to.include('施行日期待核')
    expect(
      dueOf(procedure.clocks.T48!, '2025-03-03', [], procedure.calendar)
        .warnings.map(({ zh }) => zh)
        .join(),
    ).to.not.include('待核')
  })

  it('lets a case be filed on whatever law the market regulator itself carries out, and never on fundraising', () => {
    const hooks = Object.values(procedure.choices.hook!).map(({ zh }) => zh)
    for (const law of [
      '广告法',
      '反不正当竞争法',
      '消费者权益保护法',
      '登记',
      '价格法',
      '禁止传销条例',
      '食品安全法',
      '无证无照',
    ])
      expect(hooks.join('；')).to.include(law)
    expect(hooks.join('；')).to.not.match(/非法集资|刑法/)
  })

  it('knows the party without fault among those who need not be filed against (程序规定 art. 20)', () => {
    expect(procedure.choices.non_filing_ground!.no_fault!.zh).to.equal('有证据足以证明没有主观过错')
  })
})
