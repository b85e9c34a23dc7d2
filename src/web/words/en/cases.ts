import type { WordsOf } from '../words.ts'
import type { cases as zh } from '../zh/cases.ts'

export const cases: WordsOf<typeof zh> = {
  title: 'Cases',
  subtitle: 'Opened from leads, newest first.',
  empty: 'No cases yet. Open one from a lead.',
  number: 'Case number',
  name: 'Matter',
  region: 'Region',
  owner: 'Officer',
  openedAt: 'Opened',
  state: 'State',
  stateOf: { open: 'open' },
  reason: 'Reason for opening',
  fromLead: 'From lead',
  toLead: 'See the lead',
  grounds: 'What the case rests on',
  groundsHelp: 'The papers of its lead and what was found in them; whether a finding holds is for the officer to say.',
  toPaper: 'See the paper',
  standing: 'Standing ruling',
  leadHistory: (number) => `History of lead ${number}`,
  history: 'History',
  heading: (number) => `Case ${number}`,
}
