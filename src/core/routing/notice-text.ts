import type { ArticleVersion } from '../procedure/move.ts'
import type { Why } from './concerns.ts'
import { levelOf, organName } from './duties.ts'
import { inForce, type LineKind, type ResponsibilityTable } from './responsibility.ts'

/** What a notice to another department is begun with; an officer goes on from there. Chinese, as letters are. */
export interface NoticeText {
  department: string
  /** What is for that department, and on what basis. */
  duty: string
  /** What was found. It names no person and calls nothing proven. */
  facts: string
  wish: string
}

/** What is told of one line: where, on which day, and what brought it about. */
export interface NoticeSubject {
  region: string
  on: string
  because: readonly { matter: string | null; why: readonly Why[] }[]
}

/** Most quotations are enough to look further; a letter is no file. */
const MOST_QUOTES = 8

export function noticeText(table: ResponsibilityTable, line: LineKind, subject: NoticeSubject): NoticeText {
  return {
    department: organName(table, line.to, subject.region).zh,
    duty: dutiesSaid(table, line, subject),
    facts: factsSaid(subject),
    wish: wishSaid(line),
  }
}

function dutiesSaid(table: ResponsibilityTable, line: LineKind, { region, on, because }: NoticeSubject): string {
  const level = levelOf(region)
  const said = because.flatMap(({ matter: id }) => {
    const matter = id === null ? undefined : table.matters[id]
    const duty = matter?.duties.find(
      ({ department, levels, regions, articles }) =>
        department === line.to &&
        (level === null || levels.includes(level)) &&
        (regions.length === 0 || regions.some((prefix) => region.startsWith(prefix))) &&
        inForce(articles, on),
    )
    if (!matter || !duty) return []
    const basis = printed(duty.articles, on)
    return [`${matter.title.zh}：${duty.does.zh}${basis === '' ? '' : `（${basis}）`}`]
  })
  return said.length > 0 ? numbered(said) : printed(line.articles, on)
}

/** A letter cites what was read in full; what rests on a second hand or on memory the officer adds once she has looked it up. */
function printed(articles: readonly ArticleVersion[], on: string): string {
  const basis = inForce(articles, on)
  return basis?.confidence === 'V' ? basis.article.zh : ''
}

function factsSaid({ because }: NoticeSubject): string {
  const found = because.flatMap(({ why }) => why)
  const quotes = new Map<string, string>()
  for (const each of found) {
    if (each.by === 'finding' && each.quote !== '') quotes.set(each.quote, each.title.zh)
    if (each.by === 'word') quotes.set(each.quote, '')
  }
  const notes = [...new Set(found.flatMap((each) => (each.by === 'note' ? each.says.zh : [])))]
  const said = [
    ...[...quotes].slice(0, MOST_QUOTES).map(([quote, title]) => `材料中有“${quote}”${title ? `，疑似${title}` : ''}`),
    ...notes.map((note) => `经了解，${note}`),
  ]
  return said.length > 0 ? `${numbered(said)}\n以上均为线索，尚未认定。` : ''
}

function wishSaid({ reply }: LineKind): string {
  if (reply === null) return '请依法核查处理，并函告结果。'
  const days = `${reply.n}${reply.unit === 'workday' ? '个工作日' : '日'}`
  return reply.isHouse
    ? `请依职责核查处理。如可行，商请自收到本函之日起${days}内函告处理情况。`
    : `请依职责办理，并自收到之日起${days}内答复。`
}

function numbered(said: readonly string[]): string {
  return said.length === 1 ? said[0]! : said.map((each, i) => `${i + 1}. ${each}`).join('\n')
}
