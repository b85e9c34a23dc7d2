import type { LeadPage } from '../../store/views/lead-page.ts'

/** One deed in the history of a lead or a case. */
export function historyAnswer(event: LeadPage['history'][number]) {
  return {
    seq: event.seq,
    at: event.at,
    actor: event.actor,
    actor_name: event.actorName,
    verb: event.verb,
    reason: event.reason ?? '',
    before: event.before ?? null,
    after: event.after ?? null,
  }
}
