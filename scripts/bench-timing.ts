/** Shortest of as many runs as fit into a second, thirty at least where they fit into five: code is slow until it was run often. */
export function warm(work: () => unknown): number {
  const began = performance.now()
  let shortest = best(3, work)
  for (let runs = 3; ; runs++) {
    const elapsed = performance.now() - began
    if (elapsed > 5000 || (elapsed > 1000 && runs >= 30)) return shortest
    shortest = Math.min(shortest, best(1, work))
  }
}

/** The same for things that are compared: by turns, so that what else the machine does falls on all of them alike. */
export function warmTogether<T extends (() => unknown)[]>(works: [...T]): { [work in keyof T]: number } {
  const began = performance.now()
  const shortest = works.map(() => Number.POSITIVE_INFINITY)
  for (let runs = 0; ; runs++) {
    const elapsed = performance.now() - began
    if (runs >= 6 && (elapsed > 15_000 || (elapsed > 3000 && runs >= 30)))
      return shortest as { [work in keyof T]: number }
    works.forEach((work, i) => {
      shortest[i] = Math.min(shortest[i]!, best(1, work))
    })
  }
}

export function timed<T>(work: () => T): [T, number] {
  const began = performance.now()
  const made = work()
  return [made, performance.now() - began]
}

/** Shortest of some runs, in milliseconds. */
export function best(runs: number, work: () => unknown): number {
  let shortest = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    work()
    shortest = Math.min(shortest, performance.now() - began)
  }
  return shortest
}

export function round(ms: number): number {
  return Math.round(ms * 10) / 10
}

export function ratio(a: number, b: number): number {
  return Math.round((a / b) * 100) / 100
}
