import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { rootPath } from '../root.ts'

/** A mistake of a rule's author, said so that it can be mended without opening this code. */
export interface Mistake {
  /** Where the file stands, with the folder as it was given: `drafts/marketing/guaranteed-return.yaml`; the program's own are under `rules/`. */
  path: string
  line: number
  column: number
  /** What is wrong and what is allowed. */
  says: string
  /** The offending line as written. */
  text: string
}

/** One YAML file of a rules folder, which remembers where everything stands and what is wrong with it. */
export interface YamlSource {
  /** From the rules folder: `marketing/guaranteed-return.yaml`. */
  file: string
  root: YamlNode
  mistakes: Mistake[]
  /** What is allowed and yet hardly meant. */
  doubts: Mistake[]
}

/** A value in a file, with the way to it. */
export interface YamlNode {
  value: unknown
  path: (string | number)[]
  complain: (says: string) => void
  /** As `complain`, of what is allowed and yet hardly meant. */
  doubt: (says: string) => void
  /** The same file's value one step further in. */
  at: (key: string | number) => YamlNode
}

/** Reads and parses a file. What YAML itself refuses is a mistake like any other. */
export function readYaml(path: string, file: string): YamlSource {
  return parseYaml(readFileSync(path, 'utf8'), file, pathTold(path))
}

/** `path`: how the file is named to its author. */
export function parseYaml(text: string, file: string, path = `rules/${file}`): YamlSource {
  const { LineCounter, parseDocument } = yaml()
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, version: '1.2' })
  const mistakes: Mistake[] = []
  const doubts: Mistake[] = []
  const textLines = text.split('\n')
  const placed = (offset: number, says: string): Mistake => {
    const { line, col } = lines.linePos(offset)
    return { path, line, column: col, says, text: (textLines[line - 1] ?? '').trimEnd() }
  }
  // What cannot be parsed holds nothing else to be judged, and its first error brings about the others.
  const isReadable = document.errors.length === 0
  for (const error of document.errors.slice(0, 1))
    mistakes.push(placed(error.pos[0], error.message.split('\n')[0]!.replace(/ at line \d+.*/, '')))
  const offsetOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined
      if (node?.range) return node.range[0]
    }
    return 0
  }
  const nodeAt = (path: (string | number)[], value: unknown): YamlNode => ({
    value,
    path,
    complain: (says) => isReadable && mistakes.push(placed(offsetOf(path), says)),
    doubt: (says) => doubts.push(placed(offsetOf(path), says)),
    at: (key) => nodeAt([...path, key], (value as Record<string | number, unknown> | undefined | null)?.[key]),
  })
  const value: unknown = isReadable ? document.toJS() : null
  return { file, root: nodeAt([], value), mistakes, doubts }
}

/** Loaded with the first file that is parsed: where the kept copy of the rulebook is good, none is. */
function yaml(): typeof import('yaml') {
  return createRequire(import.meta.url)('yaml')
}

/** A path for people: the program's own rules go by `rules/`, wherever it stands; any other folder as it was given. */
export function pathTold(path: string): string {
  return path.startsWith(OWN) ? `rules/${path.slice(OWN.length)}` : path
}

const OWN = join(rootPath('rules'), '/')

/** `path:line:column  what is wrong`, and under it the line itself. */
export function sayMistake({ path, line, column, says, text }: Mistake): string {
  return `${path}:${line}:${column}  ${says}\n    ${line} | ${text}`
}
