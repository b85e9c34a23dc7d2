import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { expect } from 'chai'
import { type MixedFolder, makeMixedFolder } from '../../scripts/mixed-folder.ts'
import { readFile as readPaper } from '../../src/reader/index.ts'

const COUNT = 90

describe('makeMixedFolder', () => {
  let root = ''
  let folder: MixedFolder
  let first: Map<string, Buffer>

  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'mixed-'))
    folder = await makeMixedFolder(join(root, 'first'), { count: COUNT, seed: 7 })
    first = await filesIn(join(root, 'first'))
  })

  after(() => rm(root, { recursive: true, force: true }))

  it('makes as many files as asked, in subfolders, in every format', () => {
    expect(first.size).to.equal(COUNT)
    expect(folder.files).to.equal(COUNT)
    expect(Object.keys(folder.byFormat)).to.have.members(['txt', 'html', 'docx', 'pdf', 'csv', 'xlsx', 'doc'])
    expect([...first.keys()].every((path) => path.includes('/'))).to.equal(true)
  })

  it('gives the same names and bytes for the same seed, and others for another', async () => {
    const again = await makeMixedFolder(join(root, 'again'), { count: COUNT, seed: 7 })
    expect(digest(await filesIn(join(root, 'again')))).to.equal(digest(first))
    expect(again).to.deep.equal(folder)
    await makeMixedFolder(join(root, 'other'), { count: COUNT, seed: 8 })
    expect(digest(await filesIn(join(root, 'other')))).to.not.equal(digest(first))
  })

  it('counts the files whose bytes stand there under an earlier name', () => {
    const distinct = new Set([...first.values()].map((bytes) => bytes.toString('latin1')))
    expect(folder.identical).to.equal(COUNT - distinct.size)
    expect(folder.identical).to.be.greaterThan(3)
  })

  it('adds up by format', () => {
    for (const key of ['files', 'papers', 'unreadable', 'identical', 'repeatedRows'] as const) {
      const sum = Object.values(folder.byFormat).reduce((total, tally) => total + tally[key], 0)
      expect(sum, key).to.equal(folder[key])
    }
  })

  it('counts as many papers and unreadable files as the reader finds', async function () {
    this.timeout(60_000)
    const found: Record<string, { papers: number; unreadable: number }> = {}
    for (const [path, bytes] of first) {
      const format = extname(path).slice(1).toLowerCase()
      found[format] ??= { papers: 0, unreadable: 0 }
      const tally = found[format]
      const reading = await readPaper(bytes, path)
      if (reading.outcome === 'unreadable') tally.unreadable++
      else tally.papers += reading.outcome === 'sheet' ? reading.papers.length : 1
    }
    const told = Object.entries(folder.byFormat).map(([format, { papers, unreadable }]) => [
      format,
      { papers, unreadable },
    ])
    expect(found).to.deep.equal(Object.fromEntries(told))
  })

  it('puts the serial number where a reader sees it, in the character set of the paper', async () => {
    for (const format of ['.txt', '.html']) {
      const marks = new Set<string>()
      for (const [path, bytes] of first) {
        const reading = extname(path).toLowerCase() === format && (await readPaper(bytes, path))
        if (reading && reading.outcome === 'text')
          marks.add(/No\.\d{5}\s*$/.exec(reading.paper.text)?.[0].trim() ?? path)
      }
      expect([...marks].filter((mark) => !mark.startsWith('No.'))).to.deep.equal([])
    }
  })

  it('refuses a folder that already holds something', async () => {
    const dir = await mkdtemp(join(root, 'held-'))
    await writeFile(join(dir, '旧件.txt'), '旧件')
    let message = ''
    await makeMixedFolder(dir, { count: 1 }).catch((error: Error) => {
      message = error.message
    })
    expect(message).to.include('is not empty')
    expect(await readdir(dir)).to.deep.equal(['旧件.txt'])
  })
})

/** Every file below `dir` by its path relative to it, in a fixed order. */
async function filesIn(dir: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  paths.sort()
  return new Map(
    await Promise.all(paths.map(async (path) => [path.slice(dir.length + 1), await readFile(path)] as const)),
  )
}

function digest(files: Map<string, Buffer>): string {
  const hash = createHash('sha256')
  for (const [path, bytes] of files) hash.update(path).update('\0').update(bytes).update('\0')
  return hash.digest('hex')
}
