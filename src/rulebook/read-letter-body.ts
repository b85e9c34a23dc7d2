import { type Inline, parseInline } from '../core/letter/inline.ts'
import { SOURCES, type Source } from '../core/letter/sources.ts'
import type { Block, BlockBody, CellTemplate } from '../core/letter/template.ts'
import { has, isMap, list, number, onlyKeys, optional, text, texts } from './fields.ts'
import type { YamlNode } from './yaml-source.ts'

/** What the words of one template may ask for. */
export interface LetterNames {
  source: (path: string) => Source | null
  isCited: (key: string) => boolean
}

/** What a block may be, by the one key that says so. */
const WORDS = {
  to: 'addressee',
  h: 'heading',
  p: 'paragraph',
  plain: 'plain',
  caption: 'caption',
  note: 'note',
} as const
const KINDS = [...Object.keys(WORDS), 'attachments', 'table', 'list', 'sign', 'page']

/** The body of a letter, block by block. */
export function readBlocks(node: YamlNode, names: LetterNames): Block[] {
  return list(node, 1).map((at) => {
    if (!onlyKeys(at, [...KINDS, 'when', 'unless'])) return { kind: 'page', when: [], unless: [] }
    const paths = (key: string) =>
      texts(at.at(key)).map((path) => {
        if (!names.source(path)) at.at(key).complain(unknownSource(path))
        return path
      })
    return { ...readBlock(at, names), when: paths('when'), unless: paths('unless') }
  })
}

function readBlock(node: YamlNode, names: LetterNames): BlockBody {
  const given = KINDS.filter((key) => has(node, key))
  const kind = given[0]
  if (given.length !== 1 || kind === undefined) {
    node.complain(`a block is one of ${KINDS.join(', ')}`)
    return { kind: 'page' }
  }
  const at = node.at(kind)
  switch (kind) {
    case 'attachments':
      return { kind, items: list(at, 1).map((item) => readWords(item, names)) }
    case 'table':
      return readTable(at, names)
    case 'list':
      return readList(at, names)
    case 'sign':
      return { kind: 'signature' }
    case 'page':
      return { kind }
    default:
      return { kind: WORDS[kind as keyof typeof WORDS], words: readWords(at, names) }
  }
}

/** Words with places, each a known source or cite; `item.` places only where a row is written. */
export function readWords(
  node: YamlNode,
  names: LetterNames,
  isItem: (path: string) => boolean = () => false,
): Inline[] {
  const words = parseInline(text(node), node.complain)
  for (const part of words) {
    if ('cite' in part && !names.isCited(part.cite)) node.complain(`${part.cite} is not among the cites of this letter`)
    if ('path' in part && !isItem(part.path) && !names.source(part.path)) node.complain(unknownSource(part.path))
  }
  return words
}

function readTable(node: YamlNode, names: LetterNames): BlockBody {
  onlyKeys(node, ['columns', 'rows'])
  const columns = widths(node.at('columns'))
  const rows = list(node.at('rows'), 1).map((at) => list(at, 1).map((cell, i) => readCell(cell, i, names)))
  const open: number[] = columns.map(() => 0)
  rows.forEach((cells, i) => {
    const held = open.filter((left) => left > 0).length
    const width = held + cells.reduce((sum, { across }) => sum + across, 0)
    if (width !== columns.length) node.at('rows').at(i).complain(`the row fills ${width} columns of ${columns.length}`)
    let column = 0
    const next = open.map((left) => Math.max(0, left - 1))
    for (const { across, down } of cells) {
      while ((open[column] ?? 0) > 0) column++
      for (let each = column; each < Math.min(column + across, next.length); each++) next[each] = down - 1
      column += across
    }
    open.splice(0, open.length, ...next)
  })
  return { kind: 'table', columns, rows }
}

/** Plain cells are label, value, label, value; a map says it itself. */
function readCell(node: YamlNode, place: number, names: LetterNames): CellTemplate {
  if (!isMap(node.value))
    return { isLabel: place % 2 === 0, lines: readLines(node, names), across: 1, down: 1, height: null }
  onlyKeys(node, ['label', 'text', 'across', 'down', 'height'])
  const isLabel = has(node, 'label')
  if (isLabel === has(node, 'text')) node.complain('a cell has either label: or text:')
  return {
    isLabel,
    lines: readLines(node.at(isLabel ? 'label' : 'text'), names),
    across: optional(node, 'across', (at) => number(at, 1, 12)) ?? 1,
    down: optional(node, 'down', (at) => number(at, 1, 30)) ?? 1,
    height: optional(node, 'height', (at) => number(at, 5, 250)),
  }
}

function readLines(node: YamlNode, names: LetterNames): Inline[][] {
  if (node.value === '') return [[]]
  const words = readWords(node, names)
  const lines: Inline[][] = [[]]
  for (const [at, part] of words.entries()) {
    if (!('text' in part)) lines.at(-1)!.push(part)
    // A folded text of YAML ends with a line of its own.
    else
      (at === words.length - 1 ? part.text.replace(/\n$/, '') : part.text).split('\n').forEach((line, i) => {
        if (i > 0) lines.push([])
        if (line !== '') lines.at(-1)!.push({ text: line })
      })
  }
  return lines
}

function readList(node: YamlNode, names: LetterNames): BlockBody {
  onlyKeys(node, ['of', 'columns', 'head', 'row'])
  const of = text(node.at('of'))
  const columnsOf = names.source(of)?.of
  if (!columnsOf) node.at('of').complain(`${of} is no list`)
  const columns = widths(node.at('columns'))
  const isItem = (path: string) =>
    path === 'item.n' || (path.startsWith('item.') && Object.hasOwn(columnsOf ?? {}, path.slice('item.'.length)))
  const cells = list(node.at('row'), 1).map((at) => readWords(at, names, isItem))
  const head = texts(node.at('head'), 1)
  for (const [key, length] of [
    ['head', head.length],
    ['row', cells.length],
  ] as const)
    if (length !== columns.length) node.at(key).complain(`${key} has ${length} entries for ${columns.length} columns`)
  return { kind: 'list', of, columns, head, cells }
}

function widths(node: YamlNode): number[] {
  return list(node, 1).map((at) => number(at, 0.2, 100))
}

export function unknownSource(path: string): string {
  return `${path} is no source these readers may learn of; allowed: ${Object.keys(SOURCES).join(', ')}, clock.<id>.due, input.<name>`
}
