import { may } from '../../core/access/viewer.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { CATEGORIES, type Category } from '../../core/document.ts'
import type { DocumentPage, MissedOnPage } from '../../store/views/document-page.ts'
import { CategoryChip } from '../layout/chips.tsx'
import { Choice, Field, PostForm } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'

/** What officers say the system overlooked in this paper, and the form to say so; it teaches the next classifier. */
export function Missed({ page, labels, visit }: { page: DocumentPage; labels: readonly Category[]; visit: Visit }) {
  const { models: w } = visit.words
  const standing = CATEGORIES.flatMap(
    (category) => page.missed.findLast((mark) => mark.category === category && mark.verdict === 'missed') ?? [],
  ).filter((mark) => page.missed.findLast(({ category }) => category === mark.category) === mark)
  const open = CATEGORIES.filter(
    (category) => !labels.includes(category) && !standing.some((mark) => mark.category === category),
  )
  const mayMark = may(visit.viewer, 'document.mark_missed')
  if (page.missed.length === 0 && (!mayMark || open.length === 0)) return null
  return (
    <section class="card" id="missed">
      <h2>{w.missed}</h2>
      {page.missed.length > 0 ? (
        <ol class="history">
          {page.missed.map((mark) => (
            <Mark mark={mark} visit={visit} />
          ))}
        </ol>
      ) : null}
      {mayMark ? standing.map((mark) => <Withdraw mark={mark} visit={visit} />) : null}
      {mayMark && open.length > 0 ? (
        <details class="deed">
          <summary>{w.missedMark}</summary>
          <p class="help">{w.missedHelp}</p>
          <PostForm visit={visit} action={`/documents/${page.document.id}/missed`}>
            <Field id="missed-category" label={w.missedCategory}>
              <Choice
                id="missed-category"
                name="category"
                empty="—"
                options={open}
                words={visit.words.terms.category}
                required
              />
            </Field>
            <Reason id="missed-reason" visit={visit} />
            <button type="submit">{w.missedSubmit}</button>
          </PostForm>
        </details>
      ) : null}
    </section>
  )
}

function Mark({ mark, visit }: { mark: MissedOnPage; visit: Visit }) {
  const { models: w } = visit.words
  return (
    <li>
      <time dateTime={mark.at}>{shanghaiTime(mark.at)}</time>
      <div>
        <b>{w.missedVerdict[mark.verdict]}</b> <CategoryChip category={mark.category} words={visit.words} />
        <span class="actor">{mark.officerName}</span>
        <p class="said">{mark.reason}</p>
      </div>
    </li>
  )
}

function Withdraw({ mark, visit }: { mark: MissedOnPage; visit: Visit }) {
  const { models: w, terms } = visit.words
  return (
    <details class="deed">
      <summary>{w.missedWithdraw(terms.category[mark.category])}</summary>
      <PostForm visit={visit} action={`/documents/${mark.documentId}/missed`}>
        <input type="hidden" name="category" value={mark.category} />
        <input type="hidden" name="verdict" value="withdrawn" />
        <Reason id={`withdraw-${mark.category}`} visit={visit} />
        <button type="submit">{w.missedWithdrawSubmit}</button>
      </PostForm>
    </details>
  )
}

function Reason({ id, visit }: { id: string; visit: Visit }) {
  return (
    <Field id={id} label={visit.words.models.reason}>
      <input id={id} name="reason" maxLength={1000} autocomplete="off" required />
    </Field>
  )
}
