import type { Span } from '../../core/document.ts'

/** A span over a text, with what it stands for. */
export interface Layer<T> extends Span {
  is: T
}

/** A stretch of text with everything that covers it, in the order given. */
export interface Segment<T> extends Span {
  text: string
  covers: T[]
}

/**
 * Cut a text wherever something begins or ends (and at `cuts`), so that each stretch is covered by the same things throughout.
 * The stretches joined give the text again, whatever the spans; empty spans and those outside the text cover nothing, and no cut
 * falls inside a surrogate pair.
 */
export function segments<T>(text: string, layers: readonly Layer<T>[], cuts: readonly number[] = []): Segment<T>[] {
  const placed = layers
    .map((layer, order) => ({
      order,
      is: layer.is,
      start: snapped(text, layer.start, -1),
      end: snapped(text, layer.end, 1),
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
  const bounds = boundsOf(
    text,
    placed.flatMap(({ start, end }) => [start, end]),
    cuts.map((cut) => snapped(text, cut, -1)),
  )
  const found: Segment<T>[] = []
  let open: typeof placed = []
  let next = 0
  for (let at = 0; at + 1 < bounds.length; at++) {
    const [start, end] = [bounds[at]!, bounds[at + 1]!]
    open = open.filter((layer) => layer.end > start)
    while (next < placed.length && placed[next]!.start <= start) open.push(placed[next++]!)
    const covers = [...open].sort((a, b) => a.order - b.order).map(({ is }) => is)
    found.push({ start, end, text: text.slice(start, end), covers })
  }
  return found
}

function boundsOf(text: string, ...places: number[][]): number[] {
  return [...new Set([0, text.length, ...places.flat()])].sort((a, b) => a - b)
}

function snapped(text: string, offset: number, outwards: -1 | 1): number {
  const place = Math.min(Math.max(Number.isFinite(offset) ? Math.trunc(offset) : 0, 0), text.length)
  const splits = isSurrogate(text.charCodeAt(place - 1), 0xd800) && isSurrogate(text.charCodeAt(place), 0xdc00)
  return splits ? place + outwards : place
}

function isSurrogate(unit: number, base: 0xd800 | 0xdc00): boolean {
  return unit >= base && unit < base + 0x400
}
