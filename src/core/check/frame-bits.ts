import { FRAMES, type Frame } from '../document.ts'

/** By frame, its bit: whether a rule reads any frame of a paper is then one look. */
export const FRAME_BIT = Object.fromEntries(FRAMES.map((frame, place) => [frame, 1 << place])) as Record<Frame, number>

/** The bits of some frames. */
export function frameBits(frames: readonly Frame[]): number {
  let bits = 0
  for (const frame of frames) bits |= FRAME_BIT[frame]
  return bits
}
