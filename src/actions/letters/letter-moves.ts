import type { Knex } from 'knex'
import type { LetterFacts, Row } from '../../core/letter/sources.ts'
import type { LetterTemplate } from '../../core/letter/template.ts'
import type { Input, MatterEvent } from '../../core/procedure/matter.ts'
import type { Move } from '../../core/procedure/move.ts'
import { type MatterFile, matterEvents } from '../../store/matters.ts'
import { officerNames } from '../../store/officers.ts'
import type { Parts } from '../parts.ts'

/**
 * What the move a letter belongs to tells: when, on what ground, who proposed and who approved it. The last one made counts; a form of the bureau's own
 * may be printed while its approval is awaited.
 */
export async function moveFacts(
  db: Knex,
  { procedure }: Pick<Parts, 'procedure'>,
  file: MatterFile,
  template: LetterTemplate,
): Promise<LetterFacts> {
  const events = await matterEvents(db, file.id)
  const made = events.findLast(({ type, move }) => type === 'made' && template.moves.includes(move))
  const pending =
    template.audience === 'internal'
      ? file.matter.pending.findLast(({ move }) => template.moves.includes(move))
      : undefined
  // What waits now is what the form is printed for, even where the like was made before.
  const proposed = pending
    ? events.find(({ seq }) => seq === pending.id)
    : made?.proposal
      ? events.find(({ seq }) => seq === made.proposal)
      : undefined
  const told = pending ? proposed : made
  if (!told) return {}
  const move = procedure.moves[told.move]!
  const decided = pending ? undefined : made
  const names = await officerNames(db, [proposed?.by ?? '', decided?.by ?? '', decided?.onBehalfOf ?? ''])
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? '') : '')
  return {
    'move.at': told.at,
    'move.reason': (proposed ?? told).reason,
    ...inputFacts(procedure, move, told.input),
    ...(proposed && { 'move.proposed_by': nameOf(proposed.by), 'move.proposed_at': proposed.at }),
    ...(proposed &&
      decided && {
        'move.approved_by': decided.onBehalfOf
          ? `${nameOf(decided.by)}（受${nameOf(decided.onBehalfOf)}委托）`
          : nameOf(decided.by),
        'move.approved_at': decided.at,
        'move.opinion': decided.reason,
      }),
  }
}

function inputFacts({ choices }: Parts['procedure'], move: Move, input: Input): LetterFacts {
  const chosen = (field: string): string | undefined => {
    const list = choices[move.takes[field]?.choice ?? '']
    const values = [input[field] ?? []].flat()
    const words = values.map((value) => list?.[String(value)]?.zh ?? '').filter((each) => each !== '')
    return words.length > 0 ? words.join('；') : undefined
  }
  const text = (field: string) => (typeof input[field] === 'string' ? input[field] : undefined)
  const facts = {
    'move.ground': chosen('ground'),
    'move.hooks': chosen('hooks'),
    'move.department': text('department'),
    'move.crime': text('crime'),
  }
  return Object.fromEntries(Object.entries(facts).flatMap(([path, value]) => (value ? [[path, value]] : [])))
}

/** Moves that another department learns of as what we did ourselves. */
const MEASURES = new Set([
  'accept',
  'begin_mediation',
  'record_check',
  'file',
  'register_evidence',
  'seize',
  'seize_urgently',
  'send_to_test',
  'serve_notice',
  'decide_penalty',
  'refer_to_police',
  'hand_over_to_police',
])

/** What we did ourselves in all matters of the letter, oldest first. */
export async function measureFacts(
  db: Knex,
  { procedure }: Pick<Parts, 'procedure'>,
  bundle: readonly MatterFile[],
): Promise<LetterFacts> {
  const events = (await Promise.all(bundle.map(({ id }) => matterEvents(db, id)))).flat()
  const measures = events
    .filter(({ type, move }: MatterEvent) => type === 'made' && MEASURES.has(move))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ at, move }): Row => ({ at, what: procedure.moves[move]?.title.zh ?? move }))
  return { 'measure.list': measures }
}
