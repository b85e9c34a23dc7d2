import type { RequestHandler } from 'express'
import { noteCustody } from '../../actions/letters/note-custody.ts'
import { CUSTODY_BY_HAND } from '../../core/letter/exhibit.ts'
import type { Exhibit } from '../../store/views/letters-card.ts'
import { form } from '../doors.ts'
import { textField } from '../fields.ts'
import { Choice, Field, PostForm } from '../layout/form.tsx'
import { shanghaiInstant } from '../matters/read-move.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'

/** A step in the custody of an exhibit. */
export function CustodyForm({ exhibit, visit }: { exhibit: Exhibit; visit: Visit }) {
  const w = visit.words.letters
  const id = (name: string) => `custody-${exhibit.number}-${name}`
  return (
    <details class="deed">
      <summary>{w.noteCustody}</summary>
      <PostForm visit={visit} action={`/matters/${exhibit.matterId}/exhibits/${exhibit.id}/custody`}>
        <Field id={id('verb')} label={w.custodyWhat}>
          <Choice
            id={id('verb')}
            name="verb"
            empty={w.choose}
            options={CUSTODY_BY_HAND}
            words={w.custodyVerb}
            required
          />
        </Field>
        <Field id={id('place')} label={w.custodyPlace}>
          <input id={id('place')} name="place" required maxLength={200} />
        </Field>
        <Field id={id('note')} label={visit.words.shell.optional(w.custodyNote)}>
          <input id={id('note')} name="note" maxLength={500} />
        </Field>
        <Field id={id('at')} label={visit.words.shell.optional(w.happenedAt)}>
          <input id={id('at')} type="datetime-local" name="at" />
        </Field>
        <button type="submit">{w.save}</button>
      </PostForm>
    </details>
  )
}

export function postCustody(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const matterId = String(req.params.id)
    const at = textField(fields, 'at')
    await noteCustody(web, visit.viewer, {
      matterId,
      exhibitId: String(req.params.exhibit),
      verb: textField(fields, 'verb'),
      place: textField(fields, 'place'),
      note: textField(fields, 'note'),
      at: at ? shanghaiInstant(at) : undefined,
    })
    return `/matters/${matterId}#exhibits`
  })
}
