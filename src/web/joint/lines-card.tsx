import type { IntakeFacts } from '../../core/routing/intake-facts.ts'
import type { ProposedLine } from '../../core/routing/lines.ts'
import { adFormOf } from '../../core/routing/venue.ts'
import { Field, PostForm } from '../layout/form.tsx'
import { RegionInput } from '../layout/region-input.tsx'
import { pathWith } from '../local-path.ts'
import type { JointAt } from './joint-cards.tsx'
import { Addressee, BecauseOf, Period } from './line-words.tsx'
import { OpenLine } from './open-line.tsx'

interface Props {
  at: JointAt
  facts: IntakeFacts
  proposed: readonly ProposedLine[]
  mayOpen: boolean
}

/** 一案多线: the lines that are open, those proposed with why, and any other. */
export function LinesCard({ at, facts, proposed, mayOpen }: Props) {
  const { visit, card, page } = at
  const w = visit.words.joint
  const closed = proposed.filter(({ isOpen }) => !isOpen)
  return (
    <section class="card" id="lines">
      <h2>
        {w.lines} <span class="count">{card.lines.length}</span>
      </h2>
      <p class="help">
        {w.linesHelp} <a href={venuePath(page.file, facts)}>{w.whose}</a>
      </p>
      {card.lines.length > 0 ? (
        <ul class="lines">
          {card.lines.map((line) => (
            <OpenLine at={at} line={line} mayOpen={mayOpen} />
          ))}
        </ul>
      ) : null}
      {mayOpen ? (
        <PostForm
          visit={visit}
          action={`/matters/${page.file.id}/lines`}
          version={page.file.version}
          class="open-lines"
        >
          <Proposed
            at={at}
            lines={closed}
            isAllOpen={card.lines.length > 0 && proposed.length > 0 && closed.length === 0}
          />
          <OtherLines at={at} proposed={closed} />
          <Field id="lines-reason" label={w.openReason}>
            <textarea id="lines-reason" name="reason" rows={2} required maxLength={1000} />
          </Field>
          <button class="primary" type="submit">
            {w.openChosen}
          </button>
        </PostForm>
      ) : (
        <ul class="lines proposed">
          {closed.map((each) => (
            <li>
              <ProposedBody at={at} proposed={each} />
            </li>
          ))}
        </ul>
      )}
      {mayOpen ? <Notes at={at} facts={facts} /> : null}
    </section>
  )
}

/** Whose the paper is, asked with what is known of it. */
function venuePath({ kind }: { kind: string }, { on, channel }: IntakeFacts): string {
  return pathWith('/venue', {
    of: kind === 'complaint' ? 'complaint' : 'report',
    on,
    ad: adFormOf(channel) ?? undefined,
  })
}

function Proposed({ at, lines, isAllOpen }: { at: JointAt; lines: readonly ProposedLine[]; isAllOpen: boolean }) {
  const w = at.visit.words.joint
  if (lines.length === 0) return <p class="help">{isAllOpen ? w.linesAll : w.linesNone}</p>
  return (
    <fieldset>
      <legend>{w.linesProposed}</legend>
      <ul class="lines proposed">
        {lines.map((each) => (
          <li>
            <label class="check">
              <input
                type="checkbox"
                name="lines"
                value={each.line.id}
                checked={each.line.moves !== 'refer_to_police'}
              />
              <b>{each.line.title[at.visit.language]}</b>
            </label>
            <ProposedBody at={at} proposed={each} bare />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function ProposedBody({ at, proposed, bare }: { at: JointAt; proposed: ProposedLine; bare?: boolean }) {
  const { visit } = at
  const w = visit.words.joint
  const { line, because, basis, cautions } = proposed
  return (
    <div class="line-body">
      <p class="line-to">
        {bare ? null : <b>{line.title[visit.language]} </b>}
        <Addressee at={at} kind={line} /> · <Period at={at} kind={line} />
      </p>
      <BecauseOf at={at} because={because.map(({ matter, why }) => ({ matter: matter?.id ?? null, why }))} />
      {cautions.map((said) => (
        <p class="warning">{said[visit.language]}</p>
      ))}
      <p class="articles">
        {[...new Set(basis.map(({ article }) => article[visit.language]))].join(visit.language === 'zh' ? '；' : '; ')}
        {basis.some(({ confidence }) => confidence !== 'V') ? <small> {w.unverified}</small> : null}
      </p>
    </div>
  )
}

function OtherLines({ at, proposed }: { at: JointAt; proposed: readonly ProposedLine[] }) {
  const { table, visit, card, page } = at
  const w = visit.words.joint
  const taken = new Set([...proposed.map(({ line }) => line.id), ...card.lines.map(({ line }) => line)])
  const bundleKinds = new Set([page.file.kind, ...page.bundle.map(({ kind }) => kind)])
  const others = Object.values(table.lines).filter(
    ({ id, elsewhere, asks }) => (elsewhere || !taken.has(id)) && (asks === null || !bundleKinds.has(asks)),
  )
  return (
    <details class="deed">
      <summary>{w.otherLines}</summary>
      <div class="choices">
        {others.map((kind) => (
          <label class="check">
            <input type="checkbox" name="lines" value={kind.id} />
            {kind.title[visit.language]}
          </label>
        ))}
      </div>
      <Field id="lines-place" label={visit.words.shell.optional(w.place)} help={w.placeHelp}>
        <RegionInput id="lines-place" name="place" visit={visit} within="000000" />
      </Field>
    </details>
  )
}

function Notes({ at, facts }: { at: JointAt; facts: IntakeFacts }) {
  const { table, visit, page } = at
  const w = visit.words.joint
  return (
    <details class="deed">
      <summary>{w.notes}</summary>
      <PostForm visit={visit} action={`/matters/${page.file.id}/notes`} version={page.file.version}>
        <p class="help">{w.notesHelp}</p>
        <div class="choices">
          {Object.entries(table.notes).map(([id, said]) => (
            <label class="check">
              <input type="checkbox" name="notes" value={id} checked={facts.notes.includes(id)} />
              {said[visit.language]}
            </label>
          ))}
        </div>
        <button type="submit">{w.saveNotes}</button>
      </PostForm>
    </details>
  )
}
