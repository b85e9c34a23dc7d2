import { expect } from 'chai'
import { attachToCall } from '../../src/actions/calls/attach-to-call.ts'
import { draftFields, dropCallDraft, saveCallDraft } from '../../src/actions/calls/save-call-draft.ts'
import { submitCall } from '../../src/actions/calls/submit-call.ts'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { draftOf, draftsOf } from '../../src/store/call-drafts.ts'
import { callById } from '../../src/store/calls.ts'
import { identitiesOfMatter } from '../../src/store/matter-people.ts'
import { documentsOfMatter, mattersOfBundle } from '../../src/store/matters.ts'
import { aCallForm, aCallId } from '../support/a-call-form.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver, type TestParts, UNLAWFUL_COPY } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('a call', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    before(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
    })
    after(() => parts.dispose())

    const submit = (callId: string, version: number, fields = aCallForm(), viewer = cast.henry) =>
      submitCall(parts, viewer, { callId, version, fields, attachments: [] })

    describe('while it is typed', () => {
      it('is kept by version, and read back by nobody but who types it', async () => {
        const callId = aCallId()
        const first = await saveCallDraft(parts, cast.henry, { callId, version: 0, fields: aCallForm() })
        const second = await saveCallDraft(parts, cast.henry, {
          callId,
          version: first.version,
          fields: aCallForm({ story: '改过了' }),
        })
        expect(second.version).to.equal(2)
        const draft = (await draftOf(engine.db, cast.henry.officerId, callId))!
        expect(draft.fields.story).to.equal('改过了')
        expect(draft.people.caller).to.deep.equal({ name: '林小雨', phone: '13900000001' })
        expect(await draftOf(engine.db, cast.alice.officerId, callId)).to.equal(undefined)
        const stolen = saveCallDraft(parts, cast.alice, { callId, version: 2, fields: aCallForm() })
        expect((await problemOf(stolen)).code).to.equal('form.stale')
      })

      it('tells the second of two windows', async () => {
        const callId = aCallId()
        await saveCallDraft(parts, cast.henry, { callId, version: 0, fields: aCallForm() })
        const late = saveCallDraft(parts, cast.henry, { callId, version: 0, fields: aCallForm() })
        expect((await problemOf(late)).code).to.equal('form.stale')
        expect((await problemOf(submit(callId, 0))).code).to.equal('form.stale')
      })

      it('keeps names among the identities alone, and forgets those who are taken out', async () => {
        const callId = aCallId()
        const { version } = await saveCallDraft(parts, cast.henry, { callId, version: 0, fields: aCallForm() })
        const row = await engine.db('call_drafts').where({ id: callId }).first()
        expect(row.fields).to.not.match(/林小雨|林桂香|13900000001|139 0000|沙洲路/)
        expect((await draftFields(parts, cast.henry, callId))!.fields).to.deep.equal({
          ...aCallForm(),
          caller_phone: '13900000001',
        })
        const { complainant_name: _, complainant_address: __, ...rest } = aCallForm()
        await saveCallDraft(parts, cast.henry, { callId, version, fields: { ...rest, relation: 'self', story: '我' } })
        expect(await engine.db('identities').where({ id: row.complainant_id })).to.deep.equal([])
      })

      it('leaves nobody behind when it is given up', async () => {
        const before = await engine.db('identities').count({ n: '*' })
        const callId = aCallId()
        const { version } = await saveCallDraft(parts, cast.henry, { callId, version: 0, fields: aCallForm() })
        await dropCallDraft(parts, cast.henry, { callId, version })
        expect(await engine.db('identities').count({ n: '*' })).to.deep.equal(before)
      })

      it('is for those who take calls', async () => {
        const analyst = { ...cast.alice, role: 'analyst' as const }
        const refused = saveCallDraft(parts, analyst, { callId: aCallId(), version: 0, fields: {} })
        expect((await problemOf(refused)).code).to.equal('auth.forbidden')
        const nonsense = saveCallDraft(parts, cast.henry, { callId: 'x', version: 0, fields: {} })
        expect((await problemOf(nonsense)).code).to.equal('form.invalid')
      })
    })

    describe('once it is taken', () => {
      it('makes complaint and report two matters of one bundle, each with its own clock', async () => {
        const callId = aCallId()
        await submit(callId, 0)
        const call = (await callById(engine.db, callId))!
        const matters = await mattersOfBundle(engine.db, call.bundleId)
        expect(matters.map(({ kind, number }) => [kind, number.slice(0, 3)])).to.deep.equal([
          ['complaint', 'TS-'],
          ['report', 'JB-'],
        ])
        expect(matters.map(({ matter }) => matter.clocks.map(({ key }) => key))).to.deep.equal([['T01'], ['T06']])
        expect(matters[0]!.matter.facts).to.deep.include({ known_on: '2026-04-20', missing: [], advertising: false })
        expect(matters[1]!.matter.facts).to.deep.include({ named: true })
        expect(matters[0]!.operatorId).to.be.a('string').and.equal(matters[1]!.operatorId)
        expect(call.card!.receipts.map(({ number }) => number)).to.deep.equal(matters.map(({ number }) => number))
        expect(call.card!.steps[0]!.due).to.equal('2026-05-14')
      })

      it('keeps the time of the call beside the receipt from which the clocks count', async () => {
        const callId = aCallId()
        await submit(
          callId,
          0,
          aCallForm({ called_at: '2026-04-29T17:50', received_at: '2026-04-30T09:00', wants: 'complaint' }),
        )
        const [matter] = await mattersOfBundle(engine.db, (await callById(engine.db, callId))!.bundleId)
        expect(matter!.calledAt).to.equal('2026-04-29T09:50:00.000Z')
        expect(matter!.receivedAt).to.equal('2026-04-30T01:00:00.000Z')
        expect(matter!.matter.clocks[0]!.eventAt).to.equal('2026-04-30T01:00:00.000Z')
        for (const wrong of [
          { called_at: '2026-05-01T09:00', received_at: '2026-04-30T09:00' },
          { received_at: '2027-01-01T09:00' },
        ])
          expect((await problemOf(submit(aCallId(), 0, aCallForm(wrong)))).code).to.equal('form.invalid')
      })

      it('names caller, complainant and payer nowhere but among the identities', async () => {
        const callId = aCallId()
        await saveCallDraft(parts, cast.henry, { callId, version: 0, fields: aCallForm() })
        await submit(callId, 1)
        const { bundleId, documentId } = (await callById(engine.db, callId))!
        const matters = await mattersOfBundle(engine.db, bundleId)
        const people = await identitiesOfMatter(engine.db, matters[0]!.id)
        expect(
          people.map(({ role, name, relation, authority }) => [role, name, relation, authority]),
        ).to.have.deep.members([
          ['complainant', '林桂香', null, null],
          ['caller', '林小雨', 'child', 'seen'],
          ['payer', '林桂香', null, null],
        ])
        expect((await identitiesOfMatter(engine.db, matters[1]!.id)).map(({ role }) => role)).to.have.members([
          'reporter',
          'victim',
        ])
        await processDocument(parts, documentId)
        const names = /林小雨|林桂香|13900000001|沙洲路/
        for (const table of [
          'matters',
          'matter_events',
          'calls',
          'call_drafts',
          'events',
          'documents',
          'document_texts',
          'matter_people',
        ]) {
          expect(JSON.stringify(await engine.db(table)), table).to.not.match(names)
        }
        expect(await draftsOf(engine.db, cast.henry.officerId)).to.not.deep.include({ id: callId })
      })

      it('seals nobody of an anonymous report', async () => {
        const before = await engine.db('identities').count({ n: '*' })
        const callId = aCallId()
        await submit(callId, 0, aCallForm({ wants: 'report', anonymous: 'yes' }))
        const [matter] = await mattersOfBundle(engine.db, (await callById(engine.db, callId))!.bundleId)
        expect(matter!.kind).to.equal('report')
        expect(matter!.matter.facts.named).to.equal(false)
        expect(await engine.db('identities').count({ n: '*' })).to.deep.equal(before)
      })

      it('is one call however often it is sent', async () => {
        const callId = aCallId()
        await submit(callId, 0)
        await submit(callId, 0, aCallForm({ story: '再按一次' }))
        const { bundleId } = (await callById(engine.db, callId))!
        expect(await mattersOfBundle(engine.db, bundleId)).to.have.length(2)
        const another = submit(callId, 0, aCallForm(), cast.alice)
        expect((await problemOf(another)).code).to.equal('not_found')
      })

      it('is one call when it is sent twice at one moment', async () => {
        const callId = aCallId()
        const { version } = await saveCallDraft(parts, cast.henry, { callId, version: 0, fields: aCallForm() })
        await Promise.all([submit(callId, version), submit(callId, version)])
        const unsaved = aCallId()
        await Promise.all(Array.from({ length: 5 }, () => submit(unsaved, 0)))
        for (const id of [callId, unsaved])
          expect(await mattersOfBundle(engine.db, (await callById(engine.db, id))!.bundleId)).to.have.length(2)
      })

      it('keeps who told it out of the names of its attachments too', async () => {
        const callId = aCallId()
        const { version } = await saveCallDraft(parts, cast.henry, { callId, version: 0, fields: aCallForm() })
        const letter = { bytes: Buffer.from('信'), fileName: '林小雨投诉信13900000001.txt' }
        await attachToCall(parts, cast.henry, { callId, ...letter })
        const more = { bytes: Buffer.from('合同'), fileName: '林桂香的合同.txt' }
        await submitCall(parts, cast.henry, { callId, version, fields: aCallForm(), attachments: [more] })
        const matters = await mattersOfBundle(engine.db, (await callById(engine.db, callId))!.bundleId)
        const papers = await documentsOfMatter(engine.db, matters[0]!.id)
        const titles = await engine.db('documents').whereIn('id', papers).pluck('title')
        expect(titles).to.have.members(['来电记录.txt', '××投诉信××.txt', '××的合同.txt'])
      })

      it('takes its attachments along: an offer found in one makes a lead, and the paper is on both files', async () => {
        const callId = aCallId()
        const { version } = await saveCallDraft(parts, cast.henry, { callId, version: 0, fields: aCallForm() })
        const flyer = { callId, bytes: Buffer.from(UNLAWFUL_COPY), fileName: '宣传单.txt' }
        const documentId = await attachToCall(parts, cast.henry, flyer)
        expect(await attachToCall(parts, cast.henry, flyer)).to.equal(documentId)
        await submit(callId, version)
        await processDocument(parts, documentId)
        const matters = await mattersOfBundle(engine.db, (await callById(engine.db, callId))!.bundleId)
        for (const { id } of matters) expect(await documentsOfMatter(engine.db, id)).to.include(documentId)
        const lead = await engine.db('lead_documents').where({ document_id: documentId }).first()
        const labels = await engine.db('lead_labels').where({ lead_id: lead.lead_id })
        expect(labels.map(({ category }) => category)).to.include('illegal_fundraising')
      })

      it('lets an investor turned away as a complainant live on as a lead, with every paper on its file', async () => {
        const callId = aCallId()
        await submit(callId, 0, aCallForm({ wants: 'complaint', paid_for: 'investment' }))
        const { bundleId, documentId } = (await callById(engine.db, callId))!
        const [complaint] = await mattersOfBundle(engine.db, bundleId)
        const refuse = (fundraising: boolean) =>
          actOnMatter(parts, cast.alice, {
            matterId: bundleId,
            act: {
              op: 'make',
              move: 'refuse_acceptance',
              version: complaint!.version,
              reason: '付款为取得收益',
              input: { ground: 'not_consumption', fundraising },
              evidence: [],
            },
          })
        expect((await problemOf(refuse(false))).code).to.equal('matter.move_closed')
        const { opened } = await refuse(true)
        expect(opened).to.include({ kind: 'lead', bundleId, state: 'checking' })
        expect(opened!.matter.clocks.map(({ key }) => key)).to.deep.equal(['T06'])
        expect(await documentsOfMatter(engine.db, opened!.id)).to.include(documentId)
      })

      it('promises no day where the seller lies in another district', async () => {
        const callId = aCallId()
        await submit(callId, 0, aCallForm({ region: '210100' }))
        const call = (await callById(engine.db, callId))!
        expect(call.receivedAt).to.equal(null)
        expect(call.card!.steps.map(({ due }) => due)).to.deep.equal([null, null])
      })

      it('goes down to the county of the seller within the district', async () => {
        const callId = aCallId()
        await submit(callId, 0, aCallForm({ region: '440305' }))
        expect((await callById(engine.db, callId))!.region).to.equal('440305')
      })

      it('says which field cannot be used', async () => {
        for (const wrong of [
          { story: ' ' },
          { paid: '很多' },
          { paid_on: '2026-02-30' },
          { happened_on: '2026-05-07' },
        ])
          expect((await problemOf(submit(aCallId(), 0, aCallForm(wrong)))).code).to.equal('form.invalid')
      })
    })
  })
})
