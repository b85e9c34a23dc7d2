import { fileURLToPath } from 'node:url'

/** The path on disk of something that stands in the repository beside the code: the same from `src/` as from `dist/`. */
export function rootPath(inside: string): string {
  return fileURLToPath(import.meta.resolve(`#root/${inside}`))
}
