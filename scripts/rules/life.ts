/** Versions of the rulebook in the database: who proposed them, who approved them, which one is active. */
import { parseArgs } from 'node:util'
import { recheckDocuments } from '../../src/actions/papers/recheck-documents.ts'
import { approveRulebook, rollBackRulebook } from '../../src/actions/rulebook/activate-rulebook.ts'
import { proposeRulebook } from '../../src/actions/rulebook/propose-rulebook.ts'
import { loadForAuthors } from '../../src/rulebook/load.ts'
import { activeActivation } from '../../src/store/rulebook-activations.ts'
import { storedVersions } from '../../src/store/views/rulebook-versions.ts'
import { hashNamed } from './backtest.ts'
import { officerNamed, withDatabase } from './database.ts'
import { line, say, UsageError } from './tell.ts'

/** `versions`: every stored version, newest first. */
export async function tellVersions(): Promise<number> {
  return withDatabase('reads', async (db) => {
    for (const version of await storedVersions(db)) {
      line(version)
      const { hash, isActive, isShipped, rules, proposals, activations, backtests } = version
      say(`${isActive ? '*' : ' '} ${hash.slice(0, 12)} ${rules} rules${isShipped ? ', came with a release' : ''}`)
      for (const { author, at, reason } of proposals) say(`    proposed by ${author} ${at}: ${reason}`)
      for (const { at, over, papers } of backtests) say(`    backtest ${at} over ${over}, ${papers} papers`)
      for (const { way, approver, at, reason } of activations)
        say(`    ${way}${approver ? ` by ${approver}` : ''} ${at}${reason ? `: ${reason}` : ''}`)
    }
    return 0
  })
}

/** `propose DIR --author LOGIN --reason WORDS` */
export async function propose(args: string[]): Promise<number> {
  const { values, operand } = read(args, ['author', 'reason'], 'DIR')
  const { rulebook } = loadForAuthors(operand)
  return withDatabase('writes', async (db) => {
    const author = await officerNamed(db, values.author!)
    await proposeRulebook({ db, now: () => new Date() }, author, { rulebook, reason: values.reason! })
    line({ proposed: rulebook.hash, rules: rulebook.rules.length })
    say(`proposed ${rulebook.hash}; next: rules backtest --new ${rulebook.hash.slice(0, 12)} --data --save --by LOGIN`)
    return 0
  })
}

/** `approve HASH --by LOGIN --reason WORDS` */
export function approve(args: string[]): Promise<number> {
  return activate(args, approveRulebook)
}

/** `rollback HASH --by LOGIN --reason WORDS` */
export function rollBack(args: string[]): Promise<number> {
  return activate(args, rollBackRulebook)
}

async function activate(args: string[], act: typeof approveRulebook): Promise<number> {
  const { values, operand } = read(args, ['by', 'reason'], 'HASH')
  return withDatabase('writes', async (db, { homeRegion }) => {
    const officer = await officerNamed(db, values.by!)
    const hash = await hashNamed(db, operand)
    const seq = (await activeActivation(db))?.seq ?? 0
    await act({ db, now: () => new Date(), homeRegion }, officer, { hash, seq, reason: values.reason! })
    line({ active: hash })
    say(`active: ${hash}; running workers take it up with their next paper`)
    return 0
  })
}

/** `recheck --from DAY --to DAY --by LOGIN --reason WORDS` */
export async function recheck(args: string[]): Promise<number> {
  const { values } = read(args, ['from', 'to', 'by', 'reason'])
  return withDatabase('writes', async (db) => {
    const officer = await officerNamed(db, values.by!)
    const order = { from: values.from!, to: values.to!, reason: values.reason! }
    const asked = await recheckDocuments({ db, now: () => new Date() }, officer, order)
    line(asked)
    say(`${asked.papers} papers are checked again by the running workers, or when one is started`)
    return 0
  })
}

function read(
  args: string[],
  needed: string[],
  operandName?: string,
): { values: Record<string, string | undefined>; operand: string } {
  const options = Object.fromEntries(needed.map((name) => [name, { type: 'string' as const }]))
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const missing = needed.filter((name) => !values[name])
  if (missing.length > 0) throw new UsageError(`missing / 缺少: ${missing.map((name) => `--${name}`).join(' ')}`)
  if (positionals.length !== (operandName ? 1 : 0))
    throw new UsageError(operandName ? `name one / 请给出一个 ${operandName}` : 'too many words / 多余的参数')
  return { values: values as Record<string, string | undefined>, operand: positionals[0] ?? '' }
}
