import { Field } from '../layout/form.tsx'
import type { FormProps } from './form.tsx'
import { Yuan } from './form-act.tsx'

export const MEASURES = ['warning', 'criticism', 'confiscate', 'licence', 'closure'] as const

/** What the officer proposes, and why this much. */
export function ProposalFields({ draft, visit }: FormProps) {
  const { words } = visit
  const w = words.worksheet
  const { proposed } = draft
  return (
    <fieldset>
      <legend>{w.proposal}</legend>
      <p class="help">{w.proposalHelp}</p>
      <Field id="fine-yuan" label={words.shell.optional(w.proposedFine)}>
        <Yuan id="fine-yuan" name="fine_yuan" fen={proposed?.fineFen ?? null} />
      </Field>
      {MEASURES.map((measure) => (
        <label class="check">
          <input type="checkbox" name={measure} value="yes" checked={proposed?.[measure] ?? false} />{' '}
          {w.measure[measure]}
        </label>
      ))}
      <label class="check">
        <input type="checkbox" name="low_fine" value="yes" checked={draft.isLowFine === true} />
        <span>
          {w.lowFine}
          <small class="below">{w.lowFineHelp}</small>
        </span>
      </label>
      <label class="check">
        <input type="checkbox" name="summary" value="yes" checked={draft.isSummary} /> {w.summary}
      </label>
      <Field id="hearing-left-out" label={words.shell.optional(w.hearingLeftOut)} help={w.hearingLeftOutHelp}>
        <textarea id="hearing-left-out" name="hearing_left_out" rows={2} maxLength={1000}>
          {draft.hearingLeftOut?.reason ?? ''}
        </textarea>
      </Field>
      <Field id="proposal-reason" label={words.shell.optional(w.proposalReason)}>
        <textarea id="proposal-reason" name="proposal_reason" rows={3} maxLength={1000}>
          {proposed?.reason ?? ''}
        </textarea>
      </Field>
      <Field id="decided-on" label={words.shell.optional(w.decidedOn)} help={w.decidedOnHelp}>
        <input id="decided-on" type="date" name="decided_on" value={draft.decidedOn ?? ''} />
      </Field>
    </fieldset>
  )
}
