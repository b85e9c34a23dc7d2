import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { LetterTemplate } from '../core/letter/template.ts'
import { problem } from '../core/problem.ts'
import type { Procedure } from '../core/procedure/move.ts'
import { rootPath } from '../root.ts'
import { loadMoves } from './load-moves.ts'
import { readLetter } from './read-letters.ts'
import { type Mistake, readYaml, sayMistake } from './yaml-source.ts'

/** Instruments by their full names, as letters write them. */
const INSTRUMENTS = 'letters/instruments.yaml'

/**
 * Reads the templates of letters: `letters/` under `rules/`, in the order of their titles' place in a matter.
 * @throws problem `rulebook.invalid` with `mistakes`, as for the rules
 */
export function loadLetters(
  folder: string = rootPath('rules'),
  procedure: Pick<Procedure, 'states' | 'moves' | 'clocks'> = loadMoves(folder),
): LetterTemplate[] {
  const mistakes: Mistake[] = []
  const instruments = readYaml(join(folder, INSTRUMENTS), INSTRUMENTS)
  const sources = readdirSync(join(folder, 'letters'))
    .filter((name) => name.endsWith('.yaml') && `letters/${name}` !== INSTRUMENTS)
    .sort()
    .map((name) => readYaml(join(folder, 'letters', name), `letters/${name}`))
  const letters = sources.map(({ root, file }) => {
    const name = /([^/]+)\.yaml$/.exec(file)![1]!
    return readLetter(name, root, { instruments: instruments.root.at('instruments'), procedure })
  })
  letters.forEach((letter, i) => {
    const twin = letters.slice(0, i).find((each) => each.type === letter.type && overlap(each, letter))
    if (twin) sources[i]!.root.at('from').complain(`another template of ${letter.type} holds from ${twin.from}`)
  })
  mistakes.push(...instruments.mistakes, ...sources.flatMap((source) => source.mistakes))
  if (mistakes.length > 0) throw problem('rulebook.invalid', { mistakes: mistakes.map(sayMistake) })
  return letters.sort((a, b) => a.place - b.place || (a.from < b.from ? 1 : -1))
}

function overlap(a: LetterTemplate, b: LetterTemplate): boolean {
  return a.from <= (b.to ?? '9999') && b.from <= (a.to ?? '9999')
}
