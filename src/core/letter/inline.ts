/** Words of a template, and places to fill: `{matter.number}`, `{operator.phone?}` (may be absent), `{matter.received_at|day}`, `{cite:rights}`. */
export type Inline = { text: string } | { path: string; optional: boolean; as: Shape | null } | { cite: string }

/** Other ways to write a value: the day of a moment, an amount in digits alone. */
export const SHAPES = ['day', 'digits'] as const
export type Shape = (typeof SHAPES)[number]

const PLACE = /\{([^{}]*)\}/g

/** @param complain told of every place that cannot be read */
export function parseInline(words: string, complain: (says: string) => void): Inline[] {
  const found: Inline[] = []
  let end = 0
  for (const match of words.matchAll(PLACE)) {
    if (match.index > end) found.push({ text: words.slice(end, match.index) })
    end = match.index + match[0].length
    const place = placeOf(match[1]!)
    if (place) found.push(place)
    else complain(`${match[0]} cannot be filled; allowed: {path}, {path?}, {path|day}, {path|digits}, {cite:key}`)
  }
  if (end < words.length) found.push({ text: words.slice(end) })
  for (const part of found)
    if ('text' in part && /[{}]/.test(part.text)) complain(`a brace stands alone in "${part.text}"`)
  return found
}

function placeOf(inside: string): Inline | null {
  const cite = /^cite:([a-z][a-z0-9_]*)$/.exec(inside)?.[1]
  if (cite) return { cite }
  const [, path, as, optional] = /^([A-Za-z][A-Za-z0-9_.]*)(?:\|([a-z]+))?(\?)?$/.exec(inside) ?? []
  if (!path) return null
  const shape = SHAPES.find((each) => each === as)
  if (as !== undefined && !shape) return null
  return { path, optional: optional !== undefined, as: shape ?? null }
}
