import { expect } from 'chai'
import { openLog } from '../../src/log.ts'
import { newId } from '../../src/store/id.ts'
import { insertIdentity } from '../../src/store/identities.ts'
import { forEachDatabase } from '../support/engines.ts'

describe('the log', () => {
  forEachDatabase((engine) => {
    it('tells of a broken constraint, and nothing of the row that broke it', async () => {
      const lines: string[] = []
      const log = openLog('info', { write: (line: string) => lines.push(line) })
      const person = { role: 'caller', name: '林小雨', phone: '13900000001' } as const
      const told = engine.db.transaction((trx) => insertIdentity(trx, person, null as unknown as string))
      const failed = await told.then(
        () => undefined,
        (error: unknown) => error,
      )
      log.error({ bugId: newId(), err: failed }, 'a page failed')
      log.error(new Error('outer', { cause: failed }))
      expect(lines.join())
        .to.match(/null|NOT NULL/i)
        .and.include('identities')
      expect(lines.join()).not.to.include('林小雨').and.not.include('13900000001')
    })
  })
})
