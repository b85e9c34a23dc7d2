import { may } from '../../core/access/viewer.ts'
import { DISMISS_REASONS } from '../../core/case/ruling.ts'
import type { FindingOnPage } from '../../store/views/findings-on-page.ts'
import { Choice, Field, PostForm } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'

/** Uphold, or dismiss with a typed reason; folded away once ruled, because changing one's mind is rare. */
export function RulingForms({ finding, number, visit }: { finding: FindingOnPage; number: number; visit: Visit }) {
  if (!may(visit.viewer, 'finding.rule')) return null
  const { document: w, shell, terms } = visit.words
  const post = (deed: string) => ({
    visit,
    version: finding.version,
    action: `/documents/${finding.documentId}/findings/${finding.id}/${deed}`,
    class: `ruling ruling-${deed}`,
  })
  return (
    <details class="rule-on">
      <summary>{finding.rulings.length > 0 ? w.change : w.rule}</summary>
      <div class="rule-on-forms">
        <PostForm {...post('uphold')}>
          <input type="hidden" name="n" value={String(number)} />
          <Field id={`uphold-note-${number}`} label={shell.optional(w.note)}>
            <input id={`uphold-note-${number}`} name="note" maxLength={1000} autocomplete="off" />
          </Field>
          <button class="uphold" type="submit">
            {w.uphold}
          </button>
        </PostForm>
        <PostForm {...post('dismiss')}>
          <input type="hidden" name="n" value={String(number)} />
          <Field id={`reason-${number}`} label={w.reason}>
            <Choice
              id={`reason-${number}`}
              name="reason"
              empty="—"
              options={DISMISS_REASONS}
              words={terms.dismissReason}
              required
            />
          </Field>
          <Field id={`dismiss-note-${number}`} label={shell.optional(w.note)}>
            <input id={`dismiss-note-${number}`} name="note" maxLength={1000} autocomplete="off" />
          </Field>
          <button class="dismiss" type="submit">
            {w.dismiss}
          </button>
        </PostForm>
      </div>
    </details>
  )
}
