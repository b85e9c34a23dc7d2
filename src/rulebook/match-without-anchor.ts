import { END, type PatternPaths, patternPaths } from './pattern-paths.ts'
import type { CharacterPart } from './pattern-tree.ts'

/**
 * Something short that a pattern matches and that holds none of its anchors, or undefined where every match holds one. It goes all ways
 * through the pattern at once and leaves those that complete an anchor; whatever comes out has been matched by the pattern itself.
 */
export function matchWithoutAnchor({
  pattern,
  anchors,
}: {
  pattern: string
  anchors: readonly string[]
}): string | undefined {
  const regex = new RegExp(pattern, 'i')
  const small = anchors.map((anchor) => anchor.toLowerCase())
  return walk(patternPaths(pattern), small, (written) => matched(regex, written, small))
}

/** As a match stands in a text: by itself, or before a stop that a lookahead may ask for. */
function matched(regex: RegExp, written: string, anchors: readonly string[]): string | undefined {
  for (const stop of ['', '，']) {
    const found = regex.exec(written + stop)?.[0]
    if (found && !anchors.some((anchor) => found.toLowerCase().includes(anchor))) return found
  }
  return undefined
}

/** Most steps taken for one pattern: ours take a few thousand. One that takes more may have such a match that is not told. */
const MOST_STEPS = 50_000

/** A way through the pattern so far. */
interface Way {
  place: number
  /** How much of an anchor its end is the beginning of. */
  begun: number
  looks: Looks
  written: string
}

/** Each place is gone through once in each state: whoever comes later can do no more from there. */
function walk(
  paths: PatternPaths,
  anchors: readonly string[],
  judge: (written: string) => string | undefined,
): string | undefined {
  const begun = begunAnchors(anchors)
  const looking = looksAhead(paths)
  const choose = choicesOf(paths.looked, anchors)
  const seen = new Set<number>()
  const ways: Way[] = [{ place: paths.first, begun: 0, looks: NO_LOOKS, written: '' }]
  for (const way of ways) {
    if (ways.length > MOST_STEPS) return undefined
    if (way.place === END) {
      const found = judge(way.written)
      if (found !== undefined) return found
      continue
    }
    // Who has begun no anchor gets on wherever one who has begun one does.
    const state = (way.looks.number * paths.places.length + way.place) * begun.count
    if (seen.has(state) || seen.has(state + way.begun)) continue
    seen.add(state + way.begun)
    const at = paths.places[way.place]!
    if ('forks' in at) for (const place of at.forks) ways.push({ ...way, place })
    else if ('behind' in at) {
      if (at.behind.test(way.written) !== at.refuses) ways.push({ ...way, place: at.next })
    } else if ('ahead' in at) {
      const looks = looking.begin(way.looks, at.ahead, at.refuses)
      if (looks) ways.push({ ...way, place: at.next, looks })
    } else
      for (const character of choose(at.character)) {
        const next = begun.after(way.begun, character)
        const looks = next === undefined ? undefined : looking.after(way.looks, character)
        if (next !== undefined && looks)
          ways.push({ place: at.next, begun: next, looks, written: way.written + character })
      }
  }
  return undefined
}

/** Stand-ins for a class that spells out none of its own. */
const ANY = ['某', '2', '7', 'a', ' ', '，', '\n']

/** A character that is in no anchor and that nothing looks at is as good as any other such; where there is none, all have to be tried. */
function choicesOf(looked: readonly CharacterPart[], anchors: readonly string[]): (part: CharacterPart) => string[] {
  const inAnchors = new Set(anchors.join(''))
  const marked = [...new Set([...inAnchors, ...looked.flatMap(({ spelled }) => spelled)])]
  const known = new Map<CharacterPart, string[]>()
  return (part) => {
    const already = known.get(part)
    if (already) return already
    const { spelled, accepts } = part
    const accepted = [...new Set([...spelled, ...ANY, ...marked].map((one) => one.toLowerCase()))].filter(accepts)
    const free = accepted.find((one) => !inAnchors.has(one) && !looked.some((each) => each.accepts(one)))
    const choices = free === undefined ? accepted : [free]
    known.set(part, choices)
    return choices
  }
}

/** How much of an anchor the end of what was written is the beginning of, as numbers; 0 of none. */
function begunAnchors(anchors: readonly string[]) {
  const beginnings = [...new Set(anchors.flatMap((anchor) => anchor.split('').map((_, i) => anchor.slice(0, i))))]
  beginnings.sort((a, b) => a.length - b.length)
  const numbers = new Map(beginnings.map((beginning, number) => [beginning, number]))
  const known = new Map<string, number | undefined>()
  return {
    count: beginnings.length,
    /** The number after one more character; undefined where it completes an anchor. */
    after(begun: number, character: string): number | undefined {
      const written = beginnings[begun]! + character
      if (known.has(written)) return known.get(written)
      let from = 0
      while (!numbers.has(written.slice(from))) from++
      const next = anchors.some((anchor) => written.endsWith(anchor)) ? undefined : numbers.get(written.slice(from))!
      known.set(written, next)
      return next
    },
  }
}

/** Looks ahead that are not settled yet: each with the places it has come to. */
interface Looks {
  number: number
  open: readonly { at: readonly number[]; refuses: boolean }[]
}

const NO_LOOKS: Looks = { number: 0, open: [] }

/** Follows looks ahead beside what is written; undefined where one of them does not allow it. */
function looksAhead({ places }: PatternPaths) {
  const known = new Map<string, Looks>([['[]', NO_LOOKS]])
  const named = (open: Looks['open']): Looks => {
    const name = JSON.stringify(open)
    const looks = known.get(name) ?? { number: known.size, open }
    known.set(name, looks)
    return looks
  }
  /** Where one comes to without writing. */
  const reached = (from: readonly number[]): number[] => {
    const all = new Set(from)
    for (const place of all) {
      const at = places[place]!
      if ('forks' in at) for (const fork of at.forks) all.add(fork)
      else if (!('character' in at)) all.add(at.next)
    }
    return [...all].filter((place) => place === END || 'character' in places[place]!).sort((a, b) => a - b)
  }
  const settle = (open: Looks['open']): Looks | undefined => {
    const isOver = ({ at }: Looks['open'][number]) => at.length === 0 || at.includes(END)
    if (open.some((look) => isOver(look) && look.at.includes(END) === look.refuses)) return undefined
    return named(open.filter((look) => !isOver(look)))
  }
  return {
    begin: ({ open }: Looks, ahead: number, refuses: boolean) => settle([...open, { at: reached([ahead]), refuses }]),
    after(looks: Looks, character: string): Looks | undefined {
      if (looks.open.length === 0) return looks
      const steps = (place: number) => {
        const at = places[place]!
        return 'character' in at && at.character.accepts(character) ? [at.next] : []
      }
      return settle(looks.open.map(({ at, refuses }) => ({ at: reached(at.flatMap(steps)), refuses })))
    },
  }
}
