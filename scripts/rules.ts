/**
 * For rule authors, and for whoever approves what they wrote. JSON lines on stdout, words for people on stderr.
 * Exit status 0; 2 when something is wrong with the rules, the texts or the call.
 */
import { Problem } from '../src/core/problem.ts'
import { badFile } from './bad-file.ts'
import { refusal } from './refusal.ts'
import { backtest } from './rules/backtest.ts'
import { checkRules } from './rules/check.ts'
import { checkCorpora } from './rules/corpora.ts'
import { tryDisguises } from './rules/disguises.ts'
import { explainText } from './rules/explain.ts'
import { tellHygiene } from './rules/hygiene.ts'
import { approve, propose, recheck, rollBack, tellVersions } from './rules/life.ts'
import { line, say, UsageError } from './rules/tell.ts'
import { tryText } from './rules/try.ts'
import { type RulesCommand, rulesUsage } from './rules/usage.ts'
import { tellUsage } from './usage.ts'
import { wrongCall } from './wrong-call.ts'

const COMMANDS: Record<RulesCommand, (args: string[]) => Promise<number>> = {
  check: checkRules,
  try: tryText,
  explain: explainText,
  backtest,
  hygiene: tellHygiene,
  disguises: tryDisguises,
  corpora: checkCorpora,
  versions: tellVersions,
  propose,
  approve,
  rollback: rollBack,
  recheck,
}

// A reader that has seen enough (head) closes the pipe: that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await run(process.argv.slice(2))

async function run([name = '', ...args]: string[]): Promise<number> {
  if (tellUsage([name, ...args], rulesUsage(name))) return 0
  try {
    if (!Object.hasOwn(COMMANDS, name))
      throw new UsageError(name === '' ? 'no command given / 未给出命令' : `unknown command / 未知命令: ${name}`)
    return await COMMANDS[name as RulesCommand](args)
  } catch (error) {
    return complain(error, name)
  }
}

function complain(error: unknown, name: string): number {
  const wrong = wrongCall(error)
  if (wrong !== undefined) {
    process.stderr.write(`${wrong}\n${rulesUsage(name)}`)
    return 2
  }
  const { mistakes, words } = mistakesIn(error) ?? {}
  if (!mistakes) throw error
  say(words!)
  for (const mistake of mistakes) line({ mistake, ...(error instanceof Problem && { code: error.code }) })
  return 2
}

/** What is expected to go wrong, in words: mistakes of authors, files that are not there, deeds that are refused. */
function mistakesIn(error: unknown): { mistakes: string[]; words: string } | undefined {
  if (error instanceof Problem) {
    const { mistakes, says } = error.detail
    const words = refusal(error)
    // Each mistake of an author is a line by itself, as editors and scripts want it.
    if (Array.isArray(mistakes)) return { mistakes: mistakes as string[], words }
    return { mistakes: [typeof says === 'string' ? says : words], words }
  }
  if (!(error instanceof Error && 'code' in error)) return undefined
  const says = badFile(error)
  const words = says === undefined ? error.message : `${(error as NodeJS.ErrnoException).path ?? ''}: ${says}`
  return { mistakes: [words], words }
}
