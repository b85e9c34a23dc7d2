import { join } from 'node:path'
import { problem } from '../core/problem.ts'
import type { Discretion } from '../core/worksheet/discretion.ts'
import { rootPath } from '../root.ts'
import { readDiscretion, readThresholds } from './read-discretion.ts'
import { readYaml, sayMistake } from './yaml-source.ts'

/**
 * Reads `discretion.yaml` and `hearing-thresholds.yaml` under `rules/`.
 * @throws problem `rulebook.invalid` with `mistakes`, as for the rules
 */
export function loadDiscretion(folder: string = rootPath('rules')): Discretion {
  const file = readYaml(join(folder, 'discretion.yaml'), 'discretion.yaml')
  const hearings = readYaml(join(folder, 'hearing-thresholds.yaml'), 'hearing-thresholds.yaml')
  const discretion = { ...readDiscretion(file.root), thresholds: readThresholds(hearings.root) }
  const mistakes = [...file.mistakes, ...hearings.mistakes]
  if (mistakes.length > 0) throw problem('rulebook.invalid', { mistakes: mistakes.map(sayMistake) })
  return discretion
}
