const { writeFileSync } = require('node:fs')
const { reporters, Runner } = require('mocha')

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_PENDING, EVENT_SUITE_BEGIN } = Runner.constants

/** One line a file-level suite as it goes by, failures in full at the end, and the counts in a file for the closing line. */
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
      this.epilogue()
      if (process.env.TEST_COUNTS_FILE) writeFileSync(process.env.TEST_COUNTS_FILE, JSON.stringify(counts))
    })
  }
}

module.exports = Reporter
