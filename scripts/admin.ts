/** Officers and API tokens, by hand: who may sign in, in which role and region, and which programs may call the API. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Knex } from 'knex'
import { connectDatabase } from '../db/connect.ts'
import { addOfficer } from '../src/actions/officers/add-officer.ts'
import { disableOfficer, enableOfficer, makePrincipal, setPassword } from '../src/actions/officers/change-officer.ts'
import { createApiToken, revokeToken } from '../src/actions/officers/create-api-token.ts'
import { migrate } from '../src/app.ts'
import { type Config, readConfig } from '../src/config.ts'
import { ROLES, type Role } from '../src/core/access/viewer.ts'
import { Problem } from '../src/core/problem.ts'
import { databaseFile, databaseName } from '../src/database-name.ts'
import { listApiTokens } from '../src/store/api-tokens.ts'
import { listOfficers } from '../src/store/officers.ts'
import { refusal } from './refusal.ts'
import { UsageError } from './rules/tell.ts'
import { tellUsage } from './usage.ts'
import { wrongCall } from './wrong-call.ts'

const USAGE = `Usage / 用法: npm run admin -- COMMAND
Officers and API tokens / 用户与接口令牌
  officer add --login L --name N --role ${ROLES.join('|')} --region CODE [--password P | --password -]
  officer list
  officer password --login L [--password P | --password -]
  officer disable --login L
  officer enable --login L
  officer principal --login L
  token add --login L --label X
  token list
  token revoke ID
Without --password one is made up and printed once; with "-" it is the first line of standard input.
不给 --password 时随机生成并只显示一次；写 "-" 时从标准输入读取第一行。
The database is that of DATA_DIR or DATABASE_URL: set them as for the server. Only "officer add" makes a new one.
数据库由 DATA_DIR 或 DATABASE_URL 决定，须与服务一致；只有 officer add 会新建。
`

interface Call {
  parts: { db: Knex; now(): Date }
  options: Record<string, string | undefined>
  operands: string[]
}

const COMMANDS: Record<string, { options: string[]; operands: number; run(call: Call): Promise<string[]> }> = {
  'officer add': { options: ['login', 'name', 'role', 'region', 'password'], operands: 0, run: officerAdd },
  'officer list': { options: [], operands: 0, run: officerList },
  'officer password': { options: ['login', 'password'], operands: 0, run: officerPassword },
  'officer disable': { options: ['login'], operands: 0, run: officerDisable },
  'officer principal': { options: ['login'], operands: 0, run: officerPrincipal },
  'officer enable': { options: ['login'], operands: 0, run: officerEnable },
  'token add': { options: ['login', 'label'], operands: 0, run: tokenAdd },
  'token list': { options: [], operands: 0, run: tokenList },
  'token revoke': { options: [], operands: 1, run: tokenRevoke },
}

/** A command given without the server's DATA_DIR must not make a second database, in which nobody is known. */
class NoDatabase extends Error {}

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  if (tellUsage(args, USAGE)) return 0
  let config: Config | undefined
  try {
    const asked = readArguments(args)
    config = readConfig(process.env)
    const lines = await withOfficers(config, asked.name === 'officer add', (db) =>
      asked.command.run({ ...asked, parts: { db, now: () => new Date() } }),
    )
    process.stdout.write(lines.map((line) => `${line}\n`).join(''))
    return 0
  } catch (error) {
    return complain(error, config)
  }
}

async function withOfficers<T>(config: Config, mayMake: boolean, use: (db: Knex) => Promise<T>): Promise<T> {
  const file = databaseFile(config)
  const isMissing = file !== undefined && !existsSync(file)
  if (isMissing && !mayMake) throw new NoDatabase()
  const db = connectDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir })
  try {
    if (!mayMake && !(await db.schema.hasTable('officers'))) throw new NoDatabase()
    await migrate(db)
    if (isMissing) process.stderr.write(`new database / 已新建数据库: ${file}\n`)
    return await use(db)
  } finally {
    await db.destroy()
  }
}

function readArguments(args: string[]) {
  const name = args.slice(0, 2).join(' ')
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command)
    throw new UsageError(name === '' ? 'no command given / 未给出命令' : `unknown command / 未知命令: ${name}`)
  const { values, positionals } = parseArgs({
    args: args.slice(2),
    allowPositionals: true,
    options: Object.fromEntries(command.options.map((option) => [option, { type: 'string' as const }])),
  })
  if (positionals.length !== command.operands) {
    throw new UsageError(
      command.operands === 1
        ? `${name} takes one ID / ${name} 须给一个编号`
        : `${name} takes no / 不接受 ${positionals[0]}`,
    )
  }
  return { name, command, options: values as Call['options'], operands: positionals }
}

async function officerAdd({ parts, options }: Call): Promise<string[]> {
  const role = needed(options, 'role')
  if (!ROLES.includes(role as Role))
    throw new UsageError(`--role is "${role}" / --role 取值有误; allowed / 允许: ${ROLES.join(', ')}`)
  const password = await passwordFrom(options)
  const officer = await addOfficer(parts, 'system', {
    login: needed(options, 'login'),
    name: needed(options, 'name'),
    role: role as Role,
    region: needed(options, 'region'),
    password: password.value,
  })
  return [`added / 已添加: ${officer.login}`, ...shown(password)]
}

async function officerList({ parts }: Call): Promise<string[]> {
  const officers = await listOfficers(parts.db)
  return officers.map(({ login, name, role, region, isPrincipal, disabledAt }) =>
    [
      login,
      name,
      isPrincipal ? `${role} (principal)` : role,
      region,
      disabledAt ? `disabled ${disabledAt}` : 'active',
    ].join('\t'),
  )
}

async function officerPassword({ parts, options }: Call): Promise<string[]> {
  const login = needed(options, 'login')
  const password = await passwordFrom(options)
  await setPassword(parts, 'system', login, password.value)
  const officer = (await listOfficers(parts.db)).find((known) => known.login === login.toLowerCase())
  const lines = [`password set, open sessions ended / 密码已更新，原会话已失效: ${login}`, ...shown(password)]
  if (!officer?.disabledAt) return lines
  return [
    ...lines,
    `the account is disabled: npm run admin -- officer enable --login ${login} / 此账号已停用，需先启用`,
  ]
}

async function officerDisable({ parts, options }: Call): Promise<string[]> {
  const login = needed(options, 'login')
  await disableOfficer(parts, 'system', login)
  return [`disabled / 已停用: ${login}`]
}

async function officerEnable({ parts, options }: Call): Promise<string[]> {
  const login = needed(options, 'login')
  await enableOfficer(parts, 'system', login)
  return [`enabled / 已启用: ${login}`]
}

async function officerPrincipal({ parts, options }: Call): Promise<string[]> {
  const login = needed(options, 'login')
  await makePrincipal(parts, 'system', login)
  return [`principal head / 已设为正职负责人: ${login}`]
}

async function tokenAdd({ parts, options }: Call): Promise<string[]> {
  const order = { login: needed(options, 'login'), label: needed(options, 'label') }
  const token = await createApiToken(parts, 'system', order)
  return [`id: ${token.id}`, `secret, shown once / 密钥，仅显示一次: ${token.secret}`]
}

async function tokenList({ parts }: Call): Promise<string[]> {
  const logins = new Map((await listOfficers(parts.db)).map((officer) => [officer.id, officer.login]))
  const tokens = await listApiTokens(parts.db)
  return tokens.map(({ id, officerId, label, createdAt, revokedAt }) =>
    [id, logins.get(officerId), label, createdAt, revokedAt ? `revoked ${revokedAt}` : 'live'].join('\t'),
  )
}

async function tokenRevoke({ parts, operands }: Call): Promise<string[]> {
  await revokeToken(parts, 'system', operands[0]!)
  return [`revoked / 已撤销: ${operands[0]}`]
}

function needed(options: Call['options'], name: string): string {
  const value = options[name]?.trim()
  if (!value) throw new UsageError(`--${name} is missing / 缺少 --${name}`)
  return value
}

async function passwordFrom(options: Call['options']): Promise<{ value: string; isMadeUp: boolean }> {
  if (options.password === undefined) return { value: randomBytes(12).toString('base64url'), isMadeUp: true }
  if (options.password !== '-') return { value: options.password, isMadeUp: false }
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return { value: Buffer.concat(chunks).toString('utf8').split(/\r?\n/, 1)[0] ?? '', isMadeUp: false }
}

function shown(password: { value: string; isMadeUp: boolean }): string[] {
  return password.isMadeUp ? [`password, shown once / 密码，仅显示一次: ${password.value}`] : []
}

function complain(error: unknown, config: Config | undefined): number {
  const wrong = wrongCall(error)
  if (wrong !== undefined) {
    process.stderr.write(`${wrong}\n${USAGE}`)
    return 1
  }
  if (error instanceof NoDatabase) {
    process.stderr.write(`${noDatabase(config!)}\n`)
    return 1
  }
  if (!(error instanceof Problem)) throw error
  const lookedIn = config && error.code === 'not_found' ? `\n  looked in / 所查数据库: ${databaseName(config)}` : ''
  process.stderr.write(`${refusal(error)}${lookedIn}\n`)
  return 1
}

function noDatabase(config: Config): string {
  const setting = config.databaseUrl ? 'DATABASE_URL' : 'DATA_DIR'
  return `no database of this program here, and none was made / 此处没有本程序的数据库，也未新建: ${databaseName(config)}
  Give the command the ${setting} of the server: ${setting}=… npm run admin -- … ; a new desk begins with npm start or "officer add"
  请使用与服务相同的 ${setting}：${setting}=… npm run admin -- …；新部署请先运行 npm start 或 officer add`
}
