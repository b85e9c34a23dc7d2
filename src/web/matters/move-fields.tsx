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
        return (
          <Field id={id(name)} label={field.optional ? visit.words.shell.optional(title) : title}>
            <Control id={id(name)} name={`f.${name}`} field={field} page={page} saying={saying} />
          </Field>
        )
      })}
      {move.evidence ? (
        <Field
          id={id('evidence')}
          label={w.evidenceLabel}
          {...(page.evidence.length === 0 ? { help: w.evidenceNone } : {})}
        >
          <select
            id={id('evidence')}
            name="evidence"
            multiple
            required
            size={Math.min(4, Math.max(2, page.evidence.length))}
          >
            {page.evidence.map((each) => (
              <option value={each} selected={page.evidence.length === 1}>
                {evidenceName(each, page, visit)}
              </option>
            ))}
          </select>
        </Field>
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
    case 'some':
      return (
        <select id={id} name={name} required={required} multiple={field.type === 'some'}>
          {field.type === 'one' ? <option value="">{w.choose}</option> : null}
          {Object.entries(saying.procedure.choices[field.choice!]!).map(([key, said]) => (
            <option value={key}>{said[visit.language]}</option>
          ))}
        </select>
      )
    case 'officer':
    case 'officers':
      return (
        <select id={id} name={name} required={required} multiple={field.type === 'officers'}>
          {field.type === 'officer' ? <option value="">{w.choose}</option> : null}
          {page.officers
            .filter((officer) => field.type === 'officer' || officer.role !== 'head')
            .map((officer) => (
              <option value={officer.id}>
                {officer.name} · {wordFor(terms.role, officer.role, '')}
              </option>
            ))}
        </select>
      )
    default:
      return <input id={id} name={name} maxLength={500} required={required} />
  }
}
