import type { RequestHandler } from 'express'
import { confirmArticle } from '../../actions/rulebook/confirm-article.ts'
import { problem } from '../../core/problem.ts'
import { form } from '../doors.ts'
import { choice, textField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'
import { articlePath } from './article-path.ts'

export function postConfirm(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields) => {
    const verdict = choice(fields, 'verdict', ['approved', 'refused'] as const)
    if (!verdict) throw problem('form.invalid', { field: 'verdict' })
    const order = { recordId: textField(fields, 'record'), verdict, note: textField(fields, 'note') }
    return articlePath((await confirmArticle(web, visit.viewer, order)).articleId)
  })
}
