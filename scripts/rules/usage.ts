/** How `npm run -s rules` is called: all commands on one page, each with its options on another. */

interface Command {
  call: string
  en: string
  zh: string
  /** What is asked for, and what that means. */
  options?: Record<string, string>
}

const NO_MODEL = 'the rules alone; without it the classifier judges beside them, as at the desk / 仅按规则判断'
const FOLDER = 'rules to look at, else rules/ of the program / 规则目录，默认为程序自带'
const DAYS = 'papers received on these days / 收件日期范围'

const ASKED = {
  'TEXT|FILE|-|DOCUMENT-ID':
    'words, a file, standard input, or a paper of the database / 文字、文件、标准输入或留存材料编号',
  '--rule ID|CODE':
    'this rule alone; what becomes of the text is still judged by all / 只看一条规则；整段文字的结果仍按全部规则',
  '--folder DIR': FOLDER,
  '--kind --date --until --region --entity --channel': 'circumstances, as for scan / 研判条件，同 scan',
  '--model HASH|champion':
    'a model of the database, or the one that counts at the desk; else the one a kept paper was assessed with, for other texts the one that came with the program, as scan has it / 数据库中的模型或现行模型，默认：留存材料用其研判时的模型，其他文字用随程序发布的模型',
  '--no-model': NO_MODEL,
}

const COMMANDS = {
  check: {
    call: 'check [FOLDER] [--rule ID|CODE] [--corpus PATH] [--strict]',
    en: 'mistakes, examples, conflicts, cost',
    zh: '查错、示例、冲突与耗时',
    options: {
      FOLDER,
      '--rule ID|CODE':
        'doubts and cost of this rule alone; mistakes are told of all / 存疑与耗时只看这一条，错误仍全部列出',
      '--corpus PATH': 'texts on which cost is measured, else the examples / 测量耗时所用文本，默认为示例',
      '--strict': 'doubts fail too / 存疑也算失败',
    },
  },
  try: {
    call: 'try [--rule ID|CODE] [circumstances] [--model HASH|champion | --no-model] TEXT|FILE|-|DOCUMENT-ID',
    en: 'what fires, why the rest keeps silent, and what the classifier says of it',
    zh: '哪些规则命中、其余为何不命中，以及分类器的意见',
    options: ASKED,
  },
  explain: {
    call: 'explain [--rule ID|CODE] [circumstances] [--model HASH|champion | --no-model] TEXT|FILE|-|DOCUMENT-ID',
    en: 'each finding: which element was met where, what it rests on and adds, and what the classifier leaves of it',
    zh: '逐项说明疑点：要件、依据、计分，以及分类器是否调低',
    options: ASKED,
  },
  backtest: {
    call: 'backtest [--old DIR|HASH] [--new DIR|HASH] [--corpus PATH | --data [--from DAY] [--to DAY]] [--save --by LOGIN] [--no-model]',
    en: 'two versions over a corpus or the archive: findings, labels, and officers’ rulings',
    zh: '两个版本在语料或留存材料上的回测：疑点、标签与认定',
    options: {
      '--old DIR|HASH': 'a folder or stored version, else the active one / 旧版，默认为现行版本',
      '--new DIR|HASH': 'a folder or stored version, else rules/ / 新版，默认为规则目录',
      '--corpus PATH': '.jsonl, .tsv, .txt or .md, or a folder of them / 语料文件或目录',
      '--data': 'the papers of the database / 数据库中的留存材料',
      '--from DAY --to DAY': DAYS,
      '--save --by LOGIN': 'keep the counts for an approval to rest on / 保存结果供批准所用',
      '--no-model': `${NO_MODEL}; not with --save`,
    },
  },
  hygiene: {
    call: 'hygiene [FOLDER] [--corpus PATH | --data [--from DAY] [--to DAY]] [--all] [--no-model]',
    en: 'what is to be tended: a summary and a few of each kind',
    zh: '规则维护清单：先汇总，各类列出数项',
    options: {
      FOLDER,
      '--corpus PATH': 'look in these texts for what is silent and unseen / 在语料中查看',
      '--data': 'look in the papers and rulings of the database / 在留存材料与认定中查看',
      '--from DAY --to DAY': DAYS,
      '--all': 'the whole list / 列出全部',
      '--no-model': 'do not ask whether outranks may go / 不查 outranks 可否删去',
    },
  },
  disguises: {
    call: 'disguises [FOLDER] [--rule ID|CODE] [--guessed]',
    en: 'hits and near misses under every disguise that applies; good enough, and status 0: 97% of the disguised hits over all are found and no near miss fires; else status 2',
    zh: '示例在各种变体写法下是否仍命中；合计命中率达到 97% 且反例无一命中为合格，退出码 0，否则为 2',
    options: {
      FOLDER,
      '--rule ID|CODE':
        'this rule alone, with every hit that is lost; without it those are on standard output / 只看一条规则，并逐一列出未命中的写法；不加时只在标准输出中列出',
      '--guessed': 'stand-ins read from the sense too; they fail nothing / 加上需凭文意猜测的替代字',
    },
  },
  corpora: {
    call: 'corpora FOLDER [--no-model]',
    en: 'labels on texts that hold nothing of ours (.tsv titles, .jsonl texts)',
    zh: '在无关文本上误给标签的比例',
    options: { '--no-model': NO_MODEL },
  },
  versions: {
    call: 'versions',
    en: 'every version in the database, the active one marked',
    zh: '数据库中的全部版本，现行版本带 *',
  },
  propose: {
    call: 'propose DIR --author LOGIN --reason WORDS',
    en: 'store a version and put it forward',
    zh: '提交一个版本',
  },
  approve: {
    call: 'approve HASH --by LOGIN --reason WORDS',
    en: 'by another than the author; needs a saved backtest',
    zh: '由他人批准，须先保存回测',
  },
  rollback: { call: 'rollback HASH --by LOGIN --reason WORDS', en: 'an earlier version again', zh: '恢复曾启用的版本' },
  recheck: {
    call: 'recheck --from DAY --to DAY --by LOGIN --reason WORDS',
    en: 'assess the papers received on these days again',
    zh: '按现行版本复查某段日期收到的材料',
  },
} satisfies Record<string, Command>

export type RulesCommand = keyof typeof COMMANDS

/** Of one command, or of all where none is named or nobody knows it. */
export function rulesUsage(name: string): string {
  if (!Object.hasOwn(COMMANDS, name)) return ALL
  const { call, en, zh, options = {} }: Command = COMMANDS[name as RulesCommand]
  const lines = Object.entries(options).map(([option, means]) => `  ${option}\n      ${means}\n`)
  return `Usage / 用法: npm run -s rules -- ${call}\n${en}\n${zh}\n${lines.join('')}`
}

const ALL = `Usage / 用法: npm run -s rules -- COMMAND
JSON lines on standard output, words for people on standard error: > /dev/null leaves the words, 2> /dev/null the lines
标准输出为 JSON 行，标准错误为说明文字：加 > /dev/null 只看说明，加 2> /dev/null 只要 JSON。COMMAND --help tells more / 加 --help 查看各命令说明
${Object.values(COMMANDS)
  .map(({ call, en, zh }) => `  ${call}\n      ${en} / ${zh}\n`)
  .join('')}`
