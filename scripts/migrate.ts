/** Brings the database schema up to date, or with `--down` takes the last batch of migrations back. */
import { parseArgs } from 'node:util'
import { connectDatabase } from '../db/connect.ts'
import { migrationSource } from '../db/migrations/index.ts'
import { readConfig } from '../src/config.ts'
import { Problem } from '../src/core/problem.ts'
import { refusal } from './refusal.ts'
import { tellUsage } from './usage.ts'
import { wrongCall } from './wrong-call.ts'

const USAGE = `Usage / 用法: npm run migrate [-- --down]
Brings the schema of the database up to date / 更新数据库结构
  --down            take the last batch of migrations back / 撤销最近一批变更
`

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  if (tellUsage(args, USAGE)) return 0
  try {
    const { values } = parseArgs({ args, options: { down: { type: 'boolean' } } })
    const config = readConfig(process.env)
    await migrate(config, values.down ?? false)
    return 0
  } catch (error) {
    const wrong = wrongCall(error)
    if (wrong !== undefined) {
      process.stderr.write(`${wrong}\n${USAGE}`)
      return 1
    }
    if (!(error instanceof Problem)) throw error
    process.stderr.write(`${refusal(error)}\n`)
    return 1
  }
}

async function migrate(config: { databaseUrl?: string; dataDir: string }, down: boolean): Promise<void> {
  const db = connectDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir })
  try {
    const [, names] = (await db.migrate[down ? 'rollback' : 'latest']({ migrationSource })) as [number, string[]]
    const done = down ? 'taken back / 已撤销' : 'done / 已执行'
    process.stdout.write(names.length > 0 ? `${done}: ${names.join(', ')}\n` : 'nothing to do / 无需变更\n')
  } finally {
    await db.destroy()
  }
}
