import { expect } from 'chai'
import { answerSample } from '../../src/actions/models/answer-sample.ts'
import { drawSamples } from '../../src/actions/models/draw-samples.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { draw } from '../../src/core/learn/draw.ts'
import { wilson } from '../../src/core/learn/wilson.ts'
import { leadOfDocument } from '../../src/store/leads.ts'
import { missedEstimate, samplePage } from '../../src/store/views/sample-page.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, LAWFUL_COPY, partsOver, type TestParts, UNLAWFUL_COPY } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('the sample of papers nobody flagged', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    let flagged: string
    const unflagged: string[] = []

    before(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      flagged = await take(UNLAWFUL_COPY)
      for (let i = 0; i < 25; i++) unflagged.push(await take(`${LAWFUL_COPY}第${i + 1}间。`))
    })
    after(() => parts.dispose())

    it('waits for the week to be over', async () => {
      expect(await drawSamples(parts, 'seed')).to.equal(0)
    })

    it('is twenty of the week and region, drawn by the seed, none under a lead, and not drawn again', async () => {
      parts.setNow('2026-05-11T02:00:00.000Z')
      expect(await leadOfDocument(engine.db, flagged)).not.to.equal(undefined)
      expect(await drawSamples(parts, 'seed')).to.equal(20)
      const { open, openCount } = await samplePage(engine.db, cast.alice)
      expect(openCount).to.equal(20)
      const expected = draw(unflagged, 'seed 2026-W19 440300')
      expect(open.map(({ documentId }) => documentId)).to.deep.equal(expected)
      expect(await drawSamples(parts, 'another')).to.equal(0)
    })

    it('is shown to officers of the region, and answered by them alone', async () => {
      const { open } = await samplePage(engine.db, cast.alice)
      const documentId = open[0]!.documentId
      expect(open[0]!.excerpt).to.include('听潮小筑')
      expect((await samplePage(engine.db, cast.dave)).openCount).to.equal(0)
      expect((await problemOf(answerSample(parts, cast.dave, { documentId, answer: 'yes' }))).code).to.equal(
        'not_found',
      )
      const hotline = answerSample(parts, cast.henry, { documentId, answer: 'yes' })
      expect((await problemOf(hotline)).code).to.equal('auth.forbidden')
      const undrawn = answerSample(parts, cast.alice, { documentId: flagged, answer: 'no' })
      expect((await problemOf(undrawn)).code).to.equal('not_found')
    })

    it('gives the share that is missed with its interval from the answers that stand', async () => {
      const { open } = await samplePage(engine.db, cast.alice)
      const ids = open.map(({ documentId }) => documentId)
      const answer = (at: number, said: 'yes' | 'no' | 'cannot_tell') =>
        answerSample(parts, cast.alice, { documentId: ids[at]!, answer: said })
      expect(await missedEstimate(engine.db, cast.alice)).to.include({ answered: 0, low: 0, high: 1 })
      await answer(0, 'no')
      await answer(0, 'yes')
      for (let at = 1; at < 17; at++) await answer(at, 'no')
      await answer(17, 'cannot_tell')
      const estimate = await missedEstimate(engine.db, cast.alice)
      expect(estimate).to.include({ answered: 17, yes: 1, cannotTell: 1, drawn: 20, population: 25 })
      const { share, low, high } = wilson(1, 17)
      expect(estimate.share).to.be.closeTo(share, 1e-9)
      expect(estimate.low).to.be.closeTo(low, 1e-9)
      expect(estimate.high).to.be.closeTo(high, 1e-9)
      const { openCount, answered } = await samplePage(engine.db, cast.alice)
      expect([openCount, answered.length]).to.deep.equal([2, 18])
    })

    async function take(text: string): Promise<string> {
      const { documentId } = await receiveDocument(parts, aDelivery(text))
      expect(await processDocument(parts, documentId)).to.equal('processed')
      return documentId
    }
  })
})
