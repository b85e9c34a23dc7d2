/**
 * The closed list of expected failures: code -> HTTP status, and whether a job that meets it should try again.
 * Anything not on the list is a bug and rises. Words for people stand in `src/web/words/`, one key per code (a missing one does not compile).
 */
export const PROBLEMS = {
  'config.invalid': { status: 500, retry: false },
  'auth.required': { status: 401, retry: false },
  'auth.wrong_credentials': { status: 401, retry: false },
  'auth.too_many_attempts': { status: 429, retry: false },
  'auth.forbidden': { status: 403, retry: false },
  'form.csrf': { status: 403, retry: false },
  'form.stale': { status: 409, retry: false },
  'form.invalid': { status: 422, retry: false },
  not_found: { status: 404, retry: false },
  'request.malformed': { status: 400, retry: false },
  'request.too_large': { status: 413, retry: false },
  'request.unsupported_media': { status: 415, retry: false },
  'request.idempotency_reused': { status: 409, retry: false },
  'request.in_progress': { status: 409, retry: true },
  'request.method_not_allowed': { status: 405, retry: false },
  'intake.external_reused': { status: 409, retry: false },
  'intake.empty': { status: 422, retry: false },
  'intake.export_table': { status: 422, retry: false },
  'document.not_set_aside': { status: 409, retry: false },
  'document.not_assessed': { status: 409, retry: false },
  'article.same_officer': { status: 409, retry: false },
  'lead.closed': { status: 409, retry: false },
  'lead.not_dispatched': { status: 409, retry: false },
  // `why` holds what stands in the way, Chinese and English.
  'matter.move_closed': { status: 409, retry: false },
  'matter.move_input': { status: 422, retry: false },
  'matter.sealed': { status: 403, retry: false },
  'delegation.not_yours': { status: 403, retry: false },
  'joint.not_open': { status: 409, retry: false },
  'joint.tasks_open': { status: 409, retry: false },
  // `why` holds what is lacking or may not be said.
  'letter.not_ready': { status: 409, retry: false },
  'letter.not_draft': { status: 409, retry: false },
  'letter.not_issued': { status: 409, retry: false },
  'letter.corrected': { status: 409, retry: false },
  'officer.last_head': { status: 409, retry: false },
  'import.not_found': { status: 404, retry: false },
  'engine.data_dir_in_use': { status: 503, retry: true },
  'engine.queue_url_required': { status: 500, retry: false },
  'rulebook.invalid': { status: 500, retry: false },
  'model.invalid': { status: 500, retry: false },
  'model.nothing_taught': { status: 409, retry: false },
  'model.already_champion': { status: 409, retry: false },
  'model.own_training': { status: 403, retry: false },
  'model.not_in_shadow': { status: 409, retry: false },
  'model.too_few_judged': { status: 409, retry: false },
  'model.never_champion': { status: 409, retry: false },
  'rulebook.not_proposed': { status: 409, retry: false },
  'rulebook.own_proposal': { status: 403, retry: false },
  'rulebook.no_backtest': { status: 409, retry: false },
  'rulebook.already_active': { status: 409, retry: false },
  'rulebook.never_active': { status: 409, retry: false },
  'rulebook.unusable': { status: 409, retry: false },
  'rulebook.nothing_to_recheck': { status: 409, retry: false },
} as const

export type ProblemCode = keyof typeof PROBLEMS

/** An expected failure. `detail` holds values for the message (ids, limits), never personal data. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly detail: Readonly<Record<string, unknown>>

  constructor(code: ProblemCode, detail: Record<string, unknown> = {}, cause?: unknown) {
    super(Object.keys(detail).length ? `${code} ${JSON.stringify(detail)}` : code, cause === undefined ? {} : { cause })
    this.name = 'Problem'
    this.code = code
    this.detail = detail
  }

  get status(): number {
    return PROBLEMS[this.code].status
  }

  get retry(): boolean {
    return PROBLEMS[this.code].retry
  }
}

/** Make one to throw: `throw problem('lead.closed', { leadId })`. */
export function problem(code: ProblemCode, detail: Record<string, unknown> = {}, cause?: unknown): Problem {
  return new Problem(code, detail, cause)
}
