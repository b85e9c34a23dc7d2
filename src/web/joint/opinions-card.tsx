import { shanghaiDay, shanghaiTime } from '../../core/clock/shanghai.ts'
import { lastDay, standingOf } from '../../core/routing/standing.ts'
import type { Opinion } from '../../store/views/joint-card.ts'
import { region } from '../format.ts'
import { Field, PostForm } from '../layout/form.tsx'
import { RegionInput } from '../layout/region-input.tsx'
import { DueChip } from '../matters/due-chip.tsx'
import type { JointAt } from './joint-cards.tsx'
import { OpinionForms } from './opinion-forms.tsx'
import { Reminded } from './reminded.tsx'
import { daysSince, fullName, shortName } from './say.ts'

/** The opinions asked of departments, side by side: each with its clock, the silent ones in plain sight. */
export function OpinionsCard({ at, mayAsk }: { at: JointAt; mayAsk: boolean }) {
  const { visit, card } = at
  const w = visit.words.joint
  if (card.opinions.length === 0 && !mayAsk) return null
  return (
    <section class="card" id="opinions">
      <h2>
        {w.opinions} <span class="count">{card.opinions.length}</span>
      </h2>
      <p class="help">{card.opinions.length > 0 ? w.opinionsHelp : w.opinionsNone}</p>
      {card.opinions.length > 0 ? (
        <div class="opinions">
          {card.opinions.map((opinion) => (
            <OneOpinion at={at} opinion={opinion} mayAsk={mayAsk} />
          ))}
        </div>
      ) : null}
      {mayAsk ? <Ask at={at} /> : null}
    </section>
  )
}

function OneOpinion({ at, opinion, mayAsk }: { at: JointAt; opinion: Opinion; mayAsk: boolean }) {
  const { visit, card, page } = at
  const w = visit.words.joint
  const today = shanghaiDay(visit.now)
  const standing = standingOf(opinion, today)
  const isAwaited = standing !== 'answered' && standing !== 'withdrawn'
  const due = lastDay(opinion)
  const cameLate = opinion.answeredAt !== null && due !== null && shanghaiDay(opinion.answeredAt) > due
  return (
    <article class={`opinion opinion-${standing}`} data-department={opinion.department}>
      <h3>
        {shortName(at, opinion.department)}
        {opinion.place === page.file.region ? null : <small> {region(opinion.place, visit)}</small>}
      </h3>
      <p class="standing">
        {standing === 'answered' && opinion.answer ? (
          <>
            <b>{w.answerOf[opinion.answer]}</b> {cameLate ? <span class="due due-overdue">{w.lateAnswer}</span> : null}
          </>
        ) : standing === 'withdrawn' ? (
          w.withdrawn
        ) : (
          <>
            <b>{w.silent(daysSince(opinion.askedAt, visit.now))}</b> <DueChip visit={visit} due={due} />
            <Reminded visit={visit} reminders={card.reminders.get(opinion.id)} due={due} />
          </>
        )}
      </p>
      {opinion.answerText ? <p class="said">{opinion.answerText}</p> : null}
      <p class="asked">{opinion.question}</p>
      <p class="help">
        {w.askedOn(card.names.get(opinion.askedBy) ?? '', shanghaiTime(opinion.askedAt))}
        {opinion.toldLater ? ` · ${w.toldLater(opinion.toldLater)}` : ''}
        {opinion.answeredAt ? ` · ${w.answeredOn(shanghaiTime(opinion.answeredAt))}` : ''}
        <br />
        {fullName(at, opinion.department, opinion.place)} · {w.restsOn[opinion.restsOn]}
      </p>
      {mayAsk && isAwaited ? <OpinionForms at={at} opinion={opinion} /> : null}
    </article>
  )
}

function Ask({ at }: { at: JointAt }) {
  const { table, visit, page } = at
  const w = visit.words.joint
  return (
    <details class="deed">
      <summary>{w.ask}</summary>
      <PostForm visit={visit} action={`/matters/${page.file.id}/opinions`} version={page.file.version} class="move">
        <fieldset>
          <legend>{w.departments}</legend>
          <div class="choices">
            {Object.keys(table.departments).map((id) => (
              <label class="check">
                <input type="checkbox" name="departments" value={id} />
                {shortName(at, id)}
              </label>
            ))}
          </div>
        </fieldset>
        <Field id="opinion-question" label={w.question}>
          <textarea id="opinion-question" name="question" rows={2} required maxLength={1000} />
        </Field>
        <Field id="opinion-place" label={visit.words.shell.optional(w.askPlace)}>
          <RegionInput id="opinion-place" name="place" visit={visit} within="000000" />
        </Field>
        <button class="primary" type="submit">
          {w.askSend}
        </button>
      </PostForm>
    </details>
  )
}
