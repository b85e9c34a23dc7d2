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
  history: 'History',
  heading: (number) => `Case ${number}`,
}
