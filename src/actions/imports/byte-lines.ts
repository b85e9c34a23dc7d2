/** One line of a stream, without its line break. `bytes` is missing when the line was longer than allowed. */
export interface ByteLine {
  /** 1-based. */
  number: number
  bytes?: Uint8Array
}

/**
 * Lines of a byte stream, one after another: the next chunk is asked for only when the lines of the last one are done.
 * A line over `maxBytes` is passed over without being kept, and named by its number. Empty lines are counted and left out.
 */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<ByteLine> {
  let number = 1
  let kept: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      size += at - from
      if (size <= maxBytes) kept.push(chunk.subarray(from, at))
      const line = finished(number++, kept, size, maxBytes)
      if (line) yield line
      kept = []
      size = 0
      from = at + 1
    }
    size += chunk.length - from
    if (size <= maxBytes) kept.push(chunk.subarray(from))
    else kept = []
  }
  const last = finished(number, kept, size, maxBytes)
  if (last) yield last
}

const LF = 0x0a
const CR = 0x0d

function finished(number: number, kept: Uint8Array[], size: number, maxBytes: number): ByteLine | undefined {
  if (size > maxBytes) return { number }
  const whole = Buffer.concat(kept)
  const bytes = whole.at(-1) === CR ? whole.subarray(0, -1) : whole
  return bytes.length === 0 ? undefined : { number, bytes }
}
