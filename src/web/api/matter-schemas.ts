import { MATTER_KINDS } from '../../core/procedure/move.ts'
import { among, described, instant, list, object, orNull, region, type Schema, text, whole } from './schema-parts.ts'

const caseFile = {
  id: text,
  number: text,
  kind: among(MATTER_KINDS),
  lead: described(orNull(text), 'The lead it was opened from.'),
  title: text,
  state: described(text, 'Where the procedure stands, as in `rules/moves.yaml`: `checking` when a lead is opened.'),
  region,
  operator: orNull(text),
  owner: described(text, 'Who opened it.'),
  handlers: list(text),
  received_at: instant,
  opened_at: instant,
  reason: text,
  version: whole,
}

/** A period of a matter: its day zero and its end. */
const period = {
  variant: orNull(text),
  event_at: described(text, 'Day zero: instant or day.'),
  due: described(orNull(text), 'The last lawful day, or an instant where hours are counted.'),
  due_alt: described(orNull(text), 'The rolled day, where an ordinary weekend leaves the end open.'),
  stands_since: orNull(text),
}

/** What the API says of matters: cases, complaints and reports with their clocks. */
export const MATTER_SCHEMAS: Readonly<Record<string, Schema>> = {
  Case: object(caseFile),
  ClockBoard: object({
    items: list(
      object({
        matter: described(text, 'Id, for `/api/v1/cases/{id}`.'),
        number: text,
        kind: among(MATTER_KINDS),
        state: text,
        region,
        clock: text,
        title: described(text, 'Chinese.'),
        ...period,
        handlers: list(text),
      }),
    ),
  }),
  CaseDetail: object({
    ...caseFile,
    owner_name: orNull(text),
    clocks: list(
      object({
        clock: described(text, 'As in `rules/clocks.yaml`: `T06`.'),
        ...period,
        ended_at: orNull(text),
      }),
    ),
    history: list(
      object({
        seq: whole,
        at: instant,
        recorded_at: instant,
        actor: described(text, 'Officer id, or `system`.'),
        actor_name: orNull(text),
        verb: described(text, '`matter.made`, `matter.proposed`, …'),
        move: described(text, 'As in `rules/moves.yaml`.'),
        reason: text,
        evidence: list(text),
      }),
    ),
  }),
}
