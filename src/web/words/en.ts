import { articles } from './en/articles.ts'
import { calls } from './en/calls.ts'
import { cases } from './en/cases.ts'
import { circumstances } from './en/circumstances.ts'
import { document } from './en/document.ts'
import { events } from './en/events.ts'
import { inbox } from './en/inbox.ts'
import { intake } from './en/intake.ts'
import { joint } from './en/joint.ts'
import { lead } from './en/lead.ts'
import { letters } from './en/letters.ts'
import { matters } from './en/matters.ts'
import { models } from './en/models.ts'
import { problemPage, problems } from './en/problems.ts'
import { rulebook } from './en/rulebook.ts'
import { session } from './en/session.ts'
import { shell } from './en/shell.ts'
import { statistics } from './en/statistics.ts'
import { status } from './en/status.ts'
import { terms } from './en/terms.ts'
import { worksheet } from './en/worksheet.ts'
import type { Words } from './words.ts'

/** Every word on screen, in English. */
export const en: Words = {
  lang: 'en',
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
}
