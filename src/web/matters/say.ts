import { isDay, shanghaiDay, shanghaiTime } from '../../core/clock/shanghai.ts'
import type { Change, Input, MatterEvent } from '../../core/procedure/matter.ts'
import type { Field, Move, Procedure } from '../../core/procedure/move.ts'
import { articleOn } from '../../core/procedure/moves-open.ts'
import { yuan } from '../format.ts'
import type { Visit } from '../visit.ts'
import { sheetText } from '../worksheet/sheet-text.ts'

/** The procedure's own words in the visitor's language. */
export interface Saying {
  procedure: Procedure
  visit: Visit
  /** Names of officers by id. */
  names: ReadonlyMap<string, string>
}

export function stateName({ procedure, visit }: Omit<Saying, 'names'>, state: string): string {
  return procedure.states[state]?.[visit.language] ?? state
}

export function moveName({ procedure, visit }: Omit<Saying, 'names'>, move: string): string {
  return (procedure.moves[move] ?? procedure.openings[move])?.title[visit.language] ?? move
}

export function clockName({ procedure, visit }: Omit<Saying, 'names'>, clock: string, variant: string | null): string {
  const known = procedure.clocks[clock]
  const length = known?.versions.flatMap(({ lengths }) => lengths).find(({ id }) => id !== '' && id === variant)
  const title = known?.title[visit.language] ?? clock
  return length ? `${title}（${length.title[visit.language]}）` : title
}

/** The article a move rests on today; empty where the law of the day does not know it. */
export function articleName({ visit }: Omit<Saying, 'names'>, move: Move, now: Date): string {
  return articleOn(move, shanghaiDay(now))?.[visit.language] ?? ''
}

/** A moment as shown: a day as it is, an instant to the minute in Shanghai. */
export function momentName(at: string): string {
  return isDay(at) ? at : shanghaiTime(at)
}

/** What was filled in, field by field. */
export function inputNames(saying: Saying, move: Move | undefined, input: Input): { field: string; value: string }[] {
  if (!move) return []
  return Object.entries(input)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ({
      field: saying.procedure.fields[name]?.[saying.visit.language] ?? name,
      value: valueName(saying, move.takes[name], value),
    }))
}

function valueName({ procedure, visit, names }: Saying, field: Field | undefined, value: unknown): string {
  const { shell } = visit.words
  if (typeof value === 'boolean') return value ? shell.yes : shell.no
  if (Array.isArray(value))
    return value.map((each) => valueName({ procedure, visit, names }, field, each)).join(shell.listAnd)
  if (field?.type === 'money' && typeof value === 'number') return yuan(value, visit.words)
  const text = String(value)
  if (field?.choice) return procedure.choices[field.choice]?.[text]?.[visit.language] ?? text
  if (field?.type === 'officer' || field?.type === 'officers') return names.get(text) ?? text
  if (field?.type === 'instant') return momentName(text)
  return text
}

/** What a move changes, each in a line: what the head sees before approving. */
export function changeNames(saying: Saying, move: Move | undefined, changes: readonly Change[]): string[] {
  const { procedure, visit, names } = saying
  const w = visit.words.matters
  const lang = visit.language
  return changes.flatMap((change): string[] => {
    if ('clock' in change) {
      const clock = clockName(saying, change.key.split(':')[0]!, change.key.split(':')[1] ?? null)
      if (change.clock === 'start') return [w.clockStarts(clock, momentName(change.eventAt))]
      if (change.clock === 'end') return [w.clockEnds(clock)]
      if (change.clock === 'resume') return [w.clockResumes(clock)]
      const { step } = change
      if (step.op === 'extend') return [w.clockExtended(clock, step.n, w.unit[step.unit])]
      return [step.op === 'suspend' ? w.clockStands(clock) : w.clockAnew(clock)]
    }
    if ('pause' in change || 'pending' in change || 'clear' in change) return []
    switch (change.set) {
      case 'state':
        return [w.stateTo(change.from ? stateName(saying, change.from) : '—', stateName(saying, change.to))]
      case 'track': {
        const places = procedure.tracks[change.name]
        return [w.stateTo(places?.[change.from]?.[lang] ?? change.from, places?.[change.to]?.[lang] ?? change.to)]
      }
      case 'handlers':
        return [w.handlersTo(change.to.map((id) => names.get(id) ?? id).join(visit.words.shell.listAnd))]
      case 'recused':
        return [w.recused(names.get(change.officer) ?? change.officer)]
      case 'penalty':
        return [w.sheetBound[change.of](sheetText(change.to, visit))]
      case 'facts':
        return inputNames(
          saying,
          move,
          Object.fromEntries(Object.entries(change.to).filter(([name]) => move?.takes[name])),
        ).map(({ field, value }) => visit.words.shell.labelled(field, value))
      default:
        return []
    }
  })
}

/** What an event is called: the move, with what became of it. */
export function eventName(saying: Saying, event: MatterEvent): string {
  const name = moveName(saying, event.move)
  return event.type === 'made' || event.type === 'opened' ? name : saying.visit.words.matters.eventOf[event.type](name)
}
