/**
 * `--help` or `-h`, wherever it stands before a `--`: the usage goes to standard output, and the command does nothing else.
 * @returns whether it was asked for
 */
export function tellUsage(args: readonly string[], usage: string): boolean {
  const end = args.indexOf('--')
  const options = end < 0 ? args : args.slice(0, end)
  const isAsked = options.includes('--help') || options.includes('-h')
  if (isAsked) process.stdout.write(usage)
  return isAsked
}
