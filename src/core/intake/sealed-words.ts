import { CALL_PEOPLE, type CallPerson, type Person } from './call.ts'

type People = Partial<Record<CallPerson, Person>>

/** What is typed freely, each name or number of a person in it replaced by the place it can be read back from. */
export function sealWords(people: People, words: string): string {
  return saidOf(people).reduce((text, { mark, said }) => text.replaceAll(said, mark), words)
}

/** The words as they were typed, for whoever may see the persons. */
export function openWords(people: People, words: string): string {
  return saidOf(people).reduce((text, { mark, said }) => text.replaceAll(mark, said), words)
}

function saidOf(people: People): { mark: string; said: string }[] {
  const all = CALL_PEOPLE.flatMap((who) =>
    Object.entries(people[who] ?? {}).map(([what, said]) => ({ mark: `⟦${who}.${what}⟧`, said: said ?? '' })),
  )
  // One character is too often a part of another word; a longer name may hold a shorter one.
  return all.filter(({ said }) => said.length >= 2).sort((a, b) => b.said.length - a.said.length)
}
