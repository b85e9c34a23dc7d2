import { expect } from 'chai'
import { addTask } from '../../src/actions/joint/add-task.ts'
import { askOpinions } from '../../src/actions/joint/ask-opinions.ts'
import { completeTask } from '../../src/actions/joint/complete-task.ts'
import { draftNotice } from '../../src/actions/joint/draft-notice.ts'
import { handOnTask } from '../../src/actions/joint/hand-on-task.ts'
import { openLines } from '../../src/actions/joint/open-lines.ts'
import { recordOpinion } from '../../src/actions/joint/record-opinion.ts'
import { sendLine } from '../../src/actions/joint/send-line.ts'
import { stateNotes } from '../../src/actions/joint/state-notes.ts'
import { addExhibit } from '../../src/actions/letters/add-exhibit.ts'
import { noteParticulars } from '../../src/actions/letters/note-particulars.ts'
import { takeBytes } from '../../src/actions/letters/take-bytes.ts'
import { verifyExhibits } from '../../src/actions/letters/verify-exhibits.ts'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { describeMatter } from '../../src/actions/matters/describe-matter.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { seePeople } from '../../src/actions/matters/see-people.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import type { Act } from '../../src/core/procedure/matter.ts'
import { type MatterFile, matterById } from '../../src/store/matters.ts'
import { anOfficer, type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('an officer who is recused', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    let file: MatterFile

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      file = await openMatter(parts, cast.alice, {
        opening: 'complaint',
        region: '440300',
        title: '旅居床位退费',
        source: 'desk',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '来电',
      })
    })
    afterEach(() => parts.dispose())

    const act = async (viewer: Viewer, asked: Record<string, unknown>) =>
      actOnMatter(parts, viewer, {
        matterId: file.id,
        act: { version: file.version, reason: '依法办理', evidence: [], ...asked } as unknown as Act,
      })
    const recuse = async ({ officerId }: Viewer) => {
      file = (await act(cast.alice, { op: 'propose', move: 'recuse', input: { officer: officerId } })).file
      const id = file.matter.pending[0]!.id
      file = (await act(cast.carol, { op: 'approve', proposal: id })).file
    }
    const refused = async (deed: Promise<unknown>) => {
      const { code, detail } = await problemOf(deed)
      return `${code}: ${((detail.why ?? []) as { zh: string }[]).map(({ zh }) => zh).join('；')}`
    }

    it('does nothing about the matter any more, on no form of its page', async () => {
      const { bob, alice } = cast
      const { id: matterId } = file
      const at = { matterId, version: file.version }
      await openLines(parts, alice, { ...at, lines: ['civil_affairs_notice'], reason: '抄告' })
      await askOpinions(parts, alice, { ...at, departments: ['civil_affairs'], question: '请提出意见' })
      const taskId = await addTask(parts, alice, { ...at, title: '走访', ownerId: bob.officerId, dueDay: '2026-05-20' })
      const exhibit = await addExhibit(parts, alice, {
        matterId,
        title: '传单',
        evidenceKind: 'documentary',
        origin: '现场提取',
        place: '',
        subject: { sourceKind: 'file', bytes: Buffer.from('x'), fileName: '传单.txt' },
      })
      const line = await engine.db('lines').first()
      const opinion = await engine.db('opinions').first()
      await recuse(bob)
      const now = { matterId, version: file.version }
      const seller = { title: '别的', seller: '', creditCode: '', phone: '' }
      const taking = { what: 'exhibit', matterId, exhibitId: exhibit.id } as const
      const deeds: Record<string, () => Promise<unknown>> = {
        describe: () => describeMatter(parts, bob, { matterId, version: file.described, ...seller }),
        people: () => seePeople(parts, bob, { matterId, reason: '核实' }),
        particulars: () => noteParticulars(parts, bob, { matterId, version: 0, fields: {} }),
        lines: () => openLines(parts, bob, { ...now, lines: ['health_notice'], reason: '抄告' }),
        send: () => sendLine(parts, bob, { lineId: line.id, version: 1, how: '函' }),
        notice: () => draftNotice(parts, bob, { lineId: line.id }),
        notes: () => stateNotes(parts, bob, { ...now, notes: [] }),
        ask: () => askOpinions(parts, bob, { ...now, departments: ['health'], question: '请提出意见' }),
        record: () => recordOpinion(parts, bob, { opinionId: opinion.id, version: 1, answer: 'agrees', text: '同意' }),
        task: () => addTask(parts, bob, { ...now, title: '走访', ownerId: alice.officerId, dueDay: '2026-05-20' }),
        complete: () => completeTask(parts, bob, { taskId, version: 1, result: '已走访' }),
        take: () => takeBytes(parts, bob, taking),
        verify: () => verifyExhibits(parts, bob, matterId),
        move: () => act(bob, { op: 'make', move: 'accept', input: {} }),
      }
      for (const [name, deed] of Object.entries(deeds))
        expect(await refused(deed()), name).to.equal('matter.move_closed: 已回避，不得参与本案')
      expect((await matterById(engine.db, matterId))!.version).to.equal(file.version)
    })

    it('is given no task of it, and what she had to do is handed on by others', async () => {
      const { bob, alice } = cast
      const under = { matterId: file.id, title: '走访', dueDay: '2026-05-20' }
      const hers = { ...under, version: file.version, ownerId: bob.officerId }
      const taskId = await addTask(parts, alice, hers)
      await recuse(bob)
      const again = addTask(parts, alice, { ...hers, version: file.version })
      expect((await problemOf(again)).detail).to.include({ field: 'owner' })
      const handed = { taskId, dueDay: '2026-05-21', reason: '回避' }
      const toHer = handOnTask(parts, alice, { ...handed, version: 1, ownerId: bob.officerId })
      expect((await problemOf(toHer)).detail).to.include({ field: 'owner' })
      await handOnTask(parts, alice, { ...handed, version: 1, ownerId: alice.officerId })
    })

    it('leaves exhibits to those who keep them: a clerk and an analyst have none read again', async () => {
      const ana = await anOfficer(engine.db, 'ana', 'analyst', '440300')
      for (const viewer of [ana, cast.henry])
        expect((await problemOf(verifyExhibits(parts, viewer, file.id))).code).to.equal('auth.forbidden')
    })
  })
})
