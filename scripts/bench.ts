/**
 * `npm run bench -- engine [--corpora FOLDER]`: measures, as ratios within one run, because machines are noisy.
 * `npm run bench -- classify`: the text classifier, and natural's own scoring beside the compiled table of the same model.
 * One JSON line per figure on standard output; what is said to people goes to standard error.
 */
import { benchClassify } from './bench-classify.ts'
import { benchEngine } from './bench-engine.ts'
import { UsageError } from './rules/tell.ts'
import { tellUsage } from './usage.ts'
import { wrongCall } from './wrong-call.ts'

const USAGE = `Usage / 用法: npm run -s bench -- NAME
Measures, as ratios within one run / 性能测量，取同一次运行内的比值
  engine [--corpora FOLDER]   the rule engine, beside word cutting and rules one by one / 规则引擎
                              FOLDER: outside texts, .tsv titles and .jsonl texts / 外部语料目录
  classify                    the text classifier, beside natural's own scoring / 文本分类器
`

const BENCHES: Record<string, (args: string[]) => Promise<void>> = {
  engine: benchEngine,
  classify: benchClassify,
}

const [name = '', ...args] = process.argv.slice(2)
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
if (!tellUsage([name, ...args], USAGE)) {
  try {
    if (!bench) throw new UsageError(name === '' ? 'no name given / 未给出名称' : `unknown name / 未知名称: ${name}`)
    await bench(args)
  } catch (error) {
    const wrong = wrongCall(error)
    if (wrong === undefined) throw error
    process.stderr.write(`${wrong}\n${USAGE}`)
    process.exitCode = 2
  }
}
