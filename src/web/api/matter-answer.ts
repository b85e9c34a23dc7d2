import type { MatterPage } from '../../store/views/matter-page.ts'

/** A matter as answered: a complaint, a report, or a lead taken up. `reason` is why it was opened, or the lead confirmed. */
export function matterAnswer(file: MatterPage['file'], reason: string) {
  return {
    id: file.id,
    number: file.number,
    kind: file.kind,
    lead: file.leadId,
    title: file.title,
    state: file.state,
    region: file.region,
    operator: file.operatorId,
    owner: file.openedBy,
    handlers: file.matter.handlers,
    received_at: file.receivedAt,
    opened_at: file.openedAt,
    reason,
    version: file.version,
  }
}

/** One event of a matter. `verb` is `matter.made`, `matter.proposed`, …; `move` says which. */
export function matterEventAnswer(event: MatterPage['events'][number], names: ReadonlyMap<string, string>) {
  return {
    seq: event.seq,
    at: event.at,
    recorded_at: event.recordedAt,
    actor: event.by,
    actor_name: names.get(event.by) ?? null,
    verb: `matter.${event.type}`,
    move: event.move,
    reason: event.reason,
    evidence: event.evidence,
  }
}
