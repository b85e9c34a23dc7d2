/** One JSON line on standard output. */
export function line(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** Words for people, on standard error. */
export function say(words: string): void {
  process.stderr.write(`${words}\n`)
}

/** How a command is called; told when it was called otherwise. */
export class UsageError extends Error {}

/** Today in China, `YYYY-MM-DD`; asked for each paper, so that a long run follows midnight. */
export function today(): string {
  return CHINA_DAY.format(new Date())
}

/** To make one takes as long as to read a short paper. */
const CHINA_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}
