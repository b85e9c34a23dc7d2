/** What the matches of a pattern are made of, character by character. Borders (`^`, `$`, `\b`) hold none and are an empty row. */
export type PatternPart =
  | CharacterPart
  | { kind: 'row'; parts: readonly PatternPart[] }
  | { kind: 'either'; parts: readonly PatternPart[] }
  | { kind: 'repeat'; part: PatternPart; least: number; most: number }
  | LookPart

/** One character. */
export interface CharacterPart {
  kind: 'character'
  accepts: (character: string) => boolean
  /** Characters that stand in the pattern for it; of a class that excludes, those it excludes. */
  spelled: readonly string[]
}

/** What has to stand ahead of a place, or behind it, or must not. */
export interface LookPart {
  kind: 'look'
  behind: boolean
  refuses: boolean
  inside: PatternPart
  /** The inside as it is written. */
  source: string
}

/** Takes the source of a pattern apart. It is taken to compile and to repeat nothing without bound, as rules must. */
export function patternTree(source: string): PatternPart {
  const tokens = source.match(TOKEN) ?? []
  let at = 0

  function alternatives(): PatternPart {
    const parts = [row()]
    while (tokens[at] === '|') {
      at++
      parts.push(row())
    }
    return parts.length === 1 ? parts[0]! : { kind: 'either', parts }
  }

  function row(): PatternPart {
    const parts: PatternPart[] = []
    while (at < tokens.length && tokens[at] !== '|' && tokens[at] !== ')') parts.push(repeated(one()))
    return { kind: 'row', parts }
  }

  function one(): PatternPart {
    const token = tokens[at++]!
    if (!token.startsWith('(')) return BORDERS.has(token) ? NOTHING : character(token)
    const from = at
    const inside = alternatives()
    const source = tokens.slice(from, at++).join('')
    if (!/[=!]$/.test(token)) return inside
    return { kind: 'look', behind: token.includes('<'), refuses: token.endsWith('!'), inside, source }
  }

  function repeated(part: PatternPart): PatternPart {
    const times = /^(?:\?|\{(\d+)(?:,(\d+))?\})\??$/.exec(tokens[at] ?? '')
    if (!times) return part
    at++
    const least = Number(times[1] ?? 0)
    return { kind: 'repeat', part, least, most: Number(times[2] ?? times[1] ?? 1) }
  }

  return alternatives()
}

const TOKEN =
  /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|\{\d+(?:,\d+)?\}\??|\?\??|./gs
const BORDERS: ReadonlySet<string> = new Set(['^', '$', '\\b', '\\B'])
const NOTHING: PatternPart = { kind: 'row', parts: [] }

/** The same few hundred characters and classes stand in all patterns. */
const characters = new Map<string, CharacterPart>()

function character(token: string): CharacterPart {
  const known = characters.get(token)
  if (known) return known
  const alone = new RegExp(`^${token}$`, 'i')
  const part: CharacterPart = { kind: 'character', accepts: (one) => alone.test(one), spelled: spelledIn(token) }
  characters.set(token, part)
  return part
}

function spelledIn(token: string): string[] {
  if (token === '.') return []
  const decoded = token.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2}))/gi, (_, long?: string, short?: string) =>
    String.fromCharCode(Number.parseInt(long ?? short!, 16)),
  )
  return (token.length === 1 ? token : decoded.replace(/^\[\^?|\]$|\\[a-z]|[\\-]/gi, '')).split('')
}
