import type { Move, Field as MoveField } from '../../core/procedure/move.ts'
import type { MatterPage } from '../../store/views/matter-page.ts'
import { Field } from '../layout/form.tsx'
import { wordFor } from '../words/words.ts'
import { evidenceName } from './evidence-name.ts'
import type { Saying } from './say.ts'

interface Props {
  page: MatterPage
  saying: Saying
  move: Move
  op: 'make' | 'propose'
}

/** The fields a move asks for, its evidence, when it happened and why. Names in the form: `f.<field>`, `evidence`, `at`, `reason`. */
export function MoveFields({ page, saying, move, op }: Props) {
  const { visit } = saying
  const w = visit.words.matters
  const id = (name: string) => `${move.id}-${name}`
  return (
    <>
      {Object.entries(move.takes).map(([name, field]) => {
        const title = saying.procedure.fields[name]?.[visit.language] ?? name
        const label = field.optional ? visit.words.shell.optional(title) : title
        const many = optionsOf(field, page, saying)
        if (many) return <Checks name={`f.${name}`} legend={label} options={many} />
        return (
          <Field id={id(name)} label={label}>
            <Control id={id(name)} name={`f.${name}`} field={field} page={page} saying={saying} />
          </Field>
        )
      })}
      {move.evidence ? (
        <Checks
          name="evidence"
          legend={w.evidenceLabel}
          options={page.evidence.map((each) => ({ value: each, label: evidenceName(each, page, visit) }))}
          checked={page.evidence.length === 1}
          empty={w.evidenceNone}
        />
      ) : null}
      {op === 'make' ? (
        <Field id={id('at')} label={visit.words.shell.optional(w.happenedAt)} help={w.happenedAtHelp}>
          <input id={id('at')} type="datetime-local" name="at" />
        </Field>
      ) : null}
      <Field id={id('reason')} label={w.reasonLabel}>
        <textarea id={id('reason')} name="reason" rows={2} required maxLength={1000} />
      </Field>
    </>
  )
}

function Control(props: { id: string; name: string; field: MoveField; page: MatterPage; saying: Saying }) {
  const { id, name, field, page, saying } = props
  const { visit } = saying
  const { shell, matters: w, terms } = visit.words
  const required = !field.optional
  switch (field.type) {
    case 'flag':
      return (
        <select id={id} name={name} required={required}>
          <option value="">{w.choose}</option>
          <option value="yes">{shell.yes}</option>
          <option value="no">{shell.no}</option>
        </select>
      )
    case 'day':
      return <input id={id} type="date" name={name} required={required} />
    case 'instant':
      return <input id={id} type="datetime-local" name={name} required={required} />
    case 'count':
      return <input id={id} type="number" name={name} min={1} step={1} required={required} />
    case 'money':
      return (
        <input
          id={id}
          inputMode="decimal"
          pattern="[0-9]+(\.[0-9]{1,2})?"
          name={name}
          placeholder={w.yuanHelp}
          required={required}
        />
      )
    case 'one':
      return (
        <select id={id} name={name} required={required}>
          <option value="">{w.choose}</option>
          {Object.entries(saying.procedure.choices[field.choice!]!).map(([key, said]) => (
            <option value={key}>{said[visit.language]}</option>
          ))}
        </select>
      )
    case 'officer':
      return (
        <select id={id} name={name} required={required}>
          <option value="">{w.choose}</option>
          {page.officers.map((officer) => (
            <option value={officer.id}>
              {officer.name} · {wordFor(terms.role, officer.role, '')}
            </option>
          ))}
        </select>
      )
    case 'record':
      return (
        <>
          <input id={id} name={name} maxLength={500} required={required} list={`${id}-records`} />
          <datalist id={`${id}-records`}>
            {page.records.map((record) => (
              <option value={record} />
            ))}
          </datalist>
        </>
      )
    default:
      return <input id={id} name={name} maxLength={500} required={required} />
  }
}

/** Of a field that takes several; undefined for any other. */
function optionsOf(field: MoveField, page: MatterPage, { procedure, visit }: Saying) {
  if (field.type === 'some') {
    const choices = Object.entries(procedure.choices[field.choice!]!)
    return choices.map(([value, said]) => ({ value, label: said[visit.language] }))
  }
  if (field.type !== 'officers') return undefined
  return page.officers
    .filter(({ role }) => role !== 'head')
    .map(({ id, name, role }) => ({ value: id, label: `${name} · ${wordFor(visit.words.terms.role, role, '')}` }))
}

function Checks(props: {
  name: string
  legend: string
  options: { value: string; label: string }[]
  checked?: boolean
  empty?: string
}) {
  return (
    <fieldset class="checks">
      <legend>{props.legend}</legend>
      {props.options.map(({ value, label }) => (
        <label class="check">
          <input type="checkbox" name={props.name} value={value} checked={props.checked} /> {label}
        </label>
      ))}
      {props.options.length === 0 && props.empty ? <small class="help">{props.empty}</small> : null}
    </fieldset>
  )
}
