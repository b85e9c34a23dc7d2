import { shanghaiDay, shanghaiTime } from '../../core/clock/shanghai.ts'
import { textOf } from '../../core/letter/laid-letter.ts'
import { PARTICULAR_FIELDS } from '../../core/letter/letterhead.ts'
import type { LetterTemplate } from '../../core/letter/template.ts'
import { templateOn } from '../../core/letter/template-on.ts'
import { type Letter, type LettersCard, lettersCard as readCard } from '../../store/views/letters-card.ts'
import type { MatterPage } from '../../store/views/matter-page.ts'
import { Field, PostForm } from '../layout/form.tsx'
import type { MatterCard } from '../matters/cards.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { ExhibitsCard } from './exhibits-card.tsx'

/** The exhibits and the letters of a matter, for who keeps them. */
export const lettersCard: MatterCard = async ({ web, visit, page }) => {
  const card = await readCard(web.db, visit.viewer, page.file)
  if (!card) return null
  return (
    <>
      <ExhibitsCard card={card} visit={visit} page={page} />
      <Letters card={card} web={web} visit={visit} page={page} />
    </>
  )
}

/** What went out, what is being drafted, what may be drafted. */
function Letters({ card, web, visit, page }: { card: LettersCard; web: WebParts; visit: Visit; page: MatterPage }) {
  const w = visit.words.letters
  const day = shanghaiDay(visit.now)
  return (
    <section class="card" id="letters">
      <h2>
        {w.letters} <span class="count">{card.letters.length}</span>
      </h2>
      <p class="help">{card.letters.length === 0 ? w.noLetters : w.lettersHelp}</p>
      {card.hasBureau ? null : (
        <p class="warning">
          {w.noBureau} <a href={`/letterhead?region=${page.file.region}`}>{w.bureauLink}</a>
        </p>
      )}
      <ul class="plain">
        {card.letters.map((letter) => (
          <Line letter={letter} card={card} visit={visit} templates={web.letters} />
        ))}
      </ul>
      <Draft web={web} visit={visit} page={page} day={day} />
      <Particulars card={card} visit={visit} page={page} />
    </section>
  )
}

function Line(props: { letter: Letter; card: LettersCard; visit: Visit; templates: readonly LetterTemplate[] }) {
  const { letter, card, visit, templates } = props
  const w = visit.words.letters
  const transfer = card.transfers.find(({ letterId }) => letterId === letter.id)
  const title = templateOn(templates, letter.type, letter.day)?.title[visit.language] ?? letter.type
  const { issue } = letter
  const name = (id: string) => card.names.get(id) ?? ''
  return (
    <li data-letter={letter.type} data-state={letter.state}>
      <a href={`/matters/${letter.matterId}/letters/${letter.id}`}>{issue ? textOf(issue.laid.title) : title}</a>{' '}
      {issue?.number ? <span class="number">{issue.number}</span> : null}{' '}
      <span class="state">{w.state[letter.state]}</span> {letter.corrects ? <small>{w.corrects}</small> : null}{' '}
      {letter.correctedBy ? <small>{w.correctedBy}</small> : null}{' '}
      {transfer?.state ? <span class="state">{w.transferState[transfer.state]}</span> : null}
      <br />
      <small>
        {issue
          ? w.issuedBy(name(issue.issuedBy), shanghaiTime(issue.issuedAt))
          : w.draftedBy(name(letter.draftedBy), shanghaiTime(letter.draftedAt))}
      </small>
    </li>
  )
}

function Draft(props: { web: WebParts; visit: Visit; page: MatterPage; day: string }) {
  const { web, visit, page, day } = props
  const w = visit.words.letters
  const { kind, state } = page.file
  const templates = web.letters.filter(
    ({ of, from, to }) => of.includes(kind) && from <= day && (to === null || day <= to),
  )
  const isHere = ({ states }: LetterTemplate) => states.length === 0 || states.includes(state)
  return (
    <PostForm visit={visit} action={`/matters/${page.file.id}/letters`} class="filter-line">
      <label for="letter-type">{w.type}</label>
      <select id="letter-type" name="type" required>
        <option value="">{w.choose}</option>
        {[...templates.filter(isHere), ...templates.filter((each) => !isHere(each))].map((template) => (
          <option value={template.type}>
            {template.title[visit.language]}
            {isHere(template) ? '' : w.notHere}
          </option>
        ))}
      </select>
      <button type="submit">{w.draftIt}</button>
    </PostForm>
  )
}

function Particulars({ card, visit, page }: { card: LettersCard; visit: Visit; page: MatterPage }) {
  const w = visit.words.letters
  const { particulars } = card
  return (
    <details class="deed">
      <summary>{w.particulars}</summary>
      {particulars === null ? (
        <p class="help">{w.particularsUnknown}</p>
      ) : (
        <PostForm visit={visit} action={`/matters/${page.file.id}/particulars`} version={particulars.version}>
          <p class="help">{w.particularsHelp}</p>
          {PARTICULAR_FIELDS.map((name) => (
            <Field id={`particular-${name}`} label={w.particular[name]}>
              <input id={`particular-${name}`} name={name} value={particulars.fields[name] ?? ''} maxLength={200} />
            </Field>
          ))}
          <button type="submit">{w.save}</button>
        </PostForm>
      )}
    </details>
  )
}
