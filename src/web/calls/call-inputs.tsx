import type { ComponentChildren } from 'preact'
import type { CallFields } from '../../core/intake/call-fields.ts'
import { Choice, Field } from '../layout/form.tsx'

/** One part of the form under its title. */
export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <fieldset class="card call-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

/** What is seldom asked; open where something stands in it. */
export function Folded({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }) {
  return (
    <details class="call-more" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

export function Text(props: {
  name: string
  label: string
  fields: CallFields
  /** Enter leads from one main field to the next. */
  main?: boolean
  /** Where the cursor is put when the page opens. */
  first?: boolean
  inputMode?: 'tel'
  placeholder?: string
}) {
  const { name, label, fields, main, first, inputMode, placeholder } = props
  return (
    <Field id={name} label={label}>
      <input
        id={name}
        name={name}
        maxLength={200}
        value={fields[name] ?? ''}
        inputMode={inputMode}
        placeholder={placeholder}
        autocomplete="off"
        {...(first ? { 'data-first': true } : {})}
        {...(main ? { 'data-main': true } : {})}
      />
    </Field>
  )
}

export function When(props: { name: string; label: string; fields: CallFields; to: 'day' | 'minute'; help?: string }) {
  const { name, label, fields, to, help } = props
  const value = fields[name] ?? ''
  return (
    <Field id={name} label={label} {...(help ? { help } : {})}>
      {to === 'day' ? (
        <input id={name} name={name} type="date" value={value} />
      ) : (
        <input id={name} name={name} type="datetime-local" value={value} />
      )}
    </Field>
  )
}

export function Pick<T extends string>(props: {
  name: string
  label: string
  options: readonly T[]
  words: Readonly<Record<T, string>>
  fields: CallFields
  empty: string
}) {
  const { name, label, options, words, fields, empty } = props
  return (
    <Field id={name} label={label}>
      <Choice
        id={name}
        name={name}
        empty={empty}
        options={options}
        words={words}
        chosen={options.find((each) => each === fields[name])}
      />
    </Field>
  )
}

export function Tick({ name, label, fields }: { name: string; label: string; fields: CallFields }) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} value="yes" checked={Boolean(fields[name])} />
      {label}
    </label>
  )
}
