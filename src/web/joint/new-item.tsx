import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { answerableFor, levelOf } from '../../core/routing/duties.ts'
import type { SubjectMatter } from '../../core/routing/responsibility.ts'
import { Field, PostForm } from '../layout/form.tsx'
import { type JointSaying, shortName } from './say.ts'
import type { Owners } from './task-list.tsx'
import { WhoseFields } from './whose-fields.tsx'

interface Props {
  at: JointSaying
  year: number
  owners: Owners
  /** A matter of the table, whose departments and duties it begins with. */
  from: SubjectMatter | undefined
}

/** One more item of the yearly list. */
export function NewItem({ at, year, owners, from }: Props) {
  const { table, visit } = at
  const { joint: w, shell, matters } = visit.words
  const standpoint = { region: visit.viewer.region, level: levelOf(visit.viewer.region), on: shanghaiDay(visit.now) }
  const answerable = from ? answerableFor(from, standpoint) : []
  const joins = answerable.filter(({ isLead }) => !isLead).map(({ department }) => department)
  const duties = answerable.flatMap(({ department, duties: owed }) =>
    owed.map(({ duty }) => `${shortName(at, department)}：${duty.does[visit.language]}`),
  )
  return (
    <section class="card" id="new-item">
      <h2>{w.addItem}</h2>
      <PostForm visit={visit} action="/duties" class="move">
        <input type="hidden" name="year" value={String(year)} />
        <Field id="item-title" label={w.item}>
          <input id="item-title" name="title" required maxLength={300} value={from?.title[visit.language]} />
        </Field>
        <Field id="item-matter" label={shell.optional(w.itemMatter)}>
          <select id="item-matter" name="matter">
            <option value="" />
            {Object.values(table.matters).map(({ id, title }) => (
              <option value={id} selected={id === from?.id}>
                {title[visit.language]}
              </option>
            ))}
          </select>
        </Field>
        <Field id="item-lead" label={w.lead}>
          <select id="item-lead" name="lead" required>
            <option value="">{matters.choose}</option>
            {Object.keys(table.departments).map((id) => (
              <option value={id} selected={id === from?.lead}>
                {shortName(at, id)}
              </option>
            ))}
          </select>
        </Field>
        <fieldset>
          <legend>{w.jointDepartments}</legend>
          <div class="choices">
            {Object.keys(table.departments).map((id) => (
              <label class="check">
                <input type="checkbox" name="joint" value={id} checked={joins.includes(id)} />
                {shortName(at, id)}
              </label>
            ))}
          </div>
        </fieldset>
        <Field id="item-duties" label={w.concrete}>
          <textarea id="item-duties" name="duties" rows={from ? 6 : 2} required maxLength={1000}>
            {duties.join('\n')}
          </textarea>
        </Field>
        <WhoseFields id="item" visit={visit} owners={owners}>
          <Field id="item-due" label={w.dueDay}>
            <input id="item-due" type="date" name="due_day" required />
          </Field>
        </WhoseFields>
        <button class="primary" type="submit">
          {w.addItem}
        </button>
      </PostForm>
    </section>
  )
}
