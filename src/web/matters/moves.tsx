import type { MoveOpen } from '../../core/procedure/moves-open.ts'
import type { MatterPage } from '../../store/views/matter-page.ts'
import { PostForm } from '../layout/form.tsx'
import { MoveFields } from './move-fields.tsx'
import { articleName, type Saying } from './say.ts'

/** What the officer can do now, each as a form of its own; below, what is not open and why. */
export function Moves({ page, saying, moves }: { page: MatterPage; saying: Saying; moves: MoveOpen[] }) {
  const { visit } = saying
  const w = visit.words.matters
  const open = moves.filter(({ closed }) => closed.length === 0)
  const closed = moves.filter(
    ({ closed: why, move }) =>
      why.length > 0 && move.by.includes(visit.viewer.role) && move.from.includes(page.file.state),
  )
  return (
    <section class="card actions" id="moves">
      <h2>{w.moves}</h2>
      {open.length === 0 ? <p class="help">{w.noMoves}</p> : <p class="help">{w.movesHelp}</p>}
      {open.map((each) => (
        <details class="deed" id={`move-${each.move.id}`}>
          <summary>
            {each.move.title[visit.language]}
            {each.move.approval ? <small> {w.needsApproval[each.move.approval]}</small> : null}
          </summary>
          <PostForm
            visit={visit}
            action={`/matters/${page.file.id}/moves/${each.move.id}`}
            version={page.file.version}
            class="move"
          >
            <p class="help">{articleName(saying, each.move, visit.now)}</p>
            <MoveFields page={page} saying={saying} move={each.move} op={each.op} />
            <button class="primary" type="submit">
              {each.op === 'make' ? w.make : w.propose}
            </button>
          </PostForm>
        </details>
      ))}
      {closed.length > 0 ? (
        <details class="deed closed-moves">
          <summary>{w.closedMoves(closed.length)}</summary>
          <dl class="facts">
            {closed.map(({ move, closed: why }) => (
              <>
                <dt>{move.title[visit.language]}</dt>
                <dd>{why.map((said) => said[visit.language]).join(visit.words.shell.listComma)}</dd>
              </>
            ))}
          </dl>
        </details>
      ) : null}
    </section>
  )
}
