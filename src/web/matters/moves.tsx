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
  // What carries the matter on or meets a duty that runs stands first; what may happen at any time is folded away.
  const isMain = ({ move }: MoveOpen) => move.to !== null || move.meets.length > 0 || EVERYDAY.has(move.id)
  const [main, others] = [open.filter(isMain), open.filter((each) => !isMain(each))]
  const closed = moves.filter(
    ({ closed: why, move }) =>
      why.length > 0 && move.by.includes(visit.viewer.role) && move.from.includes(page.file.state),
  )
  return (
    <section class="card actions" id="moves">
      <h2>{w.moves}</h2>
      {open.length === 0 ? <p class="help">{w.noMoves}</p> : <p class="help">{w.movesHelp}</p>}
      {main.map((each) => (
        <Deed page={page} saying={saying} open={each} />
      ))}
      {others.length > 0 ? (
        <details class="deed more-moves">
          <summary>
            {w.otherMoves} <span class="count">{others.length}</span>
          </summary>
          {others.map((each) => (
            <Deed page={page} saying={saying} open={each} />
          ))}
        </details>
      ) : null}
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

const EVERYDAY = new Set(['record_check', 'assign_handlers', 'refer_fundraising', 'extend_check', 'extend_handling'])

function Deed({ page, saying, open: { move, op } }: { page: MatterPage; saying: Saying; open: MoveOpen }) {
  const { visit } = saying
  const w = visit.words.matters
  return (
    <details class="deed" id={`move-${move.id}`}>
      <summary>
        {move.title[visit.language]}
        {move.approval ? <small> {w.needsApproval[move.approval]}</small> : null}
      </summary>
      <PostForm
        visit={visit}
        action={`/matters/${page.file.id}/moves/${move.id}`}
        version={page.file.version}
        class="move"
      >
        <p class="help">{articleName(saying, move, visit.now)}</p>
        <MoveFields page={page} saying={saying} move={move} op={op} />
        <button class="primary" type="submit">
          {op === 'make' ? w.make : w.propose}
        </button>
      </PostForm>
    </details>
  )
}
