import type { WordsOf } from '../words.ts'
import type { cases as zh } from '../zh/cases.ts'

export const cases: WordsOf<typeof zh> = {
  grounds: 'What the case rests on',
  groundsHelp: 'The papers of its lead and what was found in them; whether a finding holds is for the officer to say.',
  toPaper: 'See the paper',
  standing: 'Standing ruling',
}
