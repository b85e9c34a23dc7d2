import { calendarOf } from '../core/clock/calendar.ts'
import type { IntakeLaw } from '../core/intake/intake-law.ts'
import type { LetterTemplate } from '../core/letter/template.ts'
import type { Procedure } from '../core/procedure/move.ts'
import type { ResponsibilityTable } from '../core/routing/responsibility.ts'
import type { Discretion } from '../core/worksheet/discretion.ts'
import { keptReading } from './kept-copy.ts'
import { loadDiscretion } from './load-discretion.ts'
import { loadIntake } from './load-intake.ts'
import { loadLetters } from './load-letters.ts'
import { loadMoves } from './load-moves.ts'
import { loadResponsibilities } from './load-responsibilities.ts'

/** The law that is no part of a rulebook version: it holds from its own day on. */
export interface Law {
  procedure: Procedure
  responsibilities: ResponsibilityTable
  intakeLaw: IntakeLaw
  letters: readonly LetterTemplate[]
  discretion: Discretion
}

/**
 * All tables under `rules/` but the rulebook: parsing them anew takes two thirds of a second of every start.
 * @throws problem `rulebook.invalid` with `mistakes`, as for the rules
 */
export function loadLaw(): Law {
  return asLaw(keptReading('law', readLaw))
}

/** What JSON holds of it: a calendar counts, and is made anew from its years. */
export type KeptLaw = Omit<Law, 'procedure'> & {
  procedure: Omit<Procedure, 'calendar'> & { years: Procedure['calendar']['years'] }
}

export function readLaw(): KeptLaw {
  const procedure = loadMoves()
  const { calendar, ...table } = procedure
  return {
    procedure: { ...table, years: calendar.years },
    responsibilities: loadResponsibilities(undefined, procedure),
    intakeLaw: loadIntake(),
    letters: loadLetters(undefined, procedure),
    discretion: loadDiscretion(),
  }
}

export function asLaw({ procedure: { years, ...table }, ...law }: KeptLaw): Law {
  return { ...law, procedure: { ...table, calendar: calendarOf(years) } }
}
