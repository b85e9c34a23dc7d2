import { join } from 'node:path'
import { problem } from '../core/problem.ts'
import type { Procedure } from '../core/procedure/move.ts'
import type { ResponsibilityTable } from '../core/routing/responsibility.ts'
import { rootPath } from '../root.ts'
import { bilingual, entries } from './fields.ts'
import { loadMoves } from './load-moves.ts'
import { readResponsibilities } from './read-responsibilities.ts'
import { readYaml, sayMistake } from './yaml-source.ts'

/**
 * Reads `responsibilities.yaml` under `rules/`. It may cite the instruments of `clocks.yaml` besides its own.
 * @param codes of the rules, where signs are to be checked against them
 * @throws problem `rulebook.invalid` with `mistakes`, as for the rules
 */
export function loadResponsibilities(
  folder: string = rootPath('rules'),
  procedure: Procedure = loadMoves(folder),
  codes: ReadonlySet<string> | null = null,
): ResponsibilityTable {
  const file = readYaml(join(folder, 'responsibilities.yaml'), 'responsibilities.yaml')
  const cited = readYaml(join(folder, 'clocks.yaml'), 'clocks.yaml').root.at('instruments')
  const instruments = new Map(entries(cited).map(([id, at]) => [id, bilingual(at)]))
  const table = readResponsibilities(file.root, { instruments, clocks: procedure.clocks, procedure, codes })
  if (file.mistakes.length > 0) throw problem('rulebook.invalid', { mistakes: file.mistakes.map(sayMistake) })
  return table
}
