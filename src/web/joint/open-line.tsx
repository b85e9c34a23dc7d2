import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { LineOnPage } from '../../store/views/joint-card.ts'
import { region } from '../format.ts'
import { DueChip } from '../matters/due-chip.tsx'
import { moveName, stateName } from '../matters/say.ts'
import type { JointAt } from './joint-cards.tsx'
import { LineForms } from './line-forms.tsx'
import { Addressee, BecauseOf } from './line-words.tsx'

/** A line that was opened: who carries it, how far it is, what can be noted of it. */
export function OpenLine({ at, line, mayOpen }: { at: JointAt; line: LineOnPage; mayOpen: boolean }) {
  const { table, visit, saying, card } = at
  const w = visit.words.joint
  const kind = table.lines[line.line]
  const name = card.names.get(line.openedBy) ?? ''
  return (
    <li data-line={line.line}>
      <div class="line-head">
        <b>{kind?.title[visit.language] ?? line.line}</b>
        {kind ? (
          <span>
            <Addressee at={at} kind={kind} />
            {line.place ? ` · ${region(line.place, visit)}` : ''}
          </span>
        ) : null}
        {line.target ? (
          <span>
            {w.carriedBy} <a href={`/matters/${line.target.id}`}>{line.target.number}</a>{' '}
            <span class="state">{stateName(saying, line.target.state)}</span>
          </span>
        ) : (
          <span class={`state line-${line.state}`}>{w.lineState[line.state]}</span>
        )}
        {kind?.moves && line.target ? <MoveStanding at={at} move={kind.moves} target={line.target} /> : null}
        {line.state === 'sent' ? <DueChip visit={visit} due={line.due} /> : null}
      </div>
      <p class="help">
        {w.openedBy(name, shanghaiTime(line.openedAt))}
        {line.sentAt ? ` · ${w.sentOn(shanghaiTime(line.sentAt), line.sentHow)}` : ''}
        {line.answeredAt ? ` · ${w.answeredOn(shanghaiTime(line.answeredAt))}` : ''}
      </p>
      {line.answer ? <p class="said">{line.answer}</p> : null}
      <details class="line-why">
        <summary>{w.why}</summary>
        <BecauseOf at={at} because={line.because} />
      </details>
      {mayOpen && !line.target ? <LineForms at={at} line={line} /> : null}
    </li>
  )
}

/** How far the procedure has taken it: the place on its track, and the way to the step. */
function MoveStanding({ at, move, target }: { at: JointAt; move: string; target: NonNullable<LineOnPage['target']> }) {
  const { visit, saying } = at
  const track = saying.procedure.moves[move]?.track
  if (!track) return null
  const place = target.tracks[track.name] ?? 'none'
  const said = saying.procedure.tracks[track.name]?.[place]?.[visit.language] ?? place
  return (
    <>
      <span class="state">{said}</span>
      {place === 'none' ? (
        <a href={`/matters/${target.id}#move-${move}`}>
          {visit.words.joint.goOn}
          {moveName(saying, move)}
        </a>
      ) : null}
    </>
  )
}
