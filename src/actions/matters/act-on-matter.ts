import type { Knex } from 'knex'
import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { apply } from '../../core/procedure/apply.ts'
import type { SheetNow } from '../../core/procedure/approved-penalty.ts'
import { countClocks } from '../../core/procedure/counted-clock.ts'
import type { Act, Actor, Matter, MatterEvent } from '../../core/procedure/matter.ts'
import type { Procedure } from '../../core/procedure/move.ts'
import { penaltySheetOf } from '../../core/worksheet/penalty-sheet.ts'
import { setCarer } from '../../store/carers.ts'
import { delegationsTo } from '../../store/delegations.ts'
import { appendEvent } from '../../store/events.ts'
import { evidenceOf } from '../../store/evidence.ts'
import {
  appendMatterEvents,
  indexMatter,
  lockMatter,
  type MatterChange,
  type MatterFile,
  matterById,
  storeMatter,
} from '../../store/matters.ts'
import { isPrincipal, officersAround } from '../../store/officers.ts'
import { maySeeMatter } from '../../store/visibility.ts'
import { worksheetOfMatter } from '../../store/worksheets.ts'
import { taskOfMove } from '../joint/task-of-move.ts'
import { mayAdd } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { openMatterFrom } from './open-matter.ts'

/** What came of it. */
export interface Acted {
  file: MatterFile
  event: MatterEvent
  /** The matter it brought about, if any. */
  opened: MatterFile | null
}

/** What goes with an act, in its transaction. */
export interface Beside {
  /** What is told of the matter beside its way: money recovered, a category. */
  change?: MatterChange
  along?(trx: Knex.Transaction, acted: Acted): Promise<void>
}

/**
 * One act on a matter, in one transaction: rights, sight and version first, then the procedure's own judgement, then the event with everything
 * it changes.
 * @throws problem auth.forbidden, not_found, form.stale when somebody else moved first, matter.move_closed or matter.move_input with `why`
 */
export async function actOnMatter(
  parts: Pick<Parts, 'db' | 'now' | 'procedure'>,
  viewer: Viewer,
  order: { matterId: string; act: Act } & Beside,
): Promise<Acted> {
  const now = parts.now().toISOString()
  return parts.db.transaction((trx) => actInside(trx, parts, viewer, order, now))
}

/** The same inside another deed's transaction. */
export async function actInside(
  trx: Knex.Transaction,
  parts: Pick<Parts, 'now' | 'procedure'>,
  viewer: Viewer,
  { matterId, act, change, along }: { matterId: string; act: Act } & Beside,
  now: string,
): Promise<Acted> {
  const { procedure } = parts
  const file = await matterInSight(trx, viewer, matterId)
  if (file.version !== act.version) throw problem('form.stale', { matterId })
  mayAdd(act.reason)
  await mustBeReal(trx, procedure, file, act)
  const actor = (await actorOf(trx, viewer, now))(file.region)
  const applied = apply(procedure, file.matter, act, actor, now, await sheetOf(trx, file))
  if ('refused' in applied) throw refusal(applied.refused, matterId, applied.why)
  const { matter } = applied
  const [event] = applied.events as [MatterEvent]
  if (!(await storeMatter(trx, file.version, matter, { ...recovered(matter), ...change }, now)))
    throw problem('form.stale', { matterId })
  await appendMatterEvents(trx, [event])
  await indexMatter(trx, matter, countClocks(procedure, matter), procedure.hash)
  if (matter.handlers.length > 0) await setCarer(trx, matterId, null)
  else if (event.type === 'made' && viewer.role !== 'hotline') {
    const carer = event.proposedBy ?? viewer.officerId
    await setCarer(trx, matterId, matter.recused.includes(carer) ? null : carer)
  }
  await appendEvent(trx, {
    at: now,
    actor: viewer.officerId,
    verb: `matter.${event.type}`,
    subjectType: 'matter',
    subjectId: matterId,
    reason: event.reason,
    before: { state: file.state },
    after: { move: event.move, state: matter.state, seq: event.seq },
  })
  const opened =
    event.opens !== null && Object.hasOwn(procedure.openings, event.opens)
      ? await openMatterFrom(trx, parts, viewer.officerId, file, {
          opening: event.opens,
          at: event.at,
          reason: event.reason,
          evidence: event.evidence,
        })
      : null
  const acted = { file: (await matterById(trx, matterId))!, event, opened }
  await taskOfMove(trx, parts, acted.file, event, now)
  await along?.(trx, acted)
  return acted
}

/** The newest worksheet of a matter, as acts are held against it; a complaint has none. */
export async function sheetOf(db: Knex, { id, kind }: Pick<MatterFile, 'id' | 'kind'>): Promise<SheetNow> {
  if (kind === 'complaint') return undefined
  const newest = await worksheetOfMatter(db, id)
  return newest ? penaltySheetOf(newest) : null
}

/** Officers named must be there and see the region; what is named as evidence must be a paper or an exhibit of the matter. */
async function mustBeReal(trx: Knex.Transaction, { moves }: Procedure, file: MatterFile, act: Act): Promise<void> {
  if (act.op !== 'make' && act.op !== 'propose') return
  const takes = Object.hasOwn(moves, act.move) ? moves[act.move]!.takes : {}
  const named = Object.entries(takes)
    .filter(([, { type }]) => type === 'officer' || type === 'officers')
    .flatMap(([field]) => act.input[field] ?? [])
  if (named.length > 0) {
    const around = new Set((await officersAround(trx, file.region)).map(({ id }) => id))
    if (named.some((id) => typeof id !== 'string' || !around.has(id)))
      throw refusal('input', file.id, [{ zh: '所选人员不在本辖区或者已停用', en: 'one of the officers is not here' }])
  }
  if (act.evidence.length === 0) return
  const onFile = new Set(await evidenceOf(trx, file.id))
  if (act.evidence.some((each) => !onFile.has(each)))
    throw refusal('input', file.id, [{ zh: '所附证据不在本案卷内', en: 'the evidence named is not on this file' }])
}

/**
 * The matter an officer wants to do something about beside its moves, held until the transaction ends. Whoever was recused keeps out of all of it.
 * @throws problem auth.forbidden, not_found, matter.move_closed with `why`
 */
export async function matterForAction(trx: Knex.Transaction, viewer: Viewer, matterId: string): Promise<MatterFile> {
  const file = await matterInSight(trx, viewer, matterId)
  if (file.matter.recused.includes(viewer.officerId))
    throw refusal('closed', matterId, [{ zh: '已回避，不得参与本案', en: 'recused from this matter' }])
  return file
}

async function matterInSight(trx: Knex.Transaction, viewer: Viewer, matterId: string): Promise<MatterFile> {
  if (!may(viewer, 'matter.act')) throw problem('auth.forbidden', { permission: 'matter.act' })
  const file = await lockMatter(trx, matterId)
  if (!file || !maySeeMatter(viewer, file)) throw problem('not_found', { matterId })
  return file
}

/** The viewer as the procedure knows her in matters of a region: with the powers lent to her today by heads of that region. */
export async function actorOf(db: Knex, viewer: Viewer, now: string): Promise<(region: string) => Actor> {
  const { officerId, role } = viewer
  const principal = await isPrincipal(db, officerId)
  const lent = await delegationsTo(db, officerId, shanghaiDay(now))
  return (region) => ({
    officerId,
    role,
    isPrincipal: principal,
    delegations: lent.filter(({ reach }) => covers(reach, region)),
  })
}

/** Kept beside the events too, where statistics add it up. */
function recovered({ facts }: Matter): MatterChange {
  return typeof facts.recovered_fen === 'number' ? { recoveredFen: facts.recovered_fen } : {}
}

function refusal(refused: 'stale' | 'closed' | 'input', matterId: string, why: unknown) {
  if (refused === 'stale') return problem('form.stale', { matterId })
  return problem(refused === 'closed' ? 'matter.move_closed' : 'matter.move_input', { matterId, why })
}
