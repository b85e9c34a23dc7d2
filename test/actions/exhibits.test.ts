import { expect } from 'chai'
import { dropMark } from '../../src/actions/letters/drop-mark.ts'
import { markExhibit } from '../../src/actions/letters/mark-exhibit.ts'
import { markFinding } from '../../src/actions/letters/mark-finding.ts'
import { noteCustody } from '../../src/actions/letters/note-custody.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { custodyOf, exhibitsOf, marksOf } from '../../src/store/exhibits.ts'
import { linkDocument } from '../../src/store/matters.ts'
import { lettersCard } from '../../src/store/views/letters-card.ts'
import { forEachDatabase } from '../support/engines.ts'
import { letterDesk } from '../support/letter-desk.ts'
import { aDelivery, UNLAWFUL_COPY } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('exhibits', () => {
  forEachDatabase((engine) => {
    const desk = letterDesk(engine)
    const { make, aReport, exhibit } = desk

    it('are numbered within their matter and begin with their custody', async () => {
      const [one, other] = [await aReport(), await aReport()]
      await exhibit(one)
      const second = await exhibit(one, { title: '合同' })
      expect(second.number).to.equal(2)
      expect((await exhibit(other)).number).to.equal(1)
      expect((await custodyOf(engine.db, one.id)).map(({ verb, place }) => [verb, place])).to.deep.equal([
        ['added', '档案室'],
        ['added', '档案室'],
      ])
    })

    it('are called after nobody who is sealed away: their list goes to others, and is never changed', async () => {
      const file = await aReport()
      for (const named of [
        { title: '欧阳试言的举报信' },
        { origin: '欧阳女士提供' },
        { title: '13900000002来电录音' },
      ]) {
        const { code, detail } = await problemOf(exhibit(file, named))
        expect([code, JSON.stringify(detail.why)]).to.satisfy(
          ([is, why]: string[]) => is === 'matter.move_input' && why!.includes('举报人') && !why!.includes('欧阳'),
        )
      }
      expect(await exhibitsOf(engine.db, file.id)).to.deep.equal([])
    })

    it('have as many pages as a thing of paper can have', async () => {
      const file = await aReport()
      for (const pages of [0, 1.5, 1e20, Number.NaN])
        expect((await problemOf(exhibit(file, { pages }))).detail).to.include({ field: 'pages' })
      const { id } = await exhibit(file, { pages: null })
      const mark = { kind: 'element', element: 'promise', quote: '返还本金' } as const
      const far = { matterId: file.id, exhibitId: id, page: 1e20, mark }
      expect((await problemOf(markExhibit(desk.parts, desk.cast.alice, far))).detail).to.include({ field: 'page' })
    })

    it('are never changed or taken away', async () => {
      const file = await aReport()
      const { id } = await exhibit(file)
      for (const deed of [
        engine.db('exhibits').where({ id }).update({ title: '别的' }),
        engine.db('custody_events').where({ exhibit_id: id }).delete(),
      ]) {
        const refused = await Promise.resolve(deed).then(
          () => false,
          () => true,
        )
        expect(refused).to.equal(true)
      }
    })

    it('may be words of a paper on file, and only its own words', async () => {
      const file = await aReport()
      const paper = await receiveDocument(desk.parts, aDelivery('存满一年返还本金，另送12%旅居补贴。'))
      await processDocument(desk.parts, paper.documentId)
      const quoting = (quote: string) =>
        exhibit(file, { subject: { sourceKind: 'quote', documentId: paper.documentId, quote } })
      expect((await problemOf(quoting('存满一年返还本金'))).code).to.equal('not_found')
      await engine.db.transaction((trx) =>
        linkDocument(trx, {
          matterId: file.id,
          documentId: paper.documentId,
          at: '2026-05-06T02:00:00.000Z',
          by: 'system',
        }),
      )
      expect((await problemOf(quoting('年化收益20%'))).detail).to.include({ field: 'quote' })
      const quoted = await quoting('存满一年返还本金，')
      expect(Buffer.from(await desk.parts.files.get(quoted.sha256)).toString()).to.equal('存满一年返还本金，')
      const whole = await exhibit(file, { subject: { sourceKind: 'document', documentId: paper.documentId } })
      expect(whole.sha256).to.equal((await engine.db('documents').where({ id: paper.documentId }).first()).sha256)
    })

    it('support moves of their matter', async () => {
      const file = await aReport()
      const { id } = await exhibit(file)
      const checked = { hooks: ['advertising'], fundraising: false, gravity: 'ordinary' }
      const after = await make(desk.cast.alice, file, 'record_check', checked, { evidence: [`exhibit:${id}`] })
      expect(after.matter.facts.checked).to.equal(true)
    })

    it('tell where they are, step by step', async () => {
      const file = await aReport()
      const { id } = await exhibit(file)
      const step = { matterId: file.id, exhibitId: id, note: '' }
      await noteCustody(desk.parts, desk.cast.bob, { ...step, verb: 'lent', place: '法制科' })
      await noteCustody(desk.parts, desk.cast.bob, { ...step, verb: 'returned', place: '档案室' })
      expect((await custodyOf(engine.db, file.id)).map(({ seq, verb }) => [seq, verb])).to.deep.equal([
        [1, 'added'],
        [2, 'lent'],
        [3, 'returned'],
      ])
      const before = noteCustody(desk.parts, desk.cast.bob, {
        ...step,
        verb: 'moved',
        place: '库房',
        at: '2026-01-01T00:00:00.000Z',
      })
      expect((await problemOf(before)).detail).to.include({ field: 'at' })
      const made = noteCustody(desk.parts, desk.cast.bob, { ...step, verb: 'checked', place: '库房' })
      expect((await problemOf(made)).detail).to.include({ field: 'verb' })
    })

    it('are marked, and a mark taken back is gone from letters and stays on record', async () => {
      const file = await aReport()
      const { id } = await exhibit(file)
      const mark = { kind: 'element', element: 'promise', quote: '存满一年返还本金' } as const
      const beyond = markExhibit(desk.parts, desk.cast.alice, { matterId: file.id, exhibitId: id, page: 3, mark })
      expect((await problemOf(beyond)).detail).to.include({ field: 'page' })
      const markId = await markExhibit(desk.parts, desk.cast.alice, { matterId: file.id, exhibitId: id, page: 2, mark })
      expect(await marksOf(engine.db, file.id)).to.have.length(1)
      await dropMark(desk.parts, desk.cast.alice, { matterId: file.id, markId })
      expect(await marksOf(engine.db, file.id)).to.deep.equal([])
      expect(await engine.db('exhibit_marks').where({ id: markId })).to.have.length(1)
    })

    it('are out of reach of strangers, clerks and other matters', async () => {
      const file = await aReport()
      const { id } = await exhibit(file)
      const other = await aReport()
      const step = { exhibitId: id, verb: 'lent', place: '某处', note: '' }
      expect((await problemOf(noteCustody(desk.parts, desk.cast.dave, { ...step, matterId: file.id }))).code).to.equal(
        'not_found',
      )
      expect((await problemOf(noteCustody(desk.parts, desk.cast.henry, { ...step, matterId: file.id }))).code).to.equal(
        'auth.forbidden',
      )
      expect(
        (await problemOf(noteCustody(desk.parts, desk.cast.alice, { ...step, matterId: other.id }))).code,
      ).to.equal('not_found')
    })

    it('numbers exhibits without gaps, whoever adds them at once', async () => {
      const file = await aReport()
      await Promise.all([1, 2, 3, 4].map(() => exhibit(file)))
      expect((await exhibitsOf(engine.db, file.id)).map(({ number }) => number)).to.deep.equal([1, 2, 3, 4])
    })

    it('that a finding makes of a report bear none of its words: the list of exhibits goes out with letters', async () => {
      const file = await aReport()
      const story = '我妈妈七十三岁，在答谢会上交了九万八千元，承诺保本，年化收益12%，随时可退。'
      const told = { kind: 'report' as const, region: '440300', date: '2026-05-01' }
      const { documentId } = await receiveDocument(desk.parts, aDelivery(story, { given: told }))
      await processDocument(desk.parts, documentId)
      const [finding] = await engine.db('findings').where({ document_id: documentId }).whereNot({ quote: '' })
      await engine.db.transaction((trx) =>
        linkDocument(trx, { matterId: file.id, documentId, at: '2026-05-06T02:00:00.000Z', by: 'system' }),
      )
      await markFinding(desk.parts, desk.cast.alice, {
        matterId: file.id,
        findingId: finding.id,
        element: 'promise',
        title: '在案材料',
        origin: '在案材料',
      })
      expect((await exhibitsOf(engine.db, file.id)).map(({ title }) => title)).to.deep.equal(['在案材料'])
    })

    it('are set against an element: the paper becomes an exhibit once, and the words are marked in it', async () => {
      const file = await aReport()
      const { documentId } = await receiveDocument(desk.parts, aDelivery(UNLAWFUL_COPY))
      await processDocument(desk.parts, documentId)
      const finding = await engine
        .db('findings')
        .where({ document_id: documentId, category: 'illegal_fundraising' })
        .whereNot({ quote: '' })
        .first()
      const order = {
        matterId: file.id,
        findingId: finding.id,
        element: 'promise' as const,
        title: '在案材料',
        origin: '在案材料',
      }
      expect((await problemOf(markFinding(desk.parts, desk.cast.alice, order))).code).to.equal('not_found')
      await engine.db.transaction((trx) =>
        linkDocument(trx, { matterId: file.id, documentId, at: '2026-05-06T02:00:00.000Z', by: 'system' }),
      )
      const before = (await lettersCard(engine.db, desk.cast.alice, file))!.findings
      expect(before.map(({ id }) => id)).to.include(finding.id)
      await markFinding(desk.parts, desk.cast.alice, order)
      await markFinding(desk.parts, desk.cast.alice, { ...order, element: 'public' })
      expect(await exhibitsOf(engine.db, file.id)).to.have.length(1)
      const marks = await marksOf(engine.db, file.id)
      expect(marks.map(({ mark }) => mark)).to.deep.equal([
        { kind: 'element', element: 'promise', quote: finding.quote },
        { kind: 'element', element: 'public', quote: finding.quote },
      ])
      expect((await lettersCard(engine.db, desk.cast.alice, file))!.findings.map(({ quote }) => quote)).not.to.include(
        finding.quote,
      )
    })
  })
})
