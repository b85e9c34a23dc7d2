import { Field, PostForm } from '../layout/form.tsx'
import { RegionInput } from '../layout/region-input.tsx'
import { type JointSaying, shortName } from './say.ts'
import { OwnerChoice, type Owners } from './task-list.tsx'

/** One more item of the yearly list. */
export function NewItem({ at, year, owners }: { at: JointSaying; year: number; owners: Owners }) {
  const { table, visit } = at
  const { joint: w, shell, matters } = visit.words
  return (
    <section class="card">
      <h2>{w.addItem}</h2>
      <PostForm visit={visit} action="/duties" class="move">
        <input type="hidden" name="year" value={String(year)} />
        <Field id="item-title" label={w.item}>
          <input id="item-title" name="title" required maxLength={300} />
        </Field>
        <Field id="item-matter" label={shell.optional(w.itemMatter)}>
          <select id="item-matter" name="matter">
            <option value="" />
            {Object.values(table.matters).map(({ id, title }) => (
              <option value={id}>{title[visit.language]}</option>
            ))}
          </select>
        </Field>
        <Field id="item-lead" label={w.lead}>
          <select id="item-lead" name="lead" required>
            <option value="">{matters.choose}</option>
            {Object.keys(table.departments).map((id) => (
              <option value={id}>{shortName(at, id)}</option>
            ))}
          </select>
        </Field>
        <fieldset>
          <legend>{w.jointDepartments}</legend>
          <div class="choices">
            {Object.keys(table.departments).map((id) => (
              <label class="check">
                <input type="checkbox" name="joint" value={id} />
                {shortName(at, id)}
              </label>
            ))}
          </div>
        </fieldset>
        <Field id="item-duties" label={w.concrete}>
          <textarea id="item-duties" name="duties" rows={2} required maxLength={1000} />
        </Field>
        <Field id="item-region" label={w.region}>
          <RegionInput
            id="item-region"
            visit={visit}
            within={visit.viewer.region}
            value={visit.viewer.region}
            required
          />
        </Field>
        <Field id="item-due" label={w.dueDay}>
          <input id="item-due" type="date" name="due_day" required />
        </Field>
        <Field id="item-owner" label={w.owner}>
          <OwnerChoice id="item-owner" owners={owners} chosen={visit.viewer.officerId} />
        </Field>
        <button class="primary" type="submit">
          {w.addItem}
        </button>
      </PostForm>
    </section>
  )
}
