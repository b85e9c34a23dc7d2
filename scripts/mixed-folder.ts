// Makes a folder of many mixed papers out of the sample inbox: `npm run mixed-folder -- DIR [--count 500] [--seed 1]`.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, extname, join, parse } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { parse as parseCsv } from 'csv-parse/sync'
import { stringify as stringifyCsv } from 'csv-stringify/sync'
import ExcelJS from 'exceljs'
import { parse as parseYaml } from 'yaml'
import { rootPath } from '../src/root.ts'
import { badFile } from './bad-file.ts'
import { UsageError } from './rules/tell.ts'
import { tellUsage } from './usage.ts'
import { wrongCall } from './wrong-call.ts'

export interface MixedFolderOptions {
  /** How many files; from 33 on every sample is there at least once. */
  count?: number
  seed?: number
  /** A folder of samples with its `manifest.yaml`. */
  inbox?: string
}

/** What an import of the folder must account for: `papers + unreadable` documents, one a row for sheets. */
export interface Tally {
  files: number
  papers: number
  /** Files that cannot be read. */
  unreadable: number
  /** Files whose very bytes stand in the folder under an earlier name too. */
  identical: number
  /** Rows whose external number an earlier file of the folder has too. */
  repeatedRows: number
}

export interface MixedFolder extends Tally {
  /** By lower-case extension. */
  byFormat: Record<string, Tally>
}

/**
 * Fills `dir` with `count` files: samples under new names in subfolders, most varied by a serial number, some identical to an earlier one.
 * The same seed gives the same names and bytes. Throws when `dir` already holds something, because the count would be wrong.
 */
export async function makeMixedFolder(dir: string, options: MixedFolderOptions = {}): Promise<MixedFolder> {
  const { count = 500, seed = 1, inbox = rootPath('db/seeds/inbox') } = options
  await mkdir(dir, { recursive: true })
  if ((await readdir(dir)).length > 0)
    throw new Error(`${dir} is not empty: name a new folder / 目录非空，请另给新目录`)
  const samples = await readSamples(inbox)
  if (samples.length === 0) throw new Error(`${inbox} holds no samples`)

  const random = mulberry32(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const made: Made[] = []
  const seen = { bytes: new Set<string>(), externals: new Set<string>() }
  const folder: MixedFolder = { ...emptyTally(), byFormat: {} }

  for (let serial = 1; serial <= count; serial++) {
    const file =
      serial > samples.length && random() < IDENTICAL
        ? pick(made)
        : await vary(samples[serial - 1] ?? pick(samples), serial, random)
    made.push(file)
    const name = `${String(serial).padStart(4, '0')} ${file.sample.stem}${pick(ENDINGS)}`
    const extension = random() < LOUD ? file.sample.extension.toUpperCase() : file.sample.extension
    const path = join(dir, pick(FOLDERS), name + extension)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, file.bytes)

    const entry = account(file, seen)
    const format = file.sample.extension.slice(1)
    folder.byFormat[format] ??= emptyTally()
    for (const tally of [folder, folder.byFormat[format]]) add(tally, entry)
  }
  return folder
}

const FOLDERS = [
  '群众来信',
  '网络监测 第三批',
  '热线转办 2026年',
  '执法检查提取',
  join('部门转来', '民政 (含附件)'),
  join('部门转来', '文旅'),
]
const ENDINGS = ['', '', ' 扫描件', '（副本）', ' - 终稿', '_家属提供']
/** Share of files that are byte for byte an earlier one. */
const IDENTICAL = 0.12
/** Share of names with a capital extension. */
const LOUD = 0.04
const CSV_ROWS = { least: 20, most: 60 }

interface Sample {
  stem: string
  extension: string
  bytes: Buffer
  readable: boolean
  externals: string[]
}

interface Made {
  sample: Sample
  bytes: Buffer
  /** External numbers of its rows; empty for what is one paper. */
  externals: string[]
}

async function readSamples(inbox: string): Promise<Sample[]> {
  const manifest = parseYaml(await readFile(join(inbox, 'manifest.yaml'), 'utf8')) as {
    papers: { file: string }[]
    unreadable: { file: string }[]
  }
  const entries = [...manifest.papers, ...manifest.unreadable]
  return Promise.all(
    entries.map(async ({ file }, index) => {
      const bytes = await readFile(join(inbox, file))
      const extension = extname(file)
      const stem = parse(file).name.replace(/^\d+ /, '')
      const externals = await rowNumbers(extension, bytes)
      return { stem, extension, bytes, readable: index < manifest.papers.length, externals }
    }),
  )
}

async function rowNumbers(extension: string, bytes: Buffer): Promise<string[]> {
  if (extension === '.csv') return csvRows(bytes).map((row) => row[0] ?? '')
  if (extension !== '.xlsx') return []
  const book = new ExcelJS.Workbook()
  // exceljs declares its own Buffer, older than Node's.
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0])
  return book.worksheets.flatMap(
    (sheet) => sheet.getRows(2, sheet.rowCount - 1)?.map((row) => row.getCell(1).text) ?? [],
  )
}

/**
 * The same paper with its serial number in it. The text of docx, pdf and xlsx stays as it was and only their bytes differ,
 * because writing them anew costs much and stamps the time into them; what cannot be read is copied as it is.
 */
async function vary(sample: Sample, serial: number, random: () => number): Promise<Made> {
  const mark = `No.${String(serial).padStart(5, '0')}`
  const { bytes, externals } = sample
  if (!sample.readable) return { sample, bytes, externals }
  switch (sample.extension) {
    case '.csv':
      return { sample, ...longCsv(bytes, serial, random) }
    case '.txt':
      return { sample, bytes: Buffer.concat([bytes, inEncodingOf(bytes, `\r\n${mark}\r\n`)]), externals }
    case '.html':
      // latin1 carries every byte through unchanged, whatever the page's character set.
      return {
        sample,
        bytes: Buffer.from(bytes.toString('latin1').replace('</body>', `<p>${mark}</p></body>`), 'latin1'),
        externals,
      }
    case '.pdf':
      return { sample, bytes: Buffer.concat([bytes, Buffer.from(`\n% ${mark}\n%%EOF\n`)]), externals }
    default:
      return { sample, bytes: withZipComment(bytes, mark), externals }
  }
}

/** ASCII is the same in every character set the samples use but UTF-16. */
function inEncodingOf(bytes: Buffer, ascii: string): Buffer {
  return Buffer.from(ascii, bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'latin1')
}

/** A hotline's long export: its rows over and over, each with a number of its own in its first column and in its text. */
function longCsv(bytes: Buffer, serial: number, random: () => number): { bytes: Buffer; externals: string[] } {
  const [heading, ...rows] = parseCsv(bytes, { bom: true }) as string[][]
  const length = CSV_ROWS.least + Math.floor(random() * (CSV_ROWS.most - CSV_ROWS.least + 1))
  const long = Array.from({ length }, (_, index) => {
    const external = `12345-${String(serial).padStart(5, '0')}-${String(index + 1).padStart(5, '0')}`
    return rows[index % rows.length]!.map((cell, column) =>
      column === 0 ? external : column === TEXT_COLUMN ? `${cell}（工单${external}）` : cell,
    )
  })
  return { bytes: Buffer.from(stringifyCsv([heading!, ...long], { bom: true })), externals: long.map((row) => row[0]!) }
}

/** Where the hotline's sample export has its text. */
const TEXT_COLUMN = 3

function csvRows(bytes: Buffer): string[][] {
  return (parseCsv(bytes, { bom: true }) as string[][]).slice(1)
}

/** Sets the archive's comment: the last field of a zip, behind its length, which every reader passes over. */
function withZipComment(bytes: Buffer, comment: string): Buffer {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const head = Buffer.from(bytes.subarray(0, end + 22))
  head.writeUInt16LE(comment.length, end + 20)
  return Buffer.concat([head, Buffer.from(comment, 'latin1')])
}

function account(file: Made, seen: { bytes: Set<string>; externals: Set<string> }): Tally {
  const bytes = file.bytes.toString('latin1')
  const identical = seen.bytes.has(bytes) ? 1 : 0
  const repeatedRows = file.externals.filter((external) => seen.externals.has(external)).length
  seen.bytes.add(bytes)
  for (const external of file.externals) seen.externals.add(external)
  const papers = file.sample.readable ? Math.max(1, file.externals.length) : 0
  return { files: 1, papers, unreadable: file.sample.readable ? 0 : 1, identical, repeatedRows }
}

function emptyTally(): Tally {
  return { files: 0, papers: 0, unreadable: 0, identical: 0, repeatedRows: 0 }
}

function add(tally: Tally, entry: Tally): void {
  for (const key of Object.keys(entry) as (keyof Tally)[]) tally[key] += entry[key]
}

/** Tommy Ettinger's mulberry32: small, and the same on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const USAGE = `Usage / 用法: npm run mixed-folder -- DIR [options]
Fills a new folder with many mixed papers out of the sample inbox / 用样例材料填满一个新目录
  --count N         how many files / 文件数，默认 500
  --seed N          the same number gives the same names and bytes / 随机种子，默认 1
`

/** Prints the tally as JSON on its last line. */
async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { count: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
  })
  const [dir] = positionals
  const count = Number(values.count)
  const seed = Number(values.seed)
  if (!dir || !Number.isInteger(count) || count < 1 || !Number.isInteger(seed))
    throw new UsageError('say one DIR; --count and --seed are whole numbers / 须给一个目录，--count 与 --seed 为整数')
  const folder = await makeMixedFolder(dir, { count, seed })
  console.log(`${folder.files} files in ${dir}`)
  console.log(JSON.stringify(folder))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2)
  try {
    if (!tellUsage(args, USAGE)) await run(args)
  } catch (error) {
    const wrong = wrongCall(error)
    console.error(wrong === undefined ? (badFile(error) ?? (error as Error).message) : `${wrong}\n${USAGE}`)
    process.exitCode = 2
  }
}
