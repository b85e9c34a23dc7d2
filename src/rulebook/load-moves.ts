import { join } from 'node:path'
import { problem } from '../core/problem.ts'
import type { Procedure } from '../core/procedure/move.ts'
import { rootPath } from '../root.ts'
import { loadClocks } from './load-clocks.ts'
import { readMoves } from './read-moves.ts'
import { readYaml, sayMistake } from './yaml-source.ts'

/**
 * Reads `moves.yaml` under `rules/`, with the clocks it starts and ends.
 * @throws problem `rulebook.invalid` with `mistakes`, as for the rules
 */
export function loadMoves(folder: string = rootPath('rules')): Procedure {
  const book = loadClocks(folder)
  const instruments = readYaml(join(folder, 'clocks.yaml'), 'clocks.yaml').root.at('instruments')
  const file = readYaml(join(folder, 'moves.yaml'), 'moves.yaml')
  const table = readMoves(file.root, { instruments, clocks: book.clocks })
  if (file.mistakes.length > 0) throw problem('rulebook.invalid', { mistakes: file.mistakes.map(sayMistake) })
  return { ...table, ...book }
}
