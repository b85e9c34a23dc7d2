import type { HearingThreshold } from '../core/letter/hearing.ts'
import type { LetterTemplate } from '../core/letter/template.ts'
import type { Procedure } from '../core/procedure/move.ts'
import { loadHearing } from './load-hearing.ts'
import { loadLetters } from './load-letters.ts'

/** What letters are made by: the templates, and from which sums a hearing is offered. */
export interface LetterBook {
  templates: readonly LetterTemplate[]
  hearing: readonly HearingThreshold[]
}

/** @throws problem `rulebook.invalid` with `mistakes` */
export function loadLetterBook(folder?: string, procedure?: Procedure): LetterBook {
  return { templates: loadLetters(folder, procedure), hearing: loadHearing(folder) }
}
