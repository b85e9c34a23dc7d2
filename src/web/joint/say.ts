import { shanghaiDay } from '../../core/clock/shanghai.ts'
import type { Why } from '../../core/routing/concerns.ts'
import { organName } from '../../core/routing/duties.ts'
import type { Reply, ResponsibilityTable } from '../../core/routing/responsibility.ts'
import type { Visit } from '../visit.ts'
import { wordFor } from '../words/words.ts'

/** The table's own words in the visitor's language. */
export interface JointSaying {
  table: ResponsibilityTable
  visit: Visit
}

/** A department as people call it: 民政, 处非. */
export function shortName({ table, visit }: JointSaying, department: string): string {
  return table.departments[department]?.short[visit.language] ?? department
}

/** A department by its full name, as it is called in that region. */
export function fullName({ table, visit }: JointSaying, department: string, region: string): string {
  return organName(table, department, region)[visit.language]
}

/** What showed it, in a few words. */
export function whyName({ visit }: JointSaying, why: Why): string {
  const { joint: w, terms } = visit.words
  switch (why.by) {
    case 'finding':
      return `${why.code} ${why.title[visit.language]}`
    case 'label':
      return w.byLabel(wordFor(terms.category, why.label, why.label))
    case 'entity':
      return w.byEntity(wordFor(terms.entity, why.entity, why.entity))
    case 'channel':
      return w.byChannel(wordFor(terms.channel, why.channel, why.channel))
    case 'note':
      return w.byNote(why.says[visit.language])
    case 'word':
      return w.byWord(why.quote)
    case 'asks':
      return w.asks[why.asks]
  }
}

/** `答复期限 10 个工作日（本局工作要求，法律未定天数）`. */
export function replyName({ visit }: Pick<JointSaying, 'visit'>, reply: Reply): string {
  const w = visit.words.joint
  const said = w.reply(reply.n, w.unit[reply.unit])
  return reply.isHouse ? said + visit.words.shell.bracketed(w.house) : said
}

/** Whole days from the day of an instant to today in Shanghai. */
export function daysSince(instant: string, now: Date): number {
  const [from, to] = [shanghaiDay(instant), shanghaiDay(now)].map((day) => Date.parse(`${day}T00:00:00Z`))
  return Math.max(0, Math.round((to! - from!) / 86_400_000))
}
