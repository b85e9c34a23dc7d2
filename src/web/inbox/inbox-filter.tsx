import { BANDS, CATEGORIES, KINDS } from '../../core/document.ts'
import { Choice, Field } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'
import { type InboxQuery, inboxPath, isFiltered } from './inbox-query.ts'

export function InboxFilterForm({ visit, query }: { visit: Visit; query: InboxQuery }) {
  const { inbox, shell, terms } = visit.words
  return (
    <search>
      <form class="filter" method="get" action="/inbox">
        {query.desk === 'all' ? null : <input type="hidden" name="desk" value={query.desk} />}
        <div class="field grow">
          <label for="q">{inbox.text}</label>
          <input
            id="q"
            name="q"
            type="search"
            value={query.typed}
            placeholder={inbox.textPlaceholder}
            title={inbox.textHelp}
            maxLength={100}
            data-search
          />
        </div>
        <Field id="category" label={inbox.category}>
          <Choice
            id="category"
            name="category"
            empty={shell.any}
            options={CATEGORIES}
            words={terms.category}
            chosen={query.category}
          />
        </Field>
        <Field id="band" label={inbox.band}>
          <Choice id="band" name="band" empty={shell.any} options={BANDS} words={terms.band} chosen={query.band} />
        </Field>
        <Field id="kind" label={inbox.kind}>
          <Choice id="kind" name="kind" empty={shell.any} options={KINDS} words={terms.kind} chosen={query.kind} />
        </Field>
        <Field id="from" label={inbox.from}>
          <input id="from" name="from" type="date" value={query.from ?? ''} />
        </Field>
        <Field id="to" label={inbox.to}>
          <input id="to" name="to" type="date" value={query.to ?? ''} />
        </Field>
        <div class="filter-do">
          <button type="submit">{shell.filter}</button>
          {isFiltered(query) ? (
            <a
              href={inboxPath({
                ...query,
                category: undefined,
                band: undefined,
                kind: undefined,
                from: undefined,
                to: undefined,
                typed: '',
              })}
            >
              {shell.clear}
            </a>
          ) : null}
        </div>
      </form>
    </search>
  )
}
