import type { Said } from '../clock/clock.ts'
import type { Filled } from './fill.ts'
import { type ProtectedPerson, personsNamedIn } from './protected-person.ts'
import type { LetterTemplate } from './template.ts'
import { overstatedIn } from './wording.ts'

/** Why a letter cannot be issued as it stands. */
export interface Objection extends Said {
  why: 'missing' | 'unreadable' | 'unconfirmed' | 'overstated' | 'person_named' | 'not_here' | 'not_approved'
}

/** Everything that stands against issuing a filled letter; empty: it may go. */
export function objectionsTo(
  template: Pick<LetterTemplate, 'wording' | 'audience'>,
  { letter, lacks }: Filled,
  persons: readonly ProtectedPerson[],
): Objection[] {
  return [
    ...lacks.map(({ why, said }): Objection => ({ why, zh: said.zh, en: said.en })),
    ...overstatedIn(letter, template.wording).map(({ said }): Objection => ({ why: 'overstated', ...said })),
    ...personsNamedIn(letter, template.audience, persons).map(
      ({ said }): Objection => ({ why: 'person_named', ...said }),
    ),
  ]
}
