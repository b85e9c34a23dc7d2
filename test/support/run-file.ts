import { join } from 'node:path'
import { isBuilt } from '../../scripts/setup.mjs'
import { rootPath } from '../../src/root.ts'

/**
 * What Node is given to run a file of the project (`scripts/scan.ts`), whatever the working folder: what was built of it, as an officer
 * runs it and at half the cost, where `dist` is of these very sources; else the source itself.
 */
export function nodeArguments(file: string): string[] {
  built ??= isBuilt()
  return built ? [rootPath(join('dist', file.replace(/\.ts$/, '.js')))] : ['--import', 'tsx/esm', rootPath(file)]
}

/** Looked up once, or sources changed under a run would make one test run this and the next that. */
let built: boolean | undefined
