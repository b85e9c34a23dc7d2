import { expect } from 'chai'
import { noteParticulars } from '../../src/actions/letters/note-particulars.ts'
import { describeMatter } from '../../src/actions/matters/describe-matter.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { particularsOf } from '../../src/store/letterheads.ts'
import { matterById } from '../../src/store/matters.ts'
import { theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('what the register says of a seller', () => {
  forEachDatabase((engine) => {
    it('takes no credit code that breaks its check digit, for it would go out in a letter', async () => {
      const parts = await partsOver(engine.db)
      const { alice } = await theCast(engine.db)
      const { id } = await openMatter(parts, alice, {
        opening: 'complaint',
        region: '440300',
        title: '退费',
        source: 'desk',
        receivedAt: parts.now().toISOString(),
        reason: '来信',
      })
      const seller = { title: '', seller: '听潮旅居服务有限公司', creditCode: '', phone: '' }
      await describeMatter(parts, alice, { matterId: id, version: 1, ...seller })
      const note = (code: string) => noteParticulars(parts, alice, { matterId: id, version: 0, fields: { code } })
      const refused = await problemOf(note('91440300MA5EX0001X'))
      expect([refused.code, refused.detail.field]).to.deep.equal(['form.invalid', 'credit_code'])
      await note(' 91440300ma5ex 00018')
      const { operatorId } = (await matterById(engine.db, id))!
      expect((await particularsOf(engine.db, operatorId!)).fields.code).to.equal('91440300MA5EX00018')
      await parts.dispose()
    })
  })
})
