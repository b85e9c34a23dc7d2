import { expect } from 'chai'
import { confirmArticle } from '../../src/actions/rulebook/confirm-article.ts'
import { recordArticle } from '../../src/actions/rulebook/record-article.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { mayPrint } from '../../src/core/case/may-print.ts'
import { confirmations } from '../../src/store/article-records.ts'
import { eventsOf } from '../../src/store/events.ts'
import { articlePage, articlesList } from '../../src/store/views/articles.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

const ARTICLE = 'prepaid-care-guidance/no-return'

describe('confirming the official text of an article', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    let rita: Viewer
    before(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      rita = { ...cast.bob, role: 'reviewer' }
    })
    after(() => parts.dispose())

    const page = () => articlePage(engine.db, cast.alice, parts.compiled.rulebook, ARTICLE)
    const printable = async () => mayPrint(parts.compiled.rulebook.basis[ARTICLE]!, await confirmations(engine.db))
    const record = (viewer: Viewer, seen: number, more = {}) =>
      recordArticle(parts, viewer, {
        articleId: ARTICLE,
        seen,
        text: '（逐字录入的条文）',
        source: '公报2024年第20期',
        readOn: '2026-05-06',
        ...more,
      })
    const decide = async (viewer: Viewer, verdict: 'approved' | 'refused', note = '') =>
      confirmArticle(parts, viewer, { recordId: (await page()).records[0]!.id, verdict, note })
    const codeOf = async (promise: Promise<unknown>) => (await problemOf(promise)).code

    it('is needed for an article read at second hand, and the list says so', async () => {
      const { state, isPrintable, article } = await page()
      expect({ state, isPrintable, confidence: article.confidence }).to.deep.equal({
        state: 'unconfirmed',
        isPrintable: false,
        confidence: 'V*',
      })
      const rows = await articlesList(engine.db, cast.alice, parts.compiled.rulebook)
      expect(rows).to.have.length(Object.keys(parts.compiled.rulebook.basis).length)
      expect(rows.find(({ article: { id } }) => id === ARTICLE)!.codes).to.include('PF-05')
    })

    it('is for reviewers and heads, of an article that is cited, read by now, with text and source', async () => {
      expect(await codeOf(record(cast.alice, 0))).to.equal('auth.forbidden')
      expect(await codeOf(record(cast.carol, 0, { articleId: 'constructor' }))).to.equal('not_found')
      for (const [field, value] of [
        ['text', ' '],
        ['source', ''],
        ['readOn', '2026-05-07'],
      ] as const) {
        expect((await problemOf(record(cast.carol, 0, { [field]: value }))).detail.field).to.equal(field)
      }
      expect((await page()).records).to.deep.equal([])
    })

    it('takes two people: nobody approves what they recorded, and until then no letter prints it', async () => {
      await record(cast.carol, 0)
      expect((await page()).state).to.equal('recorded')
      expect(await printable()).to.equal(false)
      expect(await codeOf(decide(cast.carol, 'approved'))).to.equal('article.same_officer')
      expect(await codeOf(decide(cast.alice, 'approved'))).to.equal('auth.forbidden')
      expect(await codeOf(decide(rita, 'refused'))).to.equal('form.invalid')
      await decide(rita, 'approved', '与公报一致')
      expect(await page()).to.include({ state: 'confirmed', isPrintable: true })
      expect(await printable()).to.equal(true)
      expect((await confirmations(engine.db)).get(ARTICLE)).to.deep.equal({
        articleId: ARTICLE,
        text: '（逐字录入的条文）',
        source: '公报2024年第20期',
        readOn: '2026-05-06',
      })
      expect(await codeOf(decide(rita, 'refused', '改主意'))).to.equal('form.stale')
      const events = await eventsOf(engine.db, 'article', ARTICLE)
      expect(events.map(({ verb, actor }) => [verb, actor])).to.deep.equal([
        ['article.recorded', cast.carol.officerId],
        ['article.confirmed', rita.officerId],
      ])
    })

    it('lets the confirmed text stand until a better one is approved, and a refused one changes nothing', async () => {
      await record(rita, 1, { text: '（更正一字）' })
      expect(await page()).to.include({ state: 'recorded', isPrintable: true })
      expect((await confirmations(engine.db)).get(ARTICLE)!.text).to.equal('（逐字录入的条文）')
      await decide(cast.carol, 'refused', '与原文不符')
      expect(await page()).to.include({ state: 'confirmed', isPrintable: true })
      expect((await page()).records.map(({ stands }) => stands)).to.deep.equal([false, true])
    })

    it('tells the slower of two who record that a colleague was faster', async () => {
      const race = await Promise.allSettled([record(cast.carol, 2), record(rita, 2)])
      expect(race.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
      expect((await page()).records).to.have.length(3)
    })

    it('cannot be rewritten in the database', async () => {
      for (const table of ['article_records', 'article_approvals']) {
        for (const change of [() => engine.db(table).delete(), () => engine.db(table).update({ officer_id: 'x' })]) {
          const refused = await change().then(
            () => false,
            () => true,
          )
          expect(refused, table).to.equal(true)
        }
      }
    })
  })
})
