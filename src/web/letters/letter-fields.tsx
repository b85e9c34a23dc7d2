import type { Composed } from '../../actions/letters/compose-letter.ts'
import type { BasisArticle } from '../../core/check/rule.ts'
import { asksFor } from '../../core/letter/asks-for.ts'
import { citableArticles } from '../../core/letter/citable.ts'
import type { CitedArticle } from '../../core/letter/sources.ts'
import type { LetterInput } from '../../core/letter/template.ts'
import type { LetterPage } from '../../store/views/letter-page.ts'
import { Field } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'

interface Props {
  page: LetterPage
  composed: Composed
  basis: Readonly<Record<string, BasisArticle>>
  visit: Visit
}

/** What an officer fills in for a letter. Names in the form: `f.<input>`, `served`, `breach`, `penalty`. */
export function LetterFields({ page, composed, basis, visit }: Props) {
  const { template, facts } = composed
  const { typed } = page.letter
  const w = visit.words.letters
  const asked = asksFor(template)
  return (
    <>
      {asked.has('served.title') ? (
        <Field id="served" label={w.served}>
          <select id="served" name="served">
            <option value="">{w.choose}</option>
            {page.issued.map(({ id, title, number }) => (
              <option value={id} selected={typed['served.letter'] === id}>
                {title} {number ?? ''}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      {Object.entries(template.input).map(([name, input]) => {
        const label = input.optional ? visit.words.shell.optional(input[visit.language]) : input[visit.language]
        return (
          <Field id={`f-${name}`} label={label} {...helpOf(input, visit)}>
            <Control
              id={`f-${name}`}
              name={`f.${name}`}
              input={input}
              typed={String(typed[name] ?? '')}
              visit={visit}
            />
          </Field>
        )
      })}
      {(['breach', 'penalty'] as const).map((kind) =>
        asked.has(`${kind}.articles`) ? (
          <Articles
            kind={kind}
            basis={basis}
            now={(facts[`${kind}.articles`] ?? []) as readonly CitedArticle[]}
            ticked={[typed[`articles.${kind}`] ?? []].flat()}
            visit={visit}
          />
        ) : null,
      )}
    </>
  )
}

function helpOf(input: LetterInput, visit: Visit): { help?: string } {
  const w = visit.words.letters
  if (input.type === 'list')
    return {
      help: w.listHelp(
        Object.values(input.of ?? {})
          .map((column) => column[visit.language])
          .join('｜'),
      ),
    }
  return input.proposed === null ? {} : { help: w.proposedFrom }
}

function Control(props: { id: string; name: string; input: LetterInput; typed: string; visit: Visit }) {
  const { id, name, input, typed, visit } = props
  const w = visit.words.letters
  switch (input.type) {
    case 'long':
    case 'quote':
    case 'list':
      return (
        <textarea id={id} name={name} rows={input.type === 'list' ? 4 : 6} maxLength={50_000}>
          {typed}
        </textarea>
      )
    case 'day':
      return <input id={id} type="date" name={name} value={typed} />
    case 'moment':
      return <input id={id} type="datetime-local" name={name} value={typed} />
    case 'fen':
      return <input id={id} name={name} inputMode="decimal" value={typed} placeholder={w.yuanHelp} />
    case 'count':
      return <input id={id} type="number" name={name} min={0} value={typed} />
    case 'flag':
      return (
        <select id={id} name={name}>
          <option value="">{w.choose}</option>
          <option value="yes" selected={typed === 'yes'}>
            {w.yes}
          </option>
          <option value="no" selected={typed === 'no'}>
            {w.no}
          </option>
        </select>
      )
    default:
      return <input id={id} name={name} value={typed} maxLength={1000} />
  }
}

function Articles(props: {
  kind: 'breach' | 'penalty'
  basis: Props['basis']
  now: readonly CitedArticle[]
  ticked: readonly string[]
  visit: Visit
}) {
  const { kind, basis, now, ticked, visit } = props
  const w = visit.words.letters
  return (
    <fieldset class="checks">
      <legend>{w[kind]}</legend>
      <p>
        {w.articlesNow}
        {now.map(({ said }) => said[visit.language]).join(visit.words.shell.listComma) || w.articlesNone}
      </p>
      <p class="help">{w.articlesHelp}</p>
      {citableArticles(basis, kind).map(({ title, articles }) => (
        <details class="deed" open={articles.some(({ id }) => ticked.includes(id))}>
          <summary>{title[visit.language]}</summary>
          {articles.map(({ id, article, gist, confidence }) => (
            <label class="check">
              <input type="checkbox" name={kind} value={id} checked={ticked.includes(id)} />{' '}
              <span>
                {article[visit.language]} <small>{gist[visit.language]}</small>{' '}
                {confidence === 'V' ? null : <small class="warning">{w.unconfirmed}</small>}
              </span>
            </label>
          ))}
        </details>
      ))}
    </fieldset>
  )
}
