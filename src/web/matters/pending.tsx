import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { ProposalOpen } from '../../core/procedure/moves-open.ts'
import type { MatterPage } from '../../store/views/matter-page.ts'
import { Field, PostForm } from '../layout/form.tsx'
import { sheetText } from '../worksheet/sheet-text.ts'
import { changeNames, inputNames, moveName, type Saying } from './say.ts'

interface Props {
  page: Pick<MatterPage, 'file'>
  saying: Saying
  proposals: ProposalOpen[]
  mayAct: boolean
  /** Where to go on after a decision; the matter where left out. */
  next?: 'approvals'
}

/** What waits for a decision, exactly as it was asked, with what approval would change. */
export function Pending({ page, saying, proposals, mayAct, next }: Props) {
  const { visit, names } = saying
  const w = visit.words.matters
  if (proposals.length === 0) return null
  return (
    <section class="card pending" id="pending">
      <h2>{w.pending}</h2>
      {proposals.map((open) => {
        const { proposal } = open
        const move = saying.procedure.moves[proposal.move]
        return (
          <article class="proposal" data-move={proposal.move}>
            <h3>{moveName(saying, proposal.move)}</h3>
            <p class="under">{w.proposedBy(names.get(proposal.by) ?? '', shanghaiTime(proposal.at))}</p>
            <p class="said">{proposal.reason}</p>
            <dl class="facts">
              {inputNames(saying, move, proposal.input).map(({ field, value }) => (
                <>
                  <dt>{field}</dt>
                  <dd>{value}</dd>
                </>
              ))}
              {proposal.sheet ? (
                <>
                  <dt>{w.sheetAsked}</dt>
                  <dd data-sheet={proposal.sheet.version}>
                    <a href={`/matters/${page.file.id}/worksheet?version=${proposal.sheet.version}`}>
                      {sheetText(proposal.sheet, visit)}
                    </a>
                  </dd>
                </>
              ) : null}
            </dl>
            {open.changes.length > 0 ? (
              <>
                <h4>{w.willChange}</h4>
                <ul class="changes">
                  {changeNames(saying, move, open.changes).map((line) => (
                    <li>{line}</li>
                  ))}
                </ul>
              </>
            ) : null}
            {mayAct ? <Decide page={page} saying={saying} open={open} next={next} /> : null}
          </article>
        )
      })}
    </section>
  )
}

function Decide(props: { page: Props['page']; saying: Saying; open: ProposalOpen; next: Props['next'] }) {
  const { page, saying, open, next } = props
  const { visit, names } = saying
  const w = visit.words.matters
  const id = `decide-${page.file.id}-${open.proposal.id}`
  const [mayApprove, mayRefuse, mayWithdraw] = [open.approveClosed, open.refuseClosed, open.withdrawClosed].map(
    (why) => why.length === 0,
  )
  const why = [...new Set(open.approveClosed.map((said) => said[visit.language]))].join(visit.words.shell.listComma)
  if (!mayApprove && !mayRefuse && !mayWithdraw) return <p class="help">{why}</p>
  return (
    <PostForm
      visit={visit}
      action={`/matters/${page.file.id}/proposals/${open.proposal.id}`}
      version={page.file.version}
    >
      {next ? <input type="hidden" name="next" value={next} /> : null}
      {open.onBehalfOf ? <p class="help">{w.onBehalfOf(names.get(open.onBehalfOf) ?? '')}</p> : null}
      {!mayApprove && why ? <p class="help">{why}</p> : null}
      <Field id={id} label={w.decisionReason}>
        <textarea id={id} name="reason" rows={2} required maxLength={1000} />
      </Field>
      <div class="buttons">
        {mayApprove ? (
          <button class="primary" type="submit" name="op" value="approve">
            {w.approve}
          </button>
        ) : null}
        {mayRefuse ? (
          <button type="submit" name="op" value="refuse">
            {w.refuse}
          </button>
        ) : null}
        {mayWithdraw ? (
          <button type="submit" name="op" value="withdraw">
            {w.withdraw}
          </button>
        ) : null}
      </div>
    </PostForm>
  )
}
