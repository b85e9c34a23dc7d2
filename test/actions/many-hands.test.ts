import { expect } from 'chai'
import { actOnMatter, actorOf } from '../../src/actions/matters/act-on-matter.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { shanghaiDay } from '../../src/core/clock/shanghai.ts'
import { Problem } from '../../src/core/problem.ts'
import { countClocks } from '../../src/core/procedure/counted-clock.ts'
import { replay } from '../../src/core/procedure/evolve.ts'
import type { Act, Input } from '../../src/core/procedure/matter.ts'
import type { Field, Move } from '../../src/core/procedure/move.ts'
import { movesOpen } from '../../src/core/procedure/moves-open.ts'
import { type MatterFile, matterById, matterEvents } from '../../src/store/matters.ts'
import { anOfficer } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, partsOver, type TestParts } from '../support/parts.ts'

const ROUNDS = 60
const HANDS = 4

/** Several officers at once, each with what she last saw, over many rounds: nothing anybody was told was done may be missing afterwards. */
describe('many hands on the same matters', function () {
  this.timeout(60_000)
  forEachDatabase((engine) => {
    let parts: TestParts
    let people: Viewer[]

    before(async () => {
      parts = await partsOver(engine.db)
      people = [
        await anOfficer(engine.db, 'ann', 'officer', '440300'),
        await anOfficer(engine.db, 'ben', 'officer', '440300'),
        await anOfficer(engine.db, 'rita', 'reviewer', '440300'),
        await anOfficer(engine.db, 'fay', 'head', '440300'),
      ]
    })
    after(() => parts.dispose())

    it('lose no move, keep no move twice, and leave each matter as its events tell it', async () => {
      const chance = chanceOf(7)
      const paper = await receiveDocument(parts, aDelivery('听潮小筑长住优惠。'))
      const files: MatterFile[] = []
      for (const opening of ['complaint', 'report', 'officer_lead', 'officer_lead'])
        files.push(
          await openMatter(parts, people[0]!, {
            opening,
            region: '440300',
            title: opening,
            source: 'desk',
            receivedAt: parts.now().toISOString(),
            reason: '来件',
            documentIds: [paper.documentId],
            facts: { advertising: true, named: true },
          }),
        )
      const done = new Map(files.map(({ id }) => [id, 1]))
      const refusals = new Map<string, number>()
      for (let round = 0; round < ROUNDS; round++) {
        parts.setNow(new Date(parts.now().getTime() + 7 * 3_600_000).toISOString())
        const { id } = chance.of(files)
        const seen = (await matterById(engine.db, id))!
        const asked = []
        for (let hand = 0; hand < HANDS; hand++) {
          const viewer = chance.of(people)
          const act = await someAct(viewer, seen, `document:${paper.documentId}`, chance)
          if (act) asked.push({ viewer, act })
        }
        const results = await Promise.allSettled(
          asked.map(({ viewer, act }) => actOnMatter(parts, viewer, { matterId: id, act })),
        )
        const won = results.filter(({ status }) => status === 'fulfilled').length
        expect(won).to.be.at.most(1)
        done.set(id, done.get(id)! + won)
        for (const result of results) {
          if (result.status === 'fulfilled') continue
          expect(result.reason, String(result.reason)).to.be.instanceOf(Problem)
          refusals.set(result.reason.code, (refusals.get(result.reason.code) ?? 0) + 1)
        }
      }
      for (const { id } of files) {
        const file = (await matterById(engine.db, id))!
        const events = await matterEvents(engine.db, id)
        expect(events).to.have.length(done.get(id)!)
        expect(file.version).to.equal(done.get(id))
        expect(replay(events)).to.deep.equal(file.matter)
        const kept = await engine.db('matter_clocks').where({ matter_id: id })
        const asKept = kept
          .map(({ key, started_by, due, ended_at }) => `${key} ${started_by} ${due} ${ended_at}`)
          .sort()
        expect(asKept).to.deep.equal(
          countClocks(parts.procedure, file.matter)
            .map(({ key, startedBy, due, endedAt }) => `${key} ${startedBy} ${due} ${endedAt}`)
            .sort(),
        )
        const waiting = await engine.db('matter_proposals').where({ matter_id: id }).orderBy('proposal')
        expect(waiting.map(({ proposal }) => proposal)).to.deep.equal(file.matter.pending.map(({ id: n }) => n))
      }
      expect([...done.values()].reduce((sum, n) => sum + n, 0)).to.be.above(ROUNDS / 2)
      expect(refusals.get('form.stale') ?? 0).to.be.above(ROUNDS / 2)
    })

    async function someAct(
      viewer: Viewer,
      file: MatterFile,
      evidence: string,
      chance: Chance,
    ): Promise<Act | undefined> {
      const now = parts.now().toISOString()
      const actor = (await actorOf(engine.db, viewer, now))(file.region)
      const { moves, proposals } = movesOpen(parts.procedure, file.matter, actor, now)
      const shared = { version: file.version, reason: '依法办理' }
      const decidable = proposals.filter(({ approveClosed }) => approveClosed.length === 0)
      if (decidable.length > 0 && chance.upTo(2) === 0)
        return {
          ...shared,
          op: chance.of(['approve', 'approve', 'refuse']),
          proposal: chance.of(decidable).proposal.id,
        }
      const open = moves.filter(({ closed }) => closed.length === 0)
      if (open.length === 0) return undefined
      const { move, op } = chance.of(open)
      return { ...shared, op, move: move.id, input: inputFor(move, chance), evidence: [evidence] } as Act
    }

    function inputFor(move: Move, chance: Chance): Input {
      const today = shanghaiDay(parts.now())
      const value = ({ type, choice }: Field) => {
        const choices = choice ? Object.keys(parts.procedure.choices[choice]!) : []
        return {
          flag: () => chance.upTo(2) === 0,
          text: () => '某',
          record: () => '记录',
          day: () => today,
          instant: () => parts.now().toISOString(),
          count: () => 1 + chance.upTo(10),
          money: () => 100 * chance.upTo(10_000),
          officer: () => chance.of(people).officerId,
          officers: () => [people[0]!.officerId, people[1]!.officerId],
          one: () => chance.of(choices),
          some: () => choices.slice(0, 1 + chance.upTo(2)),
        }[type]()
      }
      return Object.fromEntries(Object.entries(move.takes).map(([name, field]) => [name, value(field)]))
    }
  })
})

interface Chance {
  upTo(n: number): number
  of<T>(all: readonly T[]): T
}

/** A small generator with a seed (mulberry32), so that a failure can be seen again. */
function chanceOf(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (n: number) => Math.floor(next() * n)
  return { upTo, of: (all) => all[upTo(all.length)]! }
}
