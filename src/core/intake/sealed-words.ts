import { CALL_PEOPLE, type CallPerson, type Person } from './call.ts'

type People = Partial<Record<CallPerson, Person>>

/** What is typed freely, each name or number of a person in it replaced by the place it can be read back from. */
export function sealWords(people: People, words: string): string {
  const marks = new Map(saidOf(people).map(({ mark, said }) => [said, mark]))
  if (marks.size === 0) return words
  // A longer name may hold a shorter one.
  const longestFirst = [...marks.keys()].sort((a, b) => b.length - a.length)
  const any = new RegExp(longestFirst.map((said) => said.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'g')
  return words.replace(any, (said) => marks.get(said)!)
}

/** The words as they were typed, for whoever may see the persons. */
export function openWords(people: People, words: string): string {
  const said = new Map(saidOf(people).map((one) => [one.mark, one.said]))
  return words.replace(MARK, (mark) => said.get(mark) ?? mark)
}

/** What {@link sealWords} puts in place of somebody. */
export const MARK = /⟦[a-z]+\.[a-zA-Z]+⟧/g

function saidOf(people: People): { mark: string; said: string }[] {
  const all = CALL_PEOPLE.flatMap((who) =>
    Object.entries(people[who] ?? {}).map(([what, said]) => ({ mark: `⟦${who}.${what}⟧`, said: said ?? '' })),
  )
  // One character is too often a part of another word.
  return all.filter(({ said }) => said.length >= 2)
}
