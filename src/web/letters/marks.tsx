import type { RequestHandler } from 'express'
import { dropMark } from '../../actions/letters/drop-mark.ts'
import { markExhibit } from '../../actions/letters/mark-exhibit.ts'
import { ELEMENTS, type Element, MARK_KINDS, type Mark } from '../../core/letter/exhibit.ts'
import { problem } from '../../core/problem.ts'
import type { Exhibit, ExhibitOnPage } from '../../store/views/letters-card.ts'
import { form } from '../doors.ts'
import { choice, type Fields, textField } from '../fields.ts'
import { yuan } from '../format.ts'
import { Field, PostForm } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'

/** What was marked in an exhibit. */
export function Marks({ exhibit, visit }: { exhibit: ExhibitOnPage; visit: Visit }) {
  const w = visit.words.letters
  if (exhibit.marks.length === 0) return null
  return (
    <>
      <h3>{w.marks}</h3>
      <ul class="plain marks">
        {exhibit.marks.map(({ id, page, mark }) => (
          <li>
            <span class="chip">{w.mark[mark.kind]}</span> {sayMark(mark, visit)}{' '}
            {page === null ? null : <small>{w.onPage(page)}</small>}
            <PostForm visit={visit} action={`/matters/${exhibit.matterId}/marks/${id}/drop`} class="inline">
              <button type="submit" class="link">
                {w.dropMark}
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    </>
  )
}

function sayMark(mark: Mark, visit: Visit): string {
  switch (mark.kind) {
    case 'element':
      return visit.words.shell.labelled(ELEMENTS[mark.element][visit.language], `“${mark.quote}”`)
    case 'person':
      return [mark.name, mark.part, ...(mark.amountFen === null ? [] : [yuan(mark.amountFen, visit.words)])].join(' · ')
    case 'account':
      return [mark.holder, mark.bank, mark.number].filter(Boolean).join(' · ')
  }
}

/** One form for each thing an exhibit may show. */
export function MarkForms({ exhibit, visit }: { exhibit: Exhibit; visit: Visit }) {
  const w = visit.words.letters
  return (
    <>
      {MARK_KINDS.map((kind) => {
        const id = (name: string) => `mark-${exhibit.number}-${kind}-${name}`
        return (
          <details class="deed">
            <summary>{w.addMark[kind]}</summary>
            <PostForm visit={visit} action={`/matters/${exhibit.matterId}/exhibits/${exhibit.id}/marks`}>
              <p class="help">{w.markHelp}</p>
              <input type="hidden" name="kind" value={kind} />
              {kind === 'element' ? <ElementFields id={id} visit={visit} /> : null}
              {kind === 'person' ? (
                <>
                  <Line id={id('name')} name="name" label={w.personName} />
                  <Line id={id('part')} name="part" label={w.personPart} />
                  <Line id={id('amount')} name="amount" label={visit.words.shell.optional(w.amount)} isOptional />
                </>
              ) : null}
              {kind === 'account' ? (
                <>
                  <Line id={id('holder')} name="holder" label={w.holder} />
                  <Line id={id('bank')} name="bank" label={visit.words.shell.optional(w.bank)} isOptional />
                  <Line id={id('number')} name="number" label={w.account} />
                </>
              ) : null}
              <Field id={id('page')} label={visit.words.shell.optional(w.page)}>
                <input id={id('page')} type="number" name="page" min={1} max={exhibit.pages ?? undefined} />
              </Field>
              <button type="submit">{w.save}</button>
            </PostForm>
          </details>
        )
      })}
    </>
  )
}

function ElementFields({ id, visit }: { id: (name: string) => string; visit: Visit }) {
  const w = visit.words.letters
  return (
    <>
      <Field id={id('element')} label={w.element}>
        <select id={id('element')} name="element" required>
          <option value="">{w.choose}</option>
          {Object.entries(ELEMENTS).map(([key, said]) => (
            <option value={key}>{said[visit.language]}</option>
          ))}
        </select>
      </Field>
      <Field id={id('quote')} label={w.quote}>
        <textarea id={id('quote')} name="quote" rows={2} required maxLength={1000} />
      </Field>
    </>
  )
}

function Line(props: { id: string; name: string; label: string; isOptional?: boolean }) {
  return (
    <Field id={props.id} label={props.label}>
      <input id={props.id} name={props.name} required={!props.isOptional} maxLength={200} />
    </Field>
  )
}

export function postMark(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const matterId = String(req.params.id)
    await markExhibit(web, visit.viewer, {
      matterId,
      exhibitId: String(req.params.exhibit),
      page: pageOf(fields),
      mark: markOf(fields),
    })
    return `/matters/${matterId}#exhibits`
  })
}

export function postDropMark(web: WebParts): RequestHandler[] {
  return form(web, async (visit, _fields, req) => {
    const matterId = String(req.params.id)
    await dropMark(web, visit.viewer, { matterId, markId: String(req.params.mark) })
    return `/matters/${matterId}#exhibits`
  })
}

function pageOf(fields: Fields): number | null {
  const typed = textField(fields, 'page')
  return typed === '' ? null : Number(typed)
}

function markOf(fields: Fields): Mark {
  const text = (name: string) => textField(fields, name)
  switch (choice(fields, 'kind', MARK_KINDS)) {
    case 'element':
      return { kind: 'element', element: text('element') as Element, quote: text('quote') }
    case 'person':
      return { kind: 'person', name: text('name'), part: text('part'), amountFen: fenOf(text('amount')) }
    case 'account':
      return { kind: 'account', holder: text('holder'), bank: text('bank'), number: text('number') }
    default:
      throw problem('form.invalid', { field: 'kind' })
  }
}

function fenOf(typed: string): number | null {
  if (typed === '') return null
  const yuanTyped = typed.replaceAll(',', '')
  return /^\d{1,12}(?:\.\d{1,2})?$/.test(yuanTyped) ? Math.round(Number(yuanTyped) * 100) : Number.NaN
}
