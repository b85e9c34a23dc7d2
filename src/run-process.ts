import { Problem } from './core/problem.ts'

/**
 * Start something long-lived and stop it in order on Ctrl-C or SIGTERM. A second signal ends at once.
 * An expected failure at the start is told in plain words; anything else keeps its stack.
 */
export async function runProcess(start: () => Promise<() => Promise<void>>): Promise<void> {
  let stop: () => Promise<void>
  try {
    stop = await start()
  } catch (error) {
    console.error(error instanceof Problem ? plainWords(error) : error)
    process.exit(1)
  }
  let stopping = false
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(130)
    stopping = true
    console.error(`${signal}: finishing what is in hand; once more to stop at once / 正在收尾，再按一次立即退出`)
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

/** The words for the person at the terminal: what is wrong and what to do. */
export function plainWords(failure: Problem): string {
  const { detail } = failure
  if (Array.isArray(detail.mistakes))
    return [`${WHAT[failure.code] ?? failure.code}:`, ...detail.mistakes.map((line) => `  ${line}`)].join('\n')
  const hint = WHAT[failure.code]
  const values = Object.entries(detail).map(([key, value]) => `${key}: ${String(value)}`)
  return [hint ?? failure.code, ...values.map((line) => `  ${line}`)].join('\n')
}

const WHAT: Partial<Record<Problem['code'], string>> = {
  'config.invalid': 'Settings that cannot be used / 配置有误',
  'rulebook.invalid': 'The rulebook has mistakes / 规则集有误',
  'engine.data_dir_in_use':
    'Another process is using this data folder. Stop it, choose another DATA_DIR, or set QUEUE_URL to share a queue / 数据目录正被另一个进程使用',
  'engine.queue_url_required':
    'Web and worker apart need a queue both can reach: set QUEUE_URL=redis://… or postgres://…, or run both with npm start / 分开运行需要设置 QUEUE_URL',
}
