import type { ComponentChildren } from 'preact'
import { CSRF_FIELD } from '../csrf.ts'
import type { Visit } from '../visit.ts'

export function CsrfField({ visit }: { visit: Visit }) {
  return <input type="hidden" name={CSRF_FIELD} value={visit.csrfToken} />
}

/** A form post with its token and, where it acts on something, the version the officer saw. */
export function PostForm(props: {
  visit: Visit
  action: string
  version?: number
  class?: string
  children: ComponentChildren
}) {
  return (
    <form method="post" action={props.action} class={props.class}>
      <CsrfField visit={props.visit} />
      {props.version === undefined ? null : <input type="hidden" name="version" value={String(props.version)} />}
      {props.children}
    </form>
  )
}

/** A label above its control, with help below. The control is the child and carries `id`. */
export function Field(props: { id: string; label: string; help?: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      {props.children}
      {props.help ? <small class="help">{props.help}</small> : null}
    </div>
  )
}

/** A choice among a closed list, named by its dictionary table; `empty` is the first entry that chooses nothing. */
export function Choice<T extends string>(props: {
  id: string
  name: string
  empty: string
  options: readonly T[]
  words: Readonly<Record<T, string>>
  chosen?: T | undefined
  required?: boolean
}) {
  return (
    <select id={props.id} name={props.name} required={props.required}>
      <option value="">{props.empty}</option>
      {props.options.map((option) => (
        <option value={option} selected={option === props.chosen}>
          {props.words[option]}
        </option>
      ))}
    </select>
  )
}
