import type { Clock, Said } from '../core/clock/clock.ts'
import type { ArticleVersion, MoveTable } from '../core/procedure/move.ts'
import { inOrder, list, text } from './fields.ts'
import { readArticles } from './read-moves.ts'
import type { YamlNode } from './yaml-source.ts'

/** What the table may speak of besides its own. */
export interface ResponsibilitiesKnow {
  instruments: ReadonlyMap<string, Said>
  clocks: Readonly<Record<string, Clock>>
  procedure: Pick<MoveTable, 'moves' | 'openings' | 'choices' | 'states'>
  /** Codes of the rules; null where they are not asked for. */
  codes: ReadonlySet<string> | null
}

/** The ids of this table, and what it may speak of. */
export interface Names extends ResponsibilitiesKnow {
  departments: readonly string[]
  notes: readonly string[]
  places: readonly string[]
  lines: readonly string[]
}

/** Versions of what something rests on, newest first. */
export function readVersions(node: YamlNode, { instruments }: Pick<Names, 'instruments'>): ArticleVersion[] {
  const versions = list(node, 1).map((at) => readArticles(at, { instruments }))
  inOrder(versions, node)
  return versions
}

/** A code of a rule that exists. */
export function knowsCode(node: YamlNode, { codes }: Pick<Names, 'codes'>): string {
  const code = text(node)
  if (codes !== null && !codes.has(code)) node.complain(`no rule has the code "${code}"`)
  return code
}
