/**
 * 文号: the bureau's word, the letter's, the year in hexagonal brackets, the number of that year without padding and without 第
 * (GB/T 9704-2012 7.2.5): 示市监罚告〔2026〕12号.
 */
export function documentNumber(bureauWord: string, letterWord: string, year: number, number: number): string {
  return `${bureauWord}${letterWord}〔${year}〕${number}号`
}

/** As it stands in a preview, before the number is given. */
export function numberToCome(bureauWord: string, letterWord: string, year: number): string {
  return `${bureauWord}${letterWord}〔${year}〕　号`
}

/** The series a number is drawn from: one for each bureau, sort of letter and year. */
export function numberSeries(bureauWord: string, letterWord: string, year: number): string {
  return `letter:${bureauWord}:${letterWord}:${year}`
}
