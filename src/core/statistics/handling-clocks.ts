/**
 * Periods the bureau itself must keep, of those in `rules/clocks.yaml`: what a party, another authority or the payer must keep, and limitation of
 * rights, says nothing of how the bureau works.
 */
export const HANDLING_CLOCKS: readonly string[] = [
  'T01',
  'T02',
  'T03',
  'T03h',
  'T04',
  'T05',
  'T06',
  'T07',
  'T10',
  'T14',
  'T15',
  'T16',
  'T17',
  'T18',
  'T20',
  'T22',
  'T23',
  'T27',
  'T28',
  'T29',
  'T30',
  'T31',
  'T33',
  'T34',
  'T36',
  'T37',
]
