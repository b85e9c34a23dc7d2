import { may } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { CHANNELS, ENTITIES, KINDS } from '../../core/document.ts'
import { standingCorrections } from '../../core/intake/correction.ts'
import type { DocumentPage } from '../../store/views/document-page.ts'
import { Choice, Field, PostForm } from '../layout/form.tsx'
import { RegionInput } from '../layout/region-input.tsx'
import type { Visit } from '../visit.ts'

/** Corrects what decides which law applies. Left empty, an entry stays as it is; what was corrected can be taken back. */
export function CorrectForm({ page: { document, corrections }, visit }: { page: DocumentPage; visit: Visit }) {
  if (!may(visit.viewer, 'document.correct')) return null
  const { circumstances: c, terms } = visit.words
  const today = shanghaiDay(visit.now)
  const corrected = [...standingCorrections(corrections).keys()]
  return (
    <details class="deed correct" id="correct">
      <summary>{c.correct}</summary>
      <p class="help">{c.correctHelp}</p>
      <PostForm visit={visit} version={document.version} action={`/documents/${document.id}/correct`}>
        <div class="correct-fields">
          <Field id="correct-date" label={c.field.date}>
            <input id="correct-date" name="date" type="date" max={today} />
          </Field>
          <Field id="correct-until" label={c.field.until} help={c.untilHelp}>
            <input id="correct-until" name="until" type="date" max={today} />
          </Field>
          <Field id="correct-channel" label={c.field.channel}>
            <Choice
              id="correct-channel"
              name="channel"
              empty={c.keep}
              options={CHANNELS.filter((one) => one !== 'unknown')}
              words={terms.channel}
            />
          </Field>
          <Field id="correct-entity" label={c.field.entity}>
            <Choice
              id="correct-entity"
              name="entity"
              empty={c.keep}
              options={ENTITIES.filter((one) => one !== 'unknown')}
              words={terms.entity}
            />
          </Field>
          <Field id="correct-region" label={c.field.region}>
            <RegionInput id="correct-region" visit={visit} within="000000" placeholder={c.keep} />
          </Field>
          <Field id="correct-kind" label={c.field.kind}>
            <Choice
              id="correct-kind"
              name="kind"
              empty={c.keep}
              options={KINDS.filter((one) => one !== 'unknown')}
              words={terms.kind}
            />
          </Field>
        </div>
        {corrected.length > 0 ? (
          <fieldset class="withdraw">
            <legend>{c.withdraw}</legend>
            {corrected.map((field) => (
              <label>
                <input type="checkbox" name={`withdraw-${field}`} value="1" /> {c.withdrawField(c.field[field])}
              </label>
            ))}
          </fieldset>
        ) : null}
        <Field id="correct-reason" label={c.reason} help={c.reasonHelp}>
          <textarea id="correct-reason" name="reason" rows={2} maxLength={1000} required />
        </Field>
        <button class="primary" type="submit">
          {c.submit}
        </button>
      </PostForm>
    </details>
  )
}
