import { expect } from 'chai'
import { addOfficer } from '../../src/actions/add-officer.ts'
import { disableOfficer, enableOfficer } from '../../src/actions/change-officer.ts'
import { signIn } from '../../src/actions/sign-in.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('switching an account off', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    before(async () => {
      parts = await partsOver(engine.db)
    })
    after(() => parts.dispose())

    it('is refused for the last head, and can be undone', async () => {
      const password = 'a long enough one'
      const head = { name: '某', role: 'head', region: '000000', password } as const
      await addOfficer(parts, 'system', { ...head, login: 'first' })
      expect((await problemOf(disableOfficer(parts, 'system', 'First'))).code).to.equal('officer.last_head')
      await addOfficer(parts, 'system', { ...head, login: 'second' })
      await disableOfficer(parts, 'system', 'first')
      expect((await problemOf(signIn(parts, { login: 'first', password }))).code).to.equal('auth.wrong_credentials')
      await enableOfficer(parts, 'system', 'first')
      expect((await signIn(parts, { login: 'first', password })).viewer.role).to.equal('head')
    })
  })
})

describe('the brake on guessing', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    before(async () => {
      parts = await partsOver(engine.db)
    })
    after(() => parts.dispose())

    it('lets no more than ten tries through, however many come at once', async () => {
      const tries = await Promise.all(
        Array.from({ length: 25 }, () => problemOf(signIn(parts, { login: 'nobody', password: 'guess' }))),
      )
      const looked = tries.filter(({ code }) => code === 'auth.wrong_credentials')
      expect(looked.length).to.be.at.most(10)
      expect(tries.every(({ code }) => /^auth\.(wrong_credentials|too_many_attempts)$/.test(code))).to.equal(true)
    })
  })
})
