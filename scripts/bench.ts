/**
 * `npm run bench -- engine [--corpora FOLDER]`: measures, as ratios within one run, because machines are noisy.
 * `npm run bench -- classify`: the text classifier, and natural's own scoring beside the compiled table of the same model.
 * One JSON line per figure on standard output; what is said to people goes to standard error.
 */
import { benchClassify } from './bench-classify.ts'
import { benchEngine } from './bench-engine.ts'

const BENCHES: Record<string, (args: string[]) => Promise<void>> = {
  engine: benchEngine,
  classify: benchClassify,
}

const [name = '', ...args] = process.argv.slice(2)
const bench = BENCHES[name]
if (bench) {
  await bench(args)
} else {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHES).join('|')}\n`)
  process.exitCode = 2
}
