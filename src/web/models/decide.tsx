import { may } from '../../core/access/viewer.ts'
import { FEWEST_JUDGED_BY_BOTH } from '../../core/learn/paired.ts'
import type { ModelsPage } from '../../store/views/models-page.ts'
import { Field, PostForm } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'

interface Props {
  page: ModelsPage
  visit: Visit
}

/** The challenger becomes the champion by another officer's word, once both have judged enough papers; until then it says how many are wanting. */
export function Promote({ page: { challenger, activeSeq, judgedByBoth }, visit }: Props) {
  const { models: w } = visit.words
  if (!challenger || !may(visit.viewer, 'model.promote')) return null
  const why = whyNot()
  return (
    <section class="card actions">
      <h2>{w.promote}</h2>
      {why ? (
        <p class="help">{why}</p>
      ) : (
        <Deed visit={visit} action={`/models/${challenger.hash}/promote`} seq={activeSeq} help={w.promoteHelp}>
          {w.promote}
        </Deed>
      )}
    </section>
  )

  function whyNot(): string | null {
    if (challenger!.trainedBy === visit.viewer.officerId) return w.promoteOwn
    if (challenger!.judged === 0) return w.promoteUntried
    return judgedByBoth < FEWEST_JUDGED_BY_BOTH ? w.promoteTooFew(judgedByBoth, FEWEST_JUDGED_BY_BOTH) : null
  }
}

/** Any earlier champion comes back at once. */
export function RollBack({ page: { others, challenger, activeSeq }, visit }: Props) {
  const { models: w } = visit.words
  const earlier = [...others, ...(challenger ? [challenger] : [])].filter(({ activations }) => activations.length > 0)
  if (earlier.length === 0 || !may(visit.viewer, 'model.promote')) return null
  return (
    <section class="card actions">
      <h2>{w.rollBack}</h2>
      {earlier.map(({ hash, trainedOn }) => (
        <details class="deed">
          <summary>{w.rollBackTo(hash.slice(0, 12), trainedOn)}</summary>
          <Deed visit={visit} action={`/models/${hash}/roll-back`} seq={activeSeq} help={w.rollBackHelp}>
            {w.rollBack}
          </Deed>
        </details>
      ))}
    </section>
  )
}

function Deed(props: { visit: Visit; action: string; seq: number; help: string; children: string }) {
  const id = props.action.split('/').slice(-2).join('-')
  return (
    <PostForm visit={props.visit} action={props.action} version={props.seq}>
      <Field id={id} label={props.visit.words.models.reason} help={props.help}>
        <textarea id={id} name="reason" rows={2} maxLength={1000} required />
      </Field>
      <button class="primary" type="submit">
        {props.children}
      </button>
    </PostForm>
  )
}
