import { ANSWERS } from '../../core/routing/standing.ts'
import type { Opinion } from '../../store/views/joint-card.ts'
import { Choice, Field } from '../layout/form.tsx'
import { Deed } from './deed.tsx'
import type { JointAt } from './joint-cards.tsx'

/** What can be noted of an opinion that is awaited. */
export function OpinionForms({ at, opinion }: { at: JointAt; opinion: Opinion }) {
  const { joint: w, shell, matters } = at.visit.words
  const id = (name: string) => `${opinion.id}-${name}`
  const path = `/matters/${at.page.file.id}/opinions/${opinion.id}`
  const shared = { visit: at.visit, version: opinion.version }
  return (
    <>
      <Deed {...shared} action={`${path}/record`} title={w.record}>
        <Field id={id('answer')} label={w.answerKind}>
          <Choice
            id={id('answer')}
            name="answer"
            empty={matters.choose}
            options={ANSWERS}
            words={w.answerOf}
            required
          />
        </Field>
        <Field id={id('text')} label={w.recordText}>
          <textarea id={id('text')} name="text" rows={3} required maxLength={1000} />
        </Field>
        <Field id={id('at')} label={shell.optional(w.answeredAt)}>
          <input id={id('at')} type="datetime-local" name="at" />
        </Field>
      </Deed>
      <Deed {...shared} action={`${path}/later`} title={w.tellLater}>
        <Field id={id('until')} label={w.until}>
          <input id={id('until')} type="date" name="until" required />
        </Field>
        <Field id={id('later')} label={w.laterReason}>
          <input id={id('later')} name="reason" required maxLength={500} />
        </Field>
      </Deed>
      <Deed {...shared} action={`${path}/withdraw`} title={w.withdraw}>
        <Field id={id('withdraw')} label={w.withdrawReason}>
          <input id={id('withdraw')} name="reason" required maxLength={500} />
        </Field>
      </Deed>
    </>
  )
}
