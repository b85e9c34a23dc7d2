/** How much one file may ask of us. Sizes in bytes. */
export interface ReadLimits {
  /** Size of the file itself. */
  maxBytes: number
  /** Everything in a zip package together, unpacked. */
  maxInflatedBytes: number
  /** Unpacked size over packed size, looked at once more than `ratioFloorBytes` came out. */
  maxRatio: number
  ratioFloorBytes: number
  /** Entries in a zip package. */
  maxEntries: number
}

const MEGABYTE = 1024 * 1024

export const READ_LIMITS: Readonly<ReadLimits> = {
  maxBytes: 20 * MEGABYTE,
  maxInflatedBytes: 200 * MEGABYTE,
  maxRatio: 200,
  ratioFloorBytes: 10 * MEGABYTE,
  maxEntries: 5_000,
}
