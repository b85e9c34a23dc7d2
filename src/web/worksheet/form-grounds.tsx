import { ACT_IDS } from '../../core/worksheet/draft.ts'
import { conditionIn } from '../documents/basis-entry.tsx'
import { Code } from '../layout/chips.tsx'
import { Field } from '../layout/form.tsx'
import type { FormProps } from './form.tsx'

/** How many further penalties can be named. */
export const EXTRA_ROWS = 3

/** Which act each upheld finding belongs to, further penalties, and the conditions that must be settled. */
export function GroundFields({ page: { grounds }, draft, web, visit }: FormProps) {
  const { words, language } = visit
  const w = words.worksheet
  const conditions = new Map(
    grounds.flatMap(({ finding }) =>
      [...finding.basis, ...(finding.choice?.successors ?? [])].flatMap(({ id, penalty, condition, article }) => {
        const isOurs = penalty !== undefined && web.discretion.departments[penalty.department] !== 'referred'
        return isOurs && condition !== undefined ? [[id, { condition, article }] as const] : []
      }),
    ),
  )
  return (
    <>
      <fieldset>
        <legend>{w.acts}</legend>
        <p class="help">{w.actsHelp}</p>
        {grounds.length === 0 ? <p class="help">{w.noGrounds}</p> : null}
        {grounds.map(({ key, documentId, documentTitle, title, times, finding }) => (
          <div class="worksheet-ground">
            <ActChoice name={`act.${key}`} chosen={draft.belongs[key]} empty={w.leftOut} visit={visit} />
            <div>
              <Code code={finding.code} /> {title?.[language] ?? ''}
              {finding.quote ? <q>{finding.quote}</q> : null}
              {times > 1 ? <small> {w.times(times)}</small> : null}
              <small class="below">
                <a href={`/documents/${documentId}`}>{documentTitle || words.document.untitled}</a>
              </small>
            </div>
          </div>
        ))}
      </fieldset>
      <details open={draft.extra.length > 0}>
        <summary>{w.extra}</summary>
        <p class="help">{w.extraHelp}</p>
        {Array.from({ length: EXTRA_ROWS }, (_, i) => (
          <div class="worksheet-ground">
            <ActChoice name={`extra${i}.act`} chosen={draft.extra[i]?.act ?? '1'} visit={visit} />
            <select name={`extra${i}.article`} aria-label={w.extra}>
              <option value="">{w.noExtra}</option>
              {Object.values(web.compiled.rulebook.basis)
                .filter(({ penalty, to }) => penalty && to === null)
                .map(({ id, title, article }) => (
                  <option value={id} selected={draft.extra[i]?.article === id}>
                    {`${title[language]}${language === 'en' ? ', ' : ''}${article[language]}`}
                  </option>
                ))}
            </select>
          </div>
        ))}
      </details>
      {conditions.size > 0 ? (
        <fieldset>
          <legend>{w.conditions}</legend>
          <p class="help">{w.conditionsHelp}</p>
          {[...conditions].map(([id, { condition, article }]) => (
            <Field id={`condition-${id}`} label={visit.words.shell.labelled(article, conditionIn(condition, language))}>
              <select id={`condition-${id}`} name={`condition.${id}`}>
                <option value="">{w.undecided}</option>
                <option value="yes" selected={draft.conditions[id] === true}>
                  {w.condition.yes}
                </option>
                <option value="no" selected={draft.conditions[id] === false}>
                  {w.condition.no}
                </option>
              </select>
            </Field>
          ))}
        </fieldset>
      ) : null}
    </>
  )
}

function ActChoice(props: { name: string; chosen: string | undefined; empty?: string; visit: FormProps['visit'] }) {
  const w = props.visit.words.worksheet
  return (
    <select name={props.name} aria-label={w.acts}>
      {props.empty === undefined ? null : <option value="">{props.empty}</option>}
      {ACT_IDS.map((id) => (
        <option value={id} selected={id === props.chosen}>
          {w.act(id)}
        </option>
      ))}
    </select>
  )
}
