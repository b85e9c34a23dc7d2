import { readFileSync } from 'node:fs'
import { rootPath } from '../root.ts'
import { type CompiledModel, compileModel } from './compile-model.ts'
import { readModel } from './model-file.ts'

/** The model that comes with the program. */
export const SHIPPED_MODEL = 'src/classifier/model.json'

/** What is known of it, in words. */
export const MODEL_CARD = 'src/classifier/MODEL-CARD.md'

/**
 * Reads and compiles the shipped model.
 * @throws problem model.invalid when the file is something else.
 */
export function loadModel(file: string = rootPath(SHIPPED_MODEL)): CompiledModel {
  return compileModel(readModel(readFileSync(file, 'utf8')))
}
