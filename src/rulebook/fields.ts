import type { YamlNode } from './yaml-source.ts'

/** Readers of single values. Each complains at the value's own place and then returns something harmless, so that all mistakes are found in one go. */

export function text(node: YamlNode): string {
  if (typeof node.value === 'string' && node.value.trim() !== '') return node.value
  if (typeof node.value === 'number' || typeof node.value === 'boolean')
    node.complain(`${name(node)} is read as ${node.value}, no text; allowed: '${node.value}' in quotes`)
  else node.complain(`${name(node)} must be text that is not empty`)
  return ''
}

export function bilingual(node: YamlNode): { zh: string; en: string } {
  if (!isMap(node.value)) {
    node.complain(`${name(node)} must have zh: and en:`)
    return { zh: '', en: '' }
  }
  onlyKeys(node, ['zh', 'en'])
  return { zh: text(node.at('zh')), en: text(node.at('en')) }
}

export function oneOf<T extends string>(node: YamlNode, allowed: readonly T[]): T {
  if (allowed.includes(node.value as T)) return node.value as T
  node.complain(`${name(node)} is ${shown(node.value)}; allowed: ${allowed.join(', ')}`)
  return allowed[0]!
}

export function number(node: YamlNode, least: number, most: number): number {
  if (typeof node.value === 'number' && node.value >= least && node.value <= most) return node.value
  node.complain(`${name(node)} is ${shown(node.value)}; allowed: a number from ${least} to ${most}`)
  return least
}

/** A day that exists, `YYYY-MM-DD`. */
export function day(node: YamlNode): string {
  if (typeof node.value === 'string' && isDay(node.value)) return node.value
  node.complain(`${name(node)} is ${shown(node.value)}; allowed: a day of the calendar as YYYY-MM-DD`)
  return '1900-01-01'
}

export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

/** The items of a list; `least` of them are needed. A thing absent is an empty list when `least` is 0. */
export function list(node: YamlNode, least = 0): YamlNode[] {
  if (node.value === undefined && least === 0) return []
  if (!Array.isArray(node.value)) {
    node.complain(`${name(node)} must be a list`)
    return []
  }
  if (node.value.length < least)
    node.complain(`${name(node)} needs ${least} or more entries, it has ${node.value.length}`)
  return node.value.map((_, i) => node.at(i))
}

export function texts(node: YamlNode, least = 0): string[] {
  return list(node, least).map(text)
}

/** Complains of every key that is not allowed, and of a value that is no map at all. */
export function onlyKeys(node: YamlNode, allowed: readonly string[]): boolean {
  if (!isMap(node.value)) {
    node.complain(`${name(node)} must have the keys ${allowed.join(', ')}`)
    return false
  }
  for (const key of Object.keys(node.value)) {
    if (!allowed.includes(key)) node.at(key).complain(`unknown key "${key}"; allowed: ${allowed.join(', ')}`)
  }
  return true
}

export function has(node: YamlNode, key: string): boolean {
  return isMap(node.value) && node.value[key] !== undefined && node.value[key] !== null
}

/** The keys of a map and what stands under each. */
export function entries(node: YamlNode): [string, YamlNode][] {
  if (!isMap(node.value)) {
    node.complain(`${name(node)} must be a map`)
    return []
  }
  return Object.keys(node.value).map((key) => [key, node.at(key)])
}

/** What stands under a key, or null where nothing does. */
export function optional<T>(node: YamlNode, key: string, read: (at: YamlNode) => T): T | null {
  return has(node, key) ? read(node.at(key)) : null
}

/** Yes or no; `otherwise` where nothing is said. */
export function flag(node: YamlNode, key: string, otherwise = false): boolean {
  if (!has(node, key)) return otherwise
  const { value } = node.at(key)
  if (typeof value === 'boolean') return value
  node.at(key).complain(`${key} is ${shown(value)}; allowed: true, false`)
  return otherwise
}

/** Complains where spans of days, newest first, run backwards, overlap, or are left open below the newest. `at`: the list itself. */
export function inOrder(spans: readonly { from: string; to: string | null }[], at: YamlNode): void {
  spans.forEach(({ from, to }, i) => {
    const span = at.at(i)
    if (to !== null && to < from) span.at('to').complain(`to ${to} is before from ${from}`)
    const newer = spans[i - 1]
    if (!newer) return
    if (to === null) span.complain('only the newest version may be without to:')
    else if (to >= newer.from)
      span.at('to').complain(`to ${to} is not before ${newer.from}, from which the version above holds`)
  })
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function name(node: YamlNode): string {
  return node.path.length === 0 ? 'the file' : node.path.join('.')
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value)
}
