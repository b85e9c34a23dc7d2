import type { RequestHandler } from 'express'
import { markMissed } from '../../actions/papers/mark-missed.ts'
import { CATEGORIES } from '../../core/document.ts'
import { problem } from '../../core/problem.ts'
import { form } from '../doors.ts'
import { choice, textField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

/** Marks that the system overlooked a category, or takes the mark back. */
export function postMissed(web: WebParts): RequestHandler[] {
  return form(web, async ({ viewer }, fields, req) => {
    const documentId = String(req.params.id)
    const category = choice(fields, 'category', CATEGORIES)
    if (!category) throw problem('form.invalid', { field: 'category' })
    const verdict = choice(fields, 'verdict', ['missed', 'withdrawn']) ?? 'missed'
    await markMissed(web, viewer, { documentId, category, verdict, reason: textField(fields, 'reason') })
    return `/documents/${documentId}#missed`
  })
}
