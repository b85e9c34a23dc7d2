const { writeFileSync } = require('node:fs')
const { format } = require('node:util')
const { reporters, Runner } = require('mocha')

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_PENDING, EVENT_SUITE_BEGIN } = Runner.constants

/** One line a file-level suite as it goes by; at the end the counts and the failures in full, into `TEST_COUNTS_FILE` when it is named. */
class Reporter extends reporters.Base {
  constructor(runner, options) {
    super(runner, options)
    const counts = { passed: 0, failed: 0, skippedTitles: [] }
    runner.on(EVENT_SUITE_BEGIN, (suite) => {
      if (suite.parent?.root) process.stdout.write(`${suite.title}\n`)
    })
    runner.on(EVENT_TEST_PASS, () => counts.passed++)
    runner.on(EVENT_TEST_FAIL, (test, error) => {
      counts.failed++
      process.stdout.write(`  FAILED ${test.fullTitle()}: ${error.message?.split('\n')[0]}\n`)
    })
    runner.on(EVENT_TEST_PENDING, (test) => counts.skippedTitles.push(test.fullTitle()))
    runner.once(EVENT_RUN_END, () => {
      if (!process.env.TEST_COUNTS_FILE) return this.epilogue()
      const lines = []
      reporters.Base.consoleLog = (...words) => lines.push(format(...words))
      this.epilogue()
      writeFileSync(process.env.TEST_COUNTS_FILE, JSON.stringify({ ...counts, summary: lines.join('\n') }))
    })
  }
}

module.exports = Reporter
