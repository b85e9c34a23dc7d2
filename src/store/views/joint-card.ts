import type { Knex } from 'knex'
import type { MatterKind } from '../../core/procedure/move.ts'
import { type JointReminder, jointRemindersOf } from '../joint-reminders.ts'
import { type Line, linesOfBundle, notesOfBundle } from '../lines.ts'
import { type MatterFile, mattersOfBundle } from '../matters.ts'
import { officerNames } from '../officers.ts'
import { type Opinion, opinionsOfMatter } from '../opinions.ts'
import { type Task, tasksUnder } from '../tasks.ts'

export type { JointReminder } from '../joint-reminders.ts'
export type { Line, LineState } from '../lines.ts'
export type { Opinion } from '../opinions.ts'
export type { Task } from '../tasks.ts'

/** A line with the matter that carries it, where one of ours does. */
export interface LineOnPage extends Line {
  target: { id: string; number: string; kind: MatterKind; state: string; tracks: Record<string, string> } | null
}

/** What is done together with others on one matter. */
export interface JointCard {
  lines: LineOnPage[]
  /** What officers stated of the letter besides. */
  notes: string[]
  opinions: Opinion[]
  tasks: Task[]
  /** When opinions and tasks were reminded of, by their id. */
  reminders: Map<string, JointReminder[]>
  /** By officer id. */
  names: Map<string, string>
}

/** The caller has checked that the viewer may see the matter. */
export async function jointCard(db: Knex, file: Pick<MatterFile, 'id' | 'bundleId'>): Promise<JointCard> {
  const lines = await linesOfBundle(db, file.bundleId)
  const carriers = new Map((await mattersOfBundle(db, file.bundleId)).map((matter) => [matter.id, matter]))
  const opinions = await opinionsOfMatter(db, file.id)
  const tasks = await tasksUnder(db, { matterId: file.id })
  const people = [
    ...lines.map(({ openedBy }) => openedBy),
    ...opinions.flatMap(({ askedBy, recordedBy }) => [askedBy, recordedBy ?? '']),
    ...tasks.flatMap(({ ownerId, doneBy }) => [ownerId, doneBy ?? '']),
  ]
  return {
    lines: lines.map((line) => ({ ...line, target: carrierOf(carriers.get(line.targetId ?? '')) })),
    notes: await notesOfBundle(db, file.bundleId),
    opinions,
    tasks,
    reminders: await jointRemindersOf(
      db,
      [...opinions, ...tasks].map(({ id }) => id),
    ),
    names: await officerNames(db, [...new Set(people)]),
  }
}

function carrierOf(matter: MatterFile | undefined): LineOnPage['target'] {
  if (!matter) return null
  const { id, number, kind, state } = matter
  return { id, number, kind, state, tracks: matter.matter.tracks }
}
