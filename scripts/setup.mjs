// Sets up a fresh clone: checks Node, installs the dependencies, builds. Uses nothing but Node, because nothing else is there yet.
// Says what it does on standard error (standard output belongs to the command that follows); the second time it takes a moment.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const OLDEST_NODE = [20, 19]
const SOURCES = ['src', 'jobs', 'db', 'scripts']

/** Everything a command needs; quick when there is nothing to do. Ends the process with a plain word when it cannot go on. */
export async function setUp() {
  checkNode()
  await alone(() => {
    if (!isInstalled()) install()
    if (!isBuilt()) build()
  })
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  giveUp(
    `Node ${process.versions.node} is too old: install Node ${OLDEST_NODE.join('.')} or newer / Node 版本过低，需要 ${OLDEST_NODE.join('.')} 以上`,
  )
}

// Two commands started at once must not install or build over each other: the second waits.
async function alone(work) {
  const lock = join(ROOT, '.setup.lock')
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (!isAlive(lock)) rmSync(lock, { force: true })
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  try {
    work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function isAlive(lock) {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    if (!pid) return Date.now() - statSync(lock).mtimeMs < 2_000
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

// The lock file and the ABI decide: another lock or another Node means another node_modules.
function installStamp() {
  return `${hash(readFileSync(join(ROOT, 'package-lock.json')))} node-abi-${process.versions.modules} ${process.platform}-${process.arch}`
}

function isInstalled() {
  const stamp = join(ROOT, 'node_modules', '.sojourn-installed')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === installStamp()
}

function install() {
  say(
    'Installing dependencies; compiling sqlite3 takes two to three minutes the first time / 正在安装依赖，首次编译 sqlite3 约需两三分钟',
  )
  const npm = process.env.npm_execpath
  const args = ['install', '--no-save', '--include=dev', '--loglevel=notice', '--no-audit', '--no-fund']
  const [command, before] = npm ? [process.execPath, [npm]] : ['npm', []]
  const env = { ...process.env, npm_config_loglevel: 'notice', NODE_ENV: '' }
  const headers = dirname(dirname(process.execPath))
  if (existsSync(join(headers, 'include/node/node_api.h'))) env.npm_config_nodedir = headers
  const result = spawnSync(command, [...before, ...args], { cwd: ROOT, env, stdio: ['ignore', 2, 2] })
  if (result.status !== 0) giveUp(`npm install failed${missingTools()} / 依赖安装失败`)
  const loads = spawnSync(process.execPath, ['-e', "require('sqlite3')"], { cwd: ROOT, encoding: 'utf8' })
  if (loads.status !== 0)
    giveUp(`sqlite3 was installed but does not load${missingTools()}\n${loads.stderr} / sqlite3 无法加载`)
  writeFileSync(join(ROOT, 'node_modules', '.sojourn-installed'), installStamp())
}

function missingTools() {
  const missing = ['python3', 'make', 'c++'].filter((tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error)
  return missing.length === 0
    ? ''
    : `. To compile sqlite3 this machine lacks: ${missing.join(', ')} (Debian: apt-get install build-essential python3)`
}

export function isBuilt() {
  const stamp = join(ROOT, 'dist', '.built')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === buildStamp()
}

function buildStamp() {
  const parts = ['package-lock.json', 'tsconfig.json'].map((name) => statLine(join(ROOT, name)))
  for (const file of sourceFiles()) parts.push(statLine(file))
  return hash(parts.join('\n'))
}

function statLine(file) {
  const { size, mtimeMs } = statSync(file)
  return `${relative(ROOT, file)} ${size} ${mtimeMs}`
}

function* sourceFiles() {
  for (const folder of SOURCES) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && /\.tsx?$/.test(entry.name)) yield join(entry.parentPath ?? entry.path, entry.name)
    }
  }
}

function build() {
  say('Building / 正在构建')
  const stamp = buildStamp()
  const result = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  })
  if (result.status !== 0) giveUp('the build failed, see above / 构建失败')
  removeOrphans()
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  writeFileSync(join(ROOT, 'dist', '.built'), stamp)
}

// What was built from a source that is gone would still be imported by its old name.
function removeOrphans() {
  const wanted = new Set()
  for (const file of sourceFiles()) wanted.add(relative(ROOT, file).replace(/\.tsx?$/, ''))
  for (const entry of readdirSync(join(ROOT, 'dist'), { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name)
    const name = relative(join(ROOT, 'dist'), file).replace(/\.js(\.map)?$/, '')
    if (entry.isFile() && entry.name !== '.built' && !wanted.has(name)) rmSync(file)
  }
}

function hash(content) {
  return createHash('sha256').update(content).digest('hex')
}

function say(words) {
  process.stderr.write(`[set-up] ${words}\n`)
}

function giveUp(words) {
  process.stderr.write(`[set-up] ${words}\n`)
  rmSync(join(ROOT, '.setup.lock'), { force: true })
  process.exit(1)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await setUp()
