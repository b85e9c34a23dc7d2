import type { RequestHandler } from 'express'
import { actOnMatter } from '../../actions/matters/act-on-matter.ts'
import { problem } from '../../core/problem.ts'
import { form } from '../doors.ts'
import { choice, textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'
import { readMove } from './read-move.ts'

/** A move made, or proposed where it needs approval. */
export function postMove(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const id = String(req.params.id)
    const name = String(req.params.move)
    const move = Object.hasOwn(web.procedure.moves, name) ? web.procedure.moves[name] : undefined
    if (!move) throw problem('not_found', { move: name })
    await actOnMatter(web, visit.viewer, { matterId: id, act: readMove(move, fields) })
    return `/matters/${id}`
  })
}

/** A proposal approved, refused or taken back. `next` may name the approvals page to return to. */
export function postDecision(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const id = String(req.params.id)
    const op = choice(fields, 'op', ['approve', 'refuse', 'withdraw'] as const)
    if (!op) throw problem('form.invalid', { field: 'op' })
    const proposal = Number(req.params.proposal)
    if (!Number.isSafeInteger(proposal)) throw problem('not_found', { proposal: String(req.params.proposal) })
    const act = { op, proposal, version: versionField(fields), reason: textField(fields, 'reason') }
    await actOnMatter(web, visit.viewer, { matterId: id, act })
    return textField(fields, 'next') === 'approvals' ? '/approvals' : `/matters/${id}`
  })
}
