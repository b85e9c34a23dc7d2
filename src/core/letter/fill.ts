import { mayPrint } from '../case/may-print.ts'
import type { Said } from '../clock/clock.ts'
import { numberToCome } from './document-number.ts'
import type { Inline } from './inline.ts'
import type { LaidBlock, LaidCell, LaidLetter, Run } from './laid-letter.ts'
import { sayValue } from './say-value.ts'
import { type CitedArticle, type LetterFacts, type Row, type Source, sourceOf, type Value } from './sources.ts'
import type { Block, LetterTemplate } from './template.ts'

/** What a letter lacks; while anything is lacking it cannot be issued. */
export interface Lack {
  why: 'missing' | 'unconfirmed'
  /** The source, or `cite:key`. */
  path: string
  said: Said
}

export interface Filled {
  letter: LaidLetter
  lacks: Lack[]
}

/**
 * Fills a template: every place from the facts and from nowhere else. What is missing is named where it is missing.
 * `letter.number` may be absent; it is given at issue.
 * @param day the day of the letter; its law is that of the day
 * @param confirmations articles whose official text two people vouch for, by id
 */
export function fillLetter(
  template: LetterTemplate,
  facts: LetterFacts,
  day: string,
  confirmations: { has(articleId: string): boolean },
): Filled {
  const lacks = new Map<string, Lack>()
  const filling: Filling = {
    template,
    facts: { ...facts, 'letter.day': day },
    day,
    confirmations,
    lack: (lack) => lacks.set(lack.path, lack),
  }
  const letter: LaidLetter = {
    type: template.type,
    style: template.style,
    bureau: fillInline([{ path: 'bureau.name', optional: false, as: null }], filling),
    title: fillInline(template.printed ?? [{ text: template.title.zh }], filling),
    number: template.word === null ? null : [numberRun(template.word, filling)],
    blocks: withCorrection(
      template.body.filter((block) => isPrinted(block, filling)).map((block) => layOut(block, filling)),
      filling,
    ),
    signatures: template.signatures.map(({ zh }) => zh),
    copies: template.copies && fillInline(template.copies, filling),
  }
  return { letter, lacks: [...lacks.values()] }
}

interface Filling {
  template: LetterTemplate
  facts: LetterFacts
  day: string
  confirmations: { has(articleId: string): boolean }
  lack: (lack: Lack) => void
}

/** A letter that takes the place of another says so, before it is signed. */
function withCorrection(blocks: LaidBlock[], { facts }: Filling): LaidBlock[] {
  const corrected = facts['letter.corrects']
  if (!isKnown(corrected)) return blocks
  const runs: Run[] = [
    { text: '本文书更正并替代', source: null },
    { text: String(corrected), source: 'letter.corrects' },
    { text: '，自送达之日起以本文书为准。', source: null },
  ]
  const signed = blocks.findIndex(({ kind }) => kind === 'signature')
  const place = signed === -1 ? blocks.length : signed
  return [...blocks.slice(0, place), { kind: 'paragraph', runs }, ...blocks.slice(place)]
}

function numberRun(word: string, filling: Filling): Run {
  const given = filling.facts['letter.number']
  if (isKnown(given)) return { text: String(given), source: 'letter.number' }
  const [bureau] = fillInline([{ path: 'bureau.word', optional: false, as: null }], filling)
  return { text: numberToCome(bureau!.text, word, Number(filling.day.slice(0, 4))), source: 'letter.number' }
}

function isPrinted({ when, unless }: Block, { facts }: Filling): boolean {
  const holds = (path: string) => isKnown(facts[path]) && facts[path] !== false
  return when.every(holds) && !unless.some(holds)
}

function layOut(block: Block, filling: Filling): LaidBlock {
  switch (block.kind) {
    case 'attachments':
      return { kind: block.kind, items: block.items.map((words) => fillInline(words, filling)) }
    case 'table':
      return {
        kind: 'table',
        columns: [...block.columns],
        rows: block.rows.map((cells) => ({
          isHead: false,
          cells: cells.map(({ isLabel, lines, across, down, height }) => ({
            isLabel,
            lines: lines.flatMap((words) => splitLines(fillInline(words, filling))),
            across,
            down,
            height,
          })),
        })),
      }
    case 'list':
      return {
        kind: 'table',
        columns: [...block.columns],
        rows: [
          { isHead: true, cells: block.head.map((label) => cellOf([{ text: label, source: null }], true)) },
          ...rowsOf(block.of, filling).map((row, i) => ({
            isHead: false,
            cells: block.cells.map((words) =>
              cellOf(fillInline(words, filling, { of: block.of, row, n: i + 1 }), false),
            ),
          })),
        ],
      }
    case 'signature':
      return {
        kind: 'signature',
        bureau: fillInline([{ path: 'bureau.name', optional: false, as: null }], filling),
        day: fillInline([{ path: 'letter.day', optional: false, as: null }], filling),
      }
    case 'page':
      return { kind: 'page' }
    default:
      return { kind: block.kind, runs: fillInline(block.words, filling) }
  }
}

function cellOf(runs: Run[], isLabel: boolean): LaidCell {
  return { isLabel, lines: splitLines(runs), across: 1, down: 1, height: null }
}

function rowsOf(path: string, filling: Filling): readonly Row[] {
  const rows = filling.facts[path]
  if (Array.isArray(rows) && rows.length > 0) return rows as readonly Row[]
  filling.lack({ why: 'missing', path, said: sourceOf(path, filling.template.input)! })
  return []
}

/** The row of a list that is being written. */
interface Item {
  of: string
  row: Row
  n: number
}

function fillInline(words: readonly Inline[], filling: Filling, item?: Item): Run[] {
  return words.flatMap((part): Run[] => {
    if ('text' in part) return [{ text: part.text, source: null }]
    if ('cite' in part) return [citeRun(part.cite, filling)]
    if (item && part.path.startsWith('item.')) return [itemRun(part, item, filling)]
    const source = sourceOf(part.path, filling.template.input)
    if (!source) throw new Error(`${filling.template.type} asks for ${part.path}, which is no source`)
    const value = filling.facts[part.path]
    if (!isKnown(value)) return missing(part.path, source, part.optional, filling)
    if (source.type === 'articles') return articleRuns(part.path, value as readonly CitedArticle[], filling)
    return [written(part.path, source, value as string | number | boolean, part.as)]
  })
}

function itemRun(
  { path, optional, as }: { path: string; optional: boolean; as: 'day' | 'digits' | null },
  item: Item,
  filling: Filling,
): Run {
  const name = path.slice('item.'.length)
  const at = `${item.of}.${name}`
  if (name === 'n') return { text: String(item.n), source: at }
  const list = sourceOf(item.of, filling.template.input)!
  const column = list.of?.[name]
  if (!column) throw new Error(`${filling.template.type} asks for ${at}, which is no column`)
  const value = item.row[name]
  if (isKnown(value ?? undefined)) return written(at, { ...column }, value!, as)
  const said = { zh: `${list.zh}第${item.n}行：${column.zh}`, en: `${list.en}, row ${item.n}: ${column.en}` }
  return missing(`${at}.${item.n}`, { ...column, ...said }, optional, filling)[0] ?? { text: '', source: at }
}

function written(path: string, source: Source, value: string | number | boolean, as: 'day' | 'digits' | null): Run {
  return {
    text: sayValue(source.type, value, as),
    source: path,
    ...((source.type === 'quote' || source.type === 'name') && { isQuoted: true }),
  }
}

function missing(path: string, source: Said, isOptional: boolean, filling: Filling): Run[] {
  if (isOptional) return []
  filling.lack({ why: 'missing', path, said: { zh: source.zh, en: source.en } })
  return [{ text: `【缺：${source.zh}】`, source: path, isMissing: true }]
}

function articleRuns(path: string, articles: readonly CitedArticle[], filling: Filling): Run[] {
  for (const article of articles)
    if (!mayPrint(article, filling.confirmations)) lackArticle(`article:${article.id}`, article.said, filling)
  return [{ text: articles.map(({ said }) => said.zh).join('、'), source: path }]
}

function citeRun(key: string, filling: Filling): Run {
  const path = `cite:${key}`
  const version = filling.template.cites[key]!.find(
    ({ from, to }) => from <= filling.day && (to === null || filling.day <= to),
  )
  if (!version) {
    const said = { zh: `成文之日有效的条款（${key}）`, en: `an article in force on the day of the letter (${key})` }
    return missing(path, said as Source, false, filling)[0]!
  }
  const { article, confidence } = version
  if (!mayPrint({ id: `${filling.template.type}/${key}`, confidence }, filling.confirmations))
    lackArticle(path, article, filling)
  return { text: article.zh, source: path }
}

function lackArticle(path: string, { zh, en }: Said, filling: Filling): void {
  filling.lack({
    why: 'unconfirmed',
    path,
    said: { zh: `${zh}的条文尚未核对确认`, en: `the text of ${en} has not been confirmed` },
  })
}

/** A value over several lines fills as many of the cell. */
function splitLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    run.text.split('\n').forEach((text, i) => {
      if (i > 0) lines.push([])
      if (text !== '') lines.at(-1)!.push({ ...run, text })
    })
  }
  return lines
}

function isKnown(value: Value | undefined): value is Value {
  if (value === undefined || value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  return !Array.isArray(value) || value.length > 0
}
