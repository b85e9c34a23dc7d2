import type { RequestHandler } from 'express'
import { recordArticle } from '../../actions/rulebook/record-article.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'
import { articleId, articlePath } from './article-path.ts'

export function postRecord(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const id = articleId(req)
    await recordArticle(web, visit.viewer, {
      articleId: id,
      seen: versionField(fields),
      text: textField(fields, 'text'),
      source: textField(fields, 'source'),
      readOn: textField(fields, 'readOn'),
    })
    return articlePath(id)
  })
}
