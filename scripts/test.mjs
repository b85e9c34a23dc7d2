// Runs the whole suite, or the specs given, and ends with one line that says how it went: `N passed, N failed`, and `, N skipped` when
// something was. The whole suite goes in two lanes side by side where the machine has two cores: whatever starts commands, servers and
// browsers, and all the rest. A lane is a mocha process of its own, with its own database and queue servers on free ports.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
/** These three folders take about as long as all others together. A new folder goes with the others. */
const LANE_OF_PROCESSES = ['browser', 'jobs', 'scripts']

const folder = mkdtempSync(join(tmpdir(), 'sojourn-test-'))
process.on('SIGINT', () => {}) // the lanes hear it too; what they did until then is told
const asked = process.argv.slice(2)
const lanes = asked.length > 0 ? [asked] : lanesOf(specFiles())
const runs = await Promise.all(lanes.map(run))
rmSync(folder, { recursive: true, force: true })
process.exit(tell(runs))

function specFiles() {
  const entries = readdirSync(join(ROOT, 'test'), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.test\.tsx?$/.test(entry.name))
  return files.map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name))).sort()
}

/** Every spec in one lane and in one only, in the same order each time. */
function lanesOf(specs) {
  if (availableParallelism() < 2) return [specs]
  const startsProcesses = (spec) => LANE_OF_PROCESSES.includes(spec.split(sep)[1])
  return [specs.filter(startsProcesses), specs.filter((spec) => !startsProcesses(spec))].filter(({ length }) => length)
}

async function run(args, lane) {
  const countsFile = join(folder, `${lane}.json`)
  const mocha = join(ROOT, 'node_modules/mocha/bin/mocha.js')
  const reporter = ['--reporter', join(ROOT, 'test/support/reporter.cjs')]
  const child = spawn(process.execPath, [mocha, ...reporter, ...(process.stdout.isTTY ? ['--color'] : []), ...args], {
    cwd: ROOT,
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...process.env, TEST_COUNTS_FILE: countsFile },
  })
  const isAlone = lanes.length === 1
  const before = isAlone ? '' : `${lane + 1}| `
  let last = ''
  const pass = (from, to) =>
    createInterface({ input: from }).on('line', (line) => {
      to.write(`${before}${line}\n`)
      if (line !== '') last = line
    })
  pass(child.stdout, process.stdout)
  pass(child.stderr, process.stderr)
  const ended = await new Promise((resolve) => {
    const end = (status, signal) => resolve(signal ?? `status ${status}`)
    child.on('close', end)
    // A process that a dead runner left behind may hold its output open for ever.
    child.on('exit', (status, signal) => setTimeout(end, 5_000, status, signal))
    child.on('error', (error) => resolve(error.message))
  })
  return { name: isAlone ? '' : `Lane ${lane + 1}`, ended, last, ...countsIn(countsFile) }
}

function countsIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 0, skippedTitles: [], summary: undefined }
  }
}

/** Summaries, failures in full and the closing line. A lane that died or found nothing has not passed. @returns the exit status */
function tell(runs) {
  const died = ({ failed, passed, ended }) => failed === 0 && (ended !== 'status 0' || passed === 0)
  const passed = runs.reduce((sum, run) => sum + run.passed, 0)
  const counted = runs.reduce((sum, run) => sum + run.failed + (died(run) ? 1 : 0), 0)
  const failed = counted === 0 && passed === 0 ? 1 : counted
  const skippedTitles = runs.flatMap((run) => run.skippedTitles)
  // What failed stands last, where it is looked for.
  for (const run of [...runs].sort((a, b) => a.failed - b.failed)) {
    const { name, ended, last, summary } = run
    if (summary !== undefined) console.log(`\n${name}${summary.trimEnd()}`)
    if (died(run))
      console.log(
        `\n${name || 'The run'} FAILED: it ended with ${ended}, ${run.passed} passed. Its last words: ${last}`,
      )
  }
  if (skippedTitles.length > 0) {
    console.log(`\nSKIPPED, ${skippedTitles.length} tests did not run:`)
    for (const title of skippedTitles) console.log(`  - ${title}`)
  }
  const skipped = skippedTitles.length > 0 ? `, ${skippedTitles.length} skipped` : ''
  console.log(`\n${passed} passed, ${failed} failed${skipped}`)
  return failed > 0 ? 1 : 0
}
