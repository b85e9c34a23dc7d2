/** Milliseconds of processor time that `work` takes: what it costs, however busy the machine is with other things. */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
