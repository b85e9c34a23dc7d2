import { CALL_PEOPLE, type Call } from './call.ts'

/**
 * What was told, without those who told it: names, numbers and addresses of caller, complainant and payer as typed into their fields.
 * The seller stays: telling of it is what the call is for.
 */
export function withoutPeople(call: Pick<Call, 'people'>, words: string): string {
  let text = words
  for (const each of CALL_PEOPLE)
    for (const said of Object.values(call.people[each] ?? {})) {
      // One character is too often a part of another word.
      if (said !== undefined && said.length >= 2) text = text.replaceAll(said, MARK)
    }
  return text
}

const MARK = '××'
