/**
 * For rule authors, and for whoever approves what they wrote. JSON lines on stdout, words for people on stderr.
 * Exit status 0; 2 when something is wrong with the rules, the texts or the call.
 */
import { Problem } from '../src/core/problem.ts'
import { plainWords } from '../src/run-process.ts'
import { backtest } from './rules/backtest.ts'
import { checkRules } from './rules/check.ts'
import { checkCorpora } from './rules/corpora.ts'
import { tryDisguises } from './rules/disguises.ts'
import { explainText } from './rules/explain.ts'
import { tellHygiene } from './rules/hygiene.ts'
import { approve, propose, recheck, rollBack, tellVersions } from './rules/life.ts'
import { line, say, UsageError } from './rules/tell.ts'
import { tryText } from './rules/try.ts'

const USAGE = `usage: rules COMMAND
  check [FOLDER] [--corpus PATH] [--strict]      mistakes, examples, conflicts, cost
  try [--rule ID|CODE] [circumstances] TEXT|FILE|-|DOCUMENT-ID       what fires, and why the rest keeps silent
  explain [--rule ID|CODE] [circumstances] TEXT|FILE|-|DOCUMENT-ID   each finding: which element was met where
  backtest [--old DIR|HASH] [--new DIR|HASH] [--corpus PATH | --data [--from DAY] [--to DAY]] [--save --by LOGIN]
  hygiene [FOLDER] [--corpus PATH | --data [--from DAY] [--to DAY]]
  disguises [FOLDER] [--rule ID|CODE] [--guessed]
  corpora FOLDER                                 labels on texts that hold nothing of ours
  versions                                       every version in the database, the active one marked
  propose DIR --author LOGIN --reason WORDS
  approve HASH --by LOGIN --reason WORDS         by another than the author; needs a saved backtest
  rollback HASH --by LOGIN --reason WORDS        an earlier version again
  recheck --from DAY --to DAY --by LOGIN --reason WORDS
circumstances: --kind --date --until --region --entity --channel, as for scan
`

const COMMANDS: Record<string, (args: string[]) => Promise<number>> = {
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
  try {
    if (!Object.hasOwn(COMMANDS, name))
      throw new UsageError(name === '' ? 'no command given' : `unknown command: ${name}`)
    return await COMMANDS[name]!(args)
  } catch (error) {
    return complain(error)
  }
}

function complain(error: unknown): number {
  const { code, message } = error as NodeJS.ErrnoException
  if (error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS')) {
    process.stderr.write(`${message}\n${USAGE}`)
    return 2
  }
  const mistakes = mistakesIn(error)
  if (!mistakes) throw error
  for (const mistake of mistakes) {
    say(mistake)
    line({ mistake })
  }
  return 2
}

/** What is expected to go wrong, in words: mistakes of authors, files that are not there, deeds that are refused. */
function mistakesIn(error: unknown): string[] | undefined {
  if (error instanceof Problem) {
    const { mistakes, says } = error.detail
    if (Array.isArray(mistakes)) return mistakes as string[]
    return [typeof says === 'string' ? says : plainWords(error)]
  }
  return error instanceof Error && 'code' in error ? [error.message] : undefined
}
