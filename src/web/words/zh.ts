import { articles } from './zh/articles.ts'
import { calls } from './zh/calls.ts'
import { cases } from './zh/cases.ts'
import { circumstances } from './zh/circumstances.ts'
import { document } from './zh/document.ts'
import { events } from './zh/events.ts'
import { inbox } from './zh/inbox.ts'
import { intake } from './zh/intake.ts'
import { joint } from './zh/joint.ts'
import { lead } from './zh/lead.ts'
import { letters } from './zh/letters.ts'
import { matters } from './zh/matters.ts'
import { models } from './zh/models.ts'
import { problemPage, problems } from './zh/problems.ts'
import { rulebook } from './zh/rulebook.ts'
import { session } from './zh/session.ts'
import { shell } from './zh/shell.ts'
import { statistics } from './zh/statistics.ts'
import { status } from './zh/status.ts'
import { terms } from './zh/terms.ts'
import { worksheet } from './zh/worksheet.ts'

/** Every word on screen, in Chinese, by desk. The other language is typed by this one: a missing key does not compile. */
export const zh = {
  lang: 'zh-CN',
  articles,
  cases,
  calls,
  circumstances,
  document,
  events,
  inbox,
  intake,
  joint,
  lead,
  letters,
  matters,
  models,
  problemPage,
  problems,
  rulebook,
  session,
  shell,
  statistics,
  status,
  terms,
  worksheet,
} as const
