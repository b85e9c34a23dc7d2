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
    console.error(error instanceof Problem ? plainWords(error) : (surroundings(error) ?? error))
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

/** The words for the person at the terminal: what is wrong and what to do, and the code for whoever looks it up. */
export function plainWords(failure: Problem): string {
  const { code, detail } = failure
  const head = PLAIN_WORDS[code] ? `${PLAIN_WORDS[code]} [${code}]` : code
  if (Array.isArray(detail.mistakes)) return [`${head}:`, ...detail.mistakes.map((line) => `  ${line}`)].join('\n')
  const values = Object.entries(detail).map(([key, value]) => `${key}: ${String(value)}`)
  return [head, ...values.map((line) => `  ${line}`)].join('\n')
}

/** Trouble with the surroundings (a server that does not answer, a folder that is none) is told in words; anything else keeps its stack. */
function surroundings(error: unknown): string | undefined {
  const { code, message, syscall } = error as NodeJS.ErrnoException
  const what = code && SURROUNDINGS[code]
  return what && `${what}\n  ${[code, syscall, message].filter(Boolean).join(' · ')}`
}

const SURROUNDINGS: Record<string, string> = {
  ECONNREFUSED:
    'A server does not answer: check DATABASE_URL and QUEUE_URL / 数据库或队列服务器未响应，请检查 DATABASE_URL、QUEUE_URL',
  ENOTFOUND:
    'A host is not known: check HOST, DATABASE_URL and QUEUE_URL / 主机名无法解析，请检查 HOST、DATABASE_URL、QUEUE_URL',
  EADDRNOTAVAIL: 'HOST is no address of this machine / HOST 不是本机地址',
  EADDRINUSE: 'PORT is in use: set PORT to a free one / 端口被占用，请更换 PORT',
  EACCES:
    'A folder or port may not be used: check DATA_DIR, FILES_DIR, INBOX_DIR and PORT / 没有权限，请检查 DATA_DIR、FILES_DIR、INBOX_DIR、PORT',
  EEXIST:
    'A folder is wanted where a file stands: check DATA_DIR, FILES_DIR and INBOX_DIR / 应为目录之处是文件，请检查 DATA_DIR、FILES_DIR、INBOX_DIR',
  ENOTDIR:
    'A folder is wanted where a file stands: check DATA_DIR, FILES_DIR and INBOX_DIR / 应为目录之处是文件，请检查 DATA_DIR、FILES_DIR、INBOX_DIR',
  ENOSPC: 'The disk is full / 磁盘已满',
  '28P01': 'PostgreSQL refuses the password: check DATABASE_URL / 数据库拒绝该密码，请检查 DATABASE_URL',
  '3D000': 'The database does not exist: create it or check DATABASE_URL / 数据库不存在，请创建或检查 DATABASE_URL',
}

/** What can keep a process from starting. */
export const PLAIN_WORDS: Partial<Record<Problem['code'], string>> = {
  'config.invalid': 'Settings that cannot be used / 配置有误',
  'rulebook.invalid': 'The rulebook has mistakes / 规则集有误',
  'rulebook.unusable':
    'This version of the rules was written by another release and cannot run. Propose it again from its files / 该规则版本由其他版本的程序写成，无法运行，请从规则文件重新提交',
  'model.invalid':
    'The classifier model file cannot be used. Put back the one of the release, or train again with npm run train / 分类模型文件不可用，请恢复随程序发布的文件或重新训练',
  'engine.data_dir_in_use':
    'Another process is using this data folder. Stop it, choose another DATA_DIR, or set QUEUE_URL to share a queue / 数据目录正被另一个进程使用',
  'engine.queue_url_required':
    'Web and worker apart need a queue both can reach: set QUEUE_URL=redis://… or postgres://…, or run both with npm start / 分开运行需要设置 QUEUE_URL',
}
