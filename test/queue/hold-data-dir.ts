import type { Problem } from '../../src/core/problem.ts'
import { holdDataDir } from '../../src/queue/lock.ts'

// Holds the data folder named by its argument until it is killed, and says whether it could.
try {
  await holdDataDir(process.argv[2]!, 'test')
  console.log('held')
} catch (error) {
  console.log((error as Problem).code)
}
process.stdin.resume()
