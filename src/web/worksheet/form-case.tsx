import { LEGAL_GROUNDS } from '../../core/worksheet/review.ts'
import { Choice, Field } from '../layout/form.tsx'
import type { FormProps } from './form.tsx'

export const PARTIES = ['unit', 'person'] as const
export const SEATS = ['same_province', 'other_province', 'unknown'] as const

/** The party, the limitation and the grounds of review. */
export function CaseFields({ draft, visit }: FormProps) {
  const { words } = visit
  const w = words.worksheet
  const { limitation } = draft
  return (
    <>
      <div class="pair">
        <Field id="party" label={w.party}>
          <Choice
            id="party"
            name="party"
            empty={words.matters.choose}
            options={PARTIES}
            words={w.partyOf}
            chosen={draft.party}
            required
          />
        </Field>
        <Field id="seat" label={w.seat}>
          <Choice
            id="seat"
            name="seat"
            empty={words.matters.choose}
            options={SEATS}
            words={w.seatOf}
            chosen={draft.seat}
            required
          />
        </Field>
      </div>
      <div class="pair">
        <Field id="ended-on" label={words.shell.optional(w.endedOn)}>
          <input id="ended-on" type="date" name="ended_on" value={limitation.endedOn ?? ''} />
        </Field>
        <Field id="found-on" label={words.shell.optional(w.foundOn)}>
          <input id="found-on" type="date" name="found_on" value={limitation.foundOn ?? ''} />
        </Field>
      </div>
      <label class="check">
        <input type="checkbox" name="limit_serious" value="yes" checked={limitation.serious} /> {w.limitSerious}
      </label>
      <fieldset class="checks">
        <legend>{w.grounds}</legend>
        {LEGAL_GROUNDS.map((ground) => (
          <label class="check">
            <input type="checkbox" name="ground" value={ground} checked={draft.grounds.includes(ground)} />{' '}
            {w.ground[ground]}
          </label>
        ))}
      </fieldset>
    </>
  )
}
