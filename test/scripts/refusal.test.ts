import { expect } from 'chai'
import { refusal, refusalOnOneLine } from '../../scripts/refusal.ts'
import { PROBLEMS, type ProblemCode, problem } from '../../src/core/problem.ts'

describe('a refusal at the terminal', () => {
  it('is told in both languages with its code in brackets, whatever it is', () => {
    for (const code of Object.keys(PROBLEMS) as ProblemCode[]) {
      const [head] = refusal(problem(code)).split('\n')
      expect(head, code).to.match(/[A-Za-z].* \/ .*\p{Script=Han}/u)
      expect(head, code).to.match(new RegExp(` \\[${code.replaceAll('.', '\\.')}\\]$`))
    }
  })

  it('says what to do next, and which values it is about', () => {
    const said = refusal(problem('rulebook.own_proposal', { hash: '3f2a' }))
    expect(said.split('\n')).to.deep.equal([
      'Nobody approves their own version / 不能批准自己提交的版本 [rulebook.own_proposal]',
      '  Ask another reviewer or head to approve it. / 请由另一位审核人或负责人批准。',
      '  hash: 3f2a',
    ])
  })

  it('names the option that cannot be used, and what is allowed', () => {
    const said = refusal(problem('form.invalid', { field: 'kind', allowed: ['marketing', 'contract'] }))
    expect(said).to.equal('--kind cannot be used / 参数有误 [form.invalid]\n  allowed / 允许: marketing, contract')
  })

  it('names what is not there by what it was looked for with', () => {
    expect(refusal(problem('not_found', { login: 'wang' }))).to.equal('no such officer / 没有此用户: wang [not_found]')
  })

  it('sends nobody at a terminal to a page', () => {
    const codes = ['form.stale', 'rulebook.already_active', 'model.already_champion', 'model.too_few_judged'] as const
    for (const code of codes) expect(refusal(problem(code, { hash: '3f2a' })), code).to.not.match(/page|页|返回/)
  })

  it('stands on one line beside the number of a line', () => {
    expect(refusalOnOneLine(problem('request.malformed', { says: 'id is missing' }))).to.equal('id is missing')
    expect(refusalOnOneLine(problem('intake.empty')))
      .to.match(/^Nothing came \/ .*\[intake\.empty\]; /)
      .and.not.include('\n')
  })
})
