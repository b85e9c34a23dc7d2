import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { FACT_TYPES } from '../../src/core/extract/fact.ts'
import { rootPath } from '../../src/root.ts'
import { workingIn } from '../../src/web/documents/working.ts'
import { factsOf } from '../core/extract/support.ts'

/** What is written, the fact worked out from it, and how the page says it. */
const SAID: [string, string][] = [
  ['投10万月返2000', '2000 × 每年 12 次 ÷ 100000 = 年化 24%'],
  ['投资10万元，每月返5000元，共24个月', '(5000 × 24 − 100000) ÷ 100000 ÷ 2 年 = 年化 10%'],
  ['投20万，三年后返26万', '60000 ÷ 200000 × 12 ÷ 36 个月 = 年化 10%'],
  ['三年翻一番，让您的本金稳稳增值', '+100% × 12 ÷ 36 个月 = 年化 33.3333%'],
  ['投资1万元，每月返500元，共24个月', '按 24 笔收付的现金流计算，每年 12 笔'],
  ['投20万，三年后返26万', '(1 + 收益率) ^ 0.3333 − 1'],
  ['会员费10万元，月息2%', '每月 2% × 12 = 年化 24%'],
]

describe('how a fact was worked out', () => {
  for (const [text, zh] of SAID) {
    it(`is said in Chinese of ${text}: ${zh}`, () => {
      expect(workingsOf(text).map((working) => workingIn('zh', working))).to.include(zh)
    })
  }

  it('is told in English as the reading kept it', () => {
    const [working] = workingsOf('投10万月返2000')
    expect(workingIn('en', working!)).to.equal(working)
  })

  it('holds no English word on a Chinese page, whatever shape it has', () => {
    const texts = [...SAMPLES, ...SAID.map(([text]) => text), ...SHAPES]
    const workings = new Set(texts.flatMap(workingsOf))
    expect(workings.size).to.be.greaterThan(20)
    for (const working of workings) {
      const said = workingIn('zh', working)
      expect(said, working).not.to.match(/[A-Za-z]/)
      expect(numbersIn(said), working).to.deep.equal(numbersIn(working))
    }
  })

  it('is left as it stands where its shape is unknown, rather than half in each language', () => {
    expect(workingIn('zh', '5 per fortnight × 26 = 130% per year')).to.equal('5 per fortnight × 26 = 130% per year')
  })
})

function workingsOf(text: string): string[] {
  return FACT_TYPES.flatMap((type) => factsOf(text, type)).flatMap(({ working }) => working ?? [])
}

function numbersIn(text: string): string[] {
  return (text.match(/\d+(?:\.\d+)?/g) ?? []).toSorted()
}

const SHAPES = [
  '日息1‰，随存随取', // a rate by the day
  '每周返利2%，投资自愿',
  '每季度收益2.5%，稳健理财',
  '每半年分红6%，投资回报有保证',
  '年化收益8%-12%，名额有限',
  '投资收益高达15%，欢迎加盟',
  '三年收益36%，到期兑付',
  '存10万，100天后返11万',
  '投资10万，三年返还2倍',
  '床位费每月2000元，押金6000元',
  '床位费每月2000元，一次预付养老服务费24000元',
  '床位费每天60元，护理费每季度3000元',
  '会费分3期，每期2万元',
  '会员费8-10万元',
]

const folder = rootPath('db/seeds/inbox')
const SAMPLES = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
