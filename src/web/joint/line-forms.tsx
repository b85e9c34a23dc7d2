import type { ComponentChildren } from 'preact'
import type { LineOnPage } from '../../store/views/joint-card.ts'
import { Choice, Field, PostForm } from '../layout/form.tsx'
import type { JointAt } from './joint-cards.tsx'

/** What can be noted of a line that goes to others. */
export function LineForms({ at, line }: { at: JointAt; line: LineOnPage }) {
  const w = at.visit.words.joint
  const canSend = line.state === 'open' || line.state === 'returned'
  const canEnd = canSend || line.state === 'sent'
  return (
    <>
      {canSend ? (
        <PostForm
          visit={at.visit}
          action={`/matters/${at.page.file.id}/lines/${line.id}/draft`}
          version={line.version}
          class="inline"
        >
          <button class="quiet" type="submit">
            {w.draft}
          </button>
        </PostForm>
      ) : null}
      {canSend ? (
        <Deed at={at} line={line} deed="send" title={w.send}>
          <Field id={`${line.id}-how`} label={w.sendHow}>
            <input id={`${line.id}-how`} name="how" required maxLength={500} />
          </Field>
          <Field id={`${line.id}-at`} label={at.visit.words.shell.optional(w.sentAt)}>
            <input id={`${line.id}-at`} type="datetime-local" name="at" />
          </Field>
        </Deed>
      ) : null}
      {line.state === 'sent' ? (
        <Deed at={at} line={line} deed="answer" title={w.answer}>
          <Field id={`${line.id}-outcome`} label={w.outcome}>
            <Choice
              id={`${line.id}-outcome`}
              name="outcome"
              empty={at.visit.words.matters.choose}
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
        <Deed at={at} line={line} deed="end" title={w.end}>
          <Field id={`${line.id}-end`} label={w.endReason}>
            <input id={`${line.id}-end`} name="reason" required maxLength={500} />
          </Field>
        </Deed>
      ) : null}
    </>
  )
}

function Deed(props: {
  at: JointAt
  line: LineOnPage
  deed: 'send' | 'answer' | 'end'
  title: string
  children: ComponentChildren
}) {
  const { at, line, deed, title, children } = props
  return (
    <details class="deed">
      <summary>{title}</summary>
      <PostForm
        visit={at.visit}
        action={`/matters/${at.page.file.id}/lines/${line.id}/${deed}`}
        version={line.version}
        class="move"
      >
        {children}
        <button class="primary" type="submit">
          {title}
        </button>
      </PostForm>
    </details>
  )
}
