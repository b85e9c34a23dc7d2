// Runs the whole suite and ends with one line that says how it went: `N passed, N failed`, and `, N skipped` when something was.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'sojourn-test-'))
const countsFile = join(folder, 'counts.json')
const specs = process.argv.slice(2)
const run = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/mocha/bin/mocha.js'),
    '--reporter',
    join(ROOT, 'test/support/reporter.cjs'),
    ...(specs.length > 0 ? specs : ['test/**/*.test.ts', 'test/**/*.test.tsx']),
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, TEST_COUNTS_FILE: countsFile } },
)
const counts = readCounts()
if (counts.skippedTitles.length > 0) {
  console.log(`\nSKIPPED, ${counts.skippedTitles.length} tests did not run:`)
  for (const title of counts.skippedTitles) console.log(`  - ${title}`)
}
// A runner that died or found nothing has not passed.
const failed = counts.failed > 0 || (run.status === 0 && counts.passed > 0) ? counts.failed : 1
console.log(
  `\n${counts.passed} passed, ${failed} failed${counts.skippedTitles.length > 0 ? `, ${counts.skippedTitles.length} skipped` : ''}`,
)
rmSync(folder, { recursive: true, force: true })
process.exit(failed > 0 ? 1 : 0)

function readCounts() {
  try {
    return JSON.parse(readFileSync(countsFile, 'utf8'))
  } catch {
    return { passed: 0, failed: 0, skippedTitles: [] }
  }
}
