import type { Call } from './call.ts'
import { MARK, sealWords } from './sealed-words.ts'

/**
 * What was told, without those who told it: names, numbers and addresses of caller, complainant and payer as typed into their fields.
 * The seller stays: telling of it is what the call is for.
 */
export function withoutPeople({ people }: Pick<Call, 'people'>, words: string): string {
  return sealWords(people, words).replace(MARK, '××')
}
