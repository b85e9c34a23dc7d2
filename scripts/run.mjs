// Runs one of the project's commands after set-up: `node scripts/run.mjs scan …`. Standard output is the command's alone.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setUp } from './setup.mjs'

const BUILT = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist')
const FILES = { web: ['src/main.js', 'web'], worker: ['jobs/worker.js'] }

const [name, ...args] = process.argv.slice(2)
await setUp()
const [file, ...fixed] = FILES[name] ?? [`scripts/${name}.js`]
const path = join(BUILT, file)
process.argv = [process.argv[0], path, ...fixed, ...args]
await import(pathToFileURL(path).href)
