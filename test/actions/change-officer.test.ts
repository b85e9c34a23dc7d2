import { expect } from 'chai'
import { addOfficer } from '../../src/actions/officers/add-officer.ts'
import { disableOfficer, enableOfficer, makePrincipal } from '../../src/actions/officers/change-officer.ts'
import { signIn } from '../../src/actions/officers/sign-in.ts'
import { isPrincipal, officerById } from '../../src/store/officers.ts'
import { anOfficer } from '../support/cast.ts'
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

describe('the principal head', () => {
  forEachDatabase((engine) => {
    it('is one head of each region, and nobody else', async () => {
      const parts = await partsOver(engine.db)
      const [one, two, other] = [
        await anOfficer(engine.db, 'one', 'head', '440300'),
        await anOfficer(engine.db, 'two', 'head', '440300'),
        await anOfficer(engine.db, 'other', 'head', '210100'),
      ]
      const rita = await anOfficer(engine.db, 'rita', 'reviewer', '440300')
      const login = async ({ officerId }: { officerId: string }) => (await officerById(engine.db, officerId))!.login
      for (const head of [one, other, two]) await makePrincipal(parts, 'system', await login(head))
      const principals = await Promise.all([one, two, other].map(({ officerId }) => isPrincipal(engine.db, officerId)))
      expect(principals).to.deep.equal([false, true, true])
      expect((await problemOf(makePrincipal(parts, 'system', await login(rita)))).code).to.equal('form.invalid')
      await parts.dispose()
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
