import { expect } from 'chai'
import { actOnMatter, actorOf } from '../../src/actions/matters/act-on-matter.ts'
import { lendApproval } from '../../src/actions/matters/lend-approval.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { disableOfficer, makePrincipal } from '../../src/actions/officers/change-officer.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import type { Act } from '../../src/core/procedure/matter.ts'
import type { MatterFile } from '../../src/store/matters.ts'
import { mattersWaiting } from '../../src/store/views/approvals.ts'
import { anOfficer, type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('a power of approval that was lent', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    let deputy: Viewer
    let countyHead: Viewer

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      deputy = await anOfficer(engine.db, 'deputy', 'reviewer', '440000')
      countyHead = await anOfficer(engine.db, 'county', 'head', '440305')
    })
    afterEach(() => parts.dispose())

    const waitingIn = async (region: string): Promise<MatterFile> => {
      const file = await openMatter(parts, cast.alice, {
        opening: 'complaint',
        region,
        title: '旅居床位退费',
        source: 'desk',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '来电',
      })
      const recusal = { op: 'propose', move: 'recuse', input: { officer: cast.bob.officerId } }
      return act(cast.alice, file, recusal)
    }
    const act = async (viewer: Viewer, file: MatterFile, asked: Record<string, unknown>) => {
      const whole = { version: file.version, reason: '依法办理', evidence: [], ...asked } as unknown as Act
      return (await actOnMatter(parts, viewer, { matterId: file.id, act: whole })).file
    }
    const approve = (viewer: Viewer, file: MatterFile) =>
      act(viewer, file, { op: 'approve', proposal: file.matter.pending[0]!.id })
    const lend = (by: Viewer, inCharge = false) =>
      lendApproval(parts, by, {
        to: deputy.officerId,
        from: '2026-05-01',
        until: '2026-05-31',
        inCharge,
        reason: '出差',
      })

    it('is named where it is used: who lent it, who proposed, and whom the proposal is about', async () => {
      await lend(countyHead)
      await waitingIn('440305')
      const [waiting] = await mattersWaiting(engine.db, deputy, 10)
      const shown = [countyHead, cast.alice, cast.bob].map(({ officerId }) => waiting!.names.get(officerId))
      expect(shown).to.not.include(undefined)
    })

    it('reaches as far as whoever lent it, however far the deputy sees', async () => {
      await lend(countyHead)
      const [elsewhere, hers] = [await waitingIn('440300'), await waitingIn('440305')]
      const refused = await problemOf(approve(deputy, elsewhere))
      expect([refused.code, JSON.stringify(refused.detail.why)]).to.satisfy(
        ([code, why]: string[]) => code === 'matter.move_closed' && why!.includes('须由负责人批准'),
      )
      expect((await approve(deputy, hers)).matter.recused).to.deep.equal([cast.bob.officerId])
    })

    it('is lent for 92 days from today at most, in one term or laid end to end', async () => {
      parts.setNow('2026-05-06T01:00:00.000Z')
      const until = (day: string, from = '2026-05-06') =>
        lendApproval(parts, countyHead, {
          to: deputy.officerId,
          from,
          until: day,
          inCharge: false,
          reason: '学习',
        })
      const refused = await problemOf(until('2026-08-06'))
      expect([refused.code, refused.detail.field]).to.deep.equal(['form.invalid', 'to_day'])
      expect(JSON.stringify(refused.detail.why)).to.include('今日起第92日')
      expect((await until('2026-08-05')).to).to.equal('2026-08-05')
      expect((await problemOf(until('2026-11-05', '2026-08-06'))).code).to.equal('form.invalid')
    })

    it('ends with its last day, and with the account of whoever lent it', async () => {
      await lend(countyHead)
      const file = await waitingIn('440305')
      parts.setNow('2026-06-01T01:00:00.000Z')
      expect((await problemOf(approve(deputy, file))).code).to.equal('matter.move_closed')
      parts.setNow('2026-05-08T01:00:00.000Z')
      const { login } = await engine.db('officers').where({ id: countyHead.officerId }).first()
      await disableOfficer(parts, 'system', login)
      expect((await problemOf(approve(deputy, file))).code).to.equal('matter.move_closed')
    })

    it('holds no charge of the bureau any more once the principal head is another', async () => {
      const other = await anOfficer(engine.db, 'other', 'head', '440305')
      const loginOf = async ({ officerId }: Viewer) =>
        (await engine.db('officers').where({ id: officerId }).first()).login
      await makePrincipal(parts, 'system', await loginOf(countyHead))
      await lend(countyHead, true)
      const lent = async () => (await actorOf(engine.db, deputy, parts.now().toISOString()))('440305').delegations
      expect((await lent()).map(({ inCharge }) => inCharge)).to.deep.equal([true])
      await makePrincipal(parts, 'system', await loginOf(other))
      expect((await lent()).map(({ inCharge }) => inCharge)).to.deep.equal([false])
    })
  })
})
