import { expect } from 'chai'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { describeMatter } from '../../src/actions/matters/describe-matter.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { clockBoard, clockHandlers } from '../../src/store/views/clock-board.ts'
import { knownSellers } from '../../src/store/views/known-sellers.ts'
import { mattersList } from '../../src/store/views/matters-list.ts'
import { theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver } from '../support/parts.ts'

const SELLER = '听潮旅居服务有限公司'

describe('a complaint that nobody was assigned', () => {
  forEachDatabase((engine) => {
    it('stands under whoever took its last step: on the board, in the list, beside its seller', async () => {
      const parts = await partsOver(engine.db)
      const { alice, bob } = await theCast(engine.db)
      const { id: matterId } = await openMatter(parts, alice, {
        opening: 'complaint',
        region: '440300',
        title: '退费',
        source: 'desk',
        receivedAt: parts.now().toISOString(),
        reason: '来信',
      })
      await describeMatter(parts, alice, { matterId, version: 1, title: '', seller: SELLER, creditCode: '', phone: '' })
      const whoHasIt = async () => ({
        tabs: (await clockHandlers(engine.db, alice)).map(({ name }) => name),
        onBoard: (await clockBoard(engine.db, alice, { limit: 9 })).flatMap(({ handlers }) => handlers),
        underBob: (await clockBoard(engine.db, alice, { officerId: bob.officerId, limit: 9 })).length > 0,
        listed: (await mattersList(engine.db, alice, { desk: 'open', limit: 9 })).rows[0]!.handlerNames,
        besideSeller: (await knownSellers(engine.db, alice, SELLER, 9))[0]!.handledBy,
      })
      expect(await whoHasIt()).to.deep.equal({ tabs: [], onBoard: [], underBob: false, listed: [], besideSeller: [] })
      const act = { op: 'make', move: 'accept', version: 1, input: {}, reason: '受理', evidence: [] } as const
      await actOnMatter(parts, bob, { matterId, act })
      const clocks = (await clockBoard(engine.db, alice, { limit: 9 })).length
      expect(await whoHasIt()).to.deep.equal({
        tabs: ['bob'],
        onBoard: Array(clocks).fill({ id: bob.officerId, name: 'bob' }),
        underBob: true,
        listed: ['bob'],
        besideSeller: ['bob'],
      })
      expect(await clockHandlers(engine.db, alice)).to.deep.equal([{ id: bob.officerId, name: 'bob', clocks }])
      await parts.dispose()
    })
  })
})
