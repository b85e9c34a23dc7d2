import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { expect } from 'chai'
import { rootPath } from '../src/root.ts'

const ROOT = dirname(rootPath('package.json'))

/** Who may import whom, by the longest prefix that fits. `*` may import everything; nothing imports what only stands on the left of `*`. */
const MAY_IMPORT: Record<string, string[] | '*'> = {
  'src/core': ['src/core'],
  'src/root.ts': [],
  'src/config.ts': ['src/core', 'src/root.ts'],
  'src/database-name.ts': ['src/config.ts'],
  'src/log.ts': [],
  'src/run-process.ts': ['src/core'],
  db: ['db'],
  'src/reader': ['src/reader', 'src/core'],
  'src/rulebook': ['src/rulebook', 'src/core', 'src/root.ts'],
  'src/classifier': ['src/classifier', 'src/core', 'src/root.ts'],
  'src/queue': ['src/queue', 'src/core'],
  'src/writer': ['src/writer', 'src/core'],
  'src/store': ['src/store', 'src/core', 'db'],
  'src/actions': [
    'src/actions',
    'src/core',
    'src/store',
    'src/rulebook',
    'src/classifier',
    'src/reader',
    'src/writer',
    'src/queue',
    'src/root.ts',
  ],
  'src/web': ['src/web', 'src/actions', 'src/store/views', 'src/core', 'src/root.ts', 'src/reader/reading.ts'],
  jobs: ['jobs', 'src/actions', 'src/store', 'src/queue', 'src/core'],
  'jobs/worker.ts': ['jobs', 'src/queue', 'src/core', 'src/app.ts', 'src/config.ts', 'src/run-process.ts'],
  'src/app.ts': '*',
  'src/main.ts': '*',
  scripts: '*',
  test: '*',
}

/** Libraries that read no clock, disk, network or environment; the pure core may lean on these alone. */
const PURE_LIBRARIES = ['date-fns', '@date-fns/tz', 'opencc-js', 'node:crypto']

/** Libraries with one room of their own. */
const KEPT_IN: Record<string, string[]> = {
  natural: ['src/classifier'],
  knex: ['db', 'src/store', 'src/actions', 'src/app.ts', 'scripts', 'test'],
  bullmq: ['src/queue', 'test'],
  ioredis: ['src/queue', 'test'],
  '@electric-sql/pglite': ['src/queue'],
  express: ['src/web', 'test'],
  preact: ['src/web', 'test'],
  yaml: ['src/rulebook', 'src/actions', 'scripts', 'test'],
  docx: ['src/writer', 'test'],
  yazl: ['src/writer', 'test'],
}

describe('imports', () => {
  const files = sourceFiles()

  it('point one way: web, jobs, scripts -> actions -> store, queue, rulebook, classifier, reader -> core', () => {
    const offences: string[] = []
    for (const file of files) {
      const allowed = MAY_IMPORT[roomOf(file)]!
      for (const imported of importsOf(file)) {
        if (allowed === '*' || !imported.startsWith('.')) continue
        const target = relative(ROOT, normalize(join(ROOT, dirname(file), imported)))
        if (!allowed.some((room) => target === room || target.startsWith(`${room}/`)))
          offences.push(`${file} imports ${target}`)
      }
    }
    expect(offences, offences.join('\n')).to.deep.equal([])
  })

  it('keep the core pure: no library that does I/O, no clock, no environment, no chance', () => {
    const offences: string[] = []
    for (const file of files.filter((name) => name.startsWith('src/core/'))) {
      for (const imported of importsOf(file)) {
        if (
          !imported.startsWith('.') &&
          !PURE_LIBRARIES.some((library) => imported === library || imported.startsWith(`${library}/`))
        ) {
          offences.push(`${file} imports ${imported}`)
        }
      }
      const code = withoutComments(readFileSync(join(ROOT, file), 'utf8'))
      for (const impure of [/\bDate\.now\(/, /\bnew Date\(\)/, /\bprocess\./, /\bMath\.random\(/, /\bfetch\(/]) {
        if (impure.test(code)) offences.push(`${file} uses ${impure.source}`)
      }
    }
    expect(offences, offences.join('\n')).to.deep.equal([])
  })

  it('keep each heavy library in its room', () => {
    const offences: string[] = []
    for (const file of files) {
      for (const imported of importsOf(file)) {
        const library = Object.keys(KEPT_IN).find((name) => imported === name || imported.startsWith(`${name}/`))
        if (library && !KEPT_IN[library]!.some((room) => file === room || file.startsWith(`${room}/`))) {
          offences.push(`${file} imports ${imported}`)
        }
      }
    }
    expect(offences, offences.join('\n')).to.deep.equal([])
  })

  it('never load the whole of natural, which drags databases in', () => {
    expect(files.filter((file) => importsOf(file).includes('natural'))).to.deep.equal([])
  })
})

function roomOf(file: string): string {
  const fitting = Object.keys(MAY_IMPORT).filter((room) => file === room || file.startsWith(`${room}/`))
  const longest = fitting.sort((a, b) => b.length - a.length)[0]
  if (!longest) throw new Error(`${file} stands in no room of MAY_IMPORT`)
  return longest
}

function sourceFiles(): string[] {
  const found: string[] = []
  for (const room of ['src', 'db', 'jobs', 'scripts', 'test']) {
    for (const entry of readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && /\.tsx?$/.test(entry.name)) found.push(relative(ROOT, join(entry.parentPath, entry.name)))
    }
  }
  return found
}

function importsOf(file: string): string[] {
  const code = withoutComments(readFileSync(join(ROOT, file), 'utf8'))
  const found = code.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map((match) => (match[1] ?? match[2] ?? match[3])!)
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
}
