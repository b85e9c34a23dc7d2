import type { LineOnPage } from '../../store/views/joint-card.ts'
import { Choice, Field, PostForm } from '../layout/form.tsx'
import { Deed } from './deed.tsx'
import type { JointAt } from './joint-cards.tsx'

/** What can be noted of a line that goes to others. */
export function LineForms({ at, line }: { at: JointAt; line: LineOnPage }) {
  const { visit } = at
  const w = visit.words.joint
  const path = `/matters/${at.page.file.id}/lines/${line.id}`
  const shared = { visit, version: line.version }
  const canSend = line.state === 'open' || line.state === 'returned'
  const canEnd = canSend || line.state === 'sent'
  return (
    <>
      {canSend ? (
        <PostForm {...shared} action={`${path}/draft`} class="inline">
          <button class="quiet" type="submit">
            {w.draft}
          </button>
        </PostForm>
      ) : null}
      {canSend ? (
        <Deed {...shared} action={`${path}/send`} title={w.send}>
          <Field id={`${line.id}-how`} label={w.sendHow}>
            <input id={`${line.id}-how`} name="how" required maxLength={500} />
          </Field>
          <Field id={`${line.id}-at`} label={visit.words.shell.optional(w.sentAt)}>
            <input id={`${line.id}-at`} type="datetime-local" name="at" />
          </Field>
        </Deed>
      ) : null}
      {line.state === 'sent' ? (
        <Deed {...shared} action={`${path}/answer`} title={w.answer}>
          <Field id={`${line.id}-outcome`} label={w.outcome}>
            <Choice
              id={`${line.id}-outcome`}
              name="outcome"
              empty={visit.words.matters.choose}
              options={['answered', 'returned'] as const}
              words={w.outcomeOf}
              required
            />
          </Field>
          <Field id={`${line.id}-answer`} label={w.answerSaid}>
            <textarea id={`${line.id}-answer`} name="answer" rows={2} required maxLength={1000} />
          </Field>
        </Deed>
      ) : null}
      {canEnd ? (
        <Deed {...shared} action={`${path}/end`} title={w.end}>
          <Field id={`${line.id}-end`} label={w.endReason}>
            <input id={`${line.id}-end`} name="reason" required maxLength={500} />
          </Field>
        </Deed>
      ) : null}
    </>
  )
}
