import type { RequestHandler } from 'express'
import { actorOf, sheetOf } from '../../actions/matters/act-on-matter.ts'
import { isOfWorksheet } from '../../core/procedure/approved-penalty.ts'
import { type ProposalOpen, proposalsOpen } from '../../core/procedure/moves-open.ts'
import { mattersWaiting, type WaitingMatter } from '../../store/views/approvals.ts'
import { screen } from '../doors.ts'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { Pending } from '../matters/pending.tsx'
import { stateName } from '../matters/say.ts'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'

/** The longest waiting first; a bureau with more than these has other troubles. */
const MOST = 300

/** Everything that waits for a head, with what approval would change; what this officer may decide stands first. */
export function showApprovals(web: WebParts): RequestHandler {
  return screen(web, async (visit, _req, res) => {
    const w = visit.words.matters
    const now = visit.now.toISOString()
    const actorIn = await actorOf(web.db, visit.viewer, now)
    const waiting: (WaitingMatter & { proposals: ProposalOpen[] })[] = []
    for (const { file, names } of await mattersWaiting(web.db, visit.viewer, MOST)) {
      const sheet = file.matter.pending.some(({ move }) => isOfWorksheet(move))
        ? await sheetOf(web.db, file)
        : undefined
      const proposals = proposalsOpen(web.procedure, file.matter, actorIn(file.region), now, sheet)
      waiting.push({ file, names, proposals })
    }
    const isHers = ({ proposals }: (typeof waiting)[number]) =>
      proposals.some((open) => open.approveClosed.length === 0 || open.refuseClosed.length === 0)
    const groups = [
      { title: w.mayDecide, matters: waiting.filter(isHers) },
      { title: w.mayNotDecide, matters: waiting.filter((each) => !isHers(each)) },
    ]
    sendPage(
      res,
      <Page at={visit} title={w.approvals} section="approvals">
        <Heading title={w.approvals} sub={w.approvalsSubtitle}>
          <a class="button" href="/delegations">
            {w.delegations}
          </a>
        </Heading>
        {waiting.length === 0 ? <Empty title={w.approvalsEmpty} /> : null}
        {groups
          .filter(({ matters }) => matters.length > 0)
          .map(({ title, matters }) => (
            <section>
              <h2>
                {title} <span class="count">{matters.reduce((sum, { proposals }) => sum + proposals.length, 0)}</span>
              </h2>
              {matters.map(({ file, names, proposals }) => {
                const saying = { procedure: web.procedure, visit, names }
                return (
                  <div class="waiting">
                    <p>
                      <a class="title" href={`/matters/${file.id}`}>
                        {file.title || file.number}
                      </a>{' '}
                      <span class="number">{file.number}</span>{' '}
                      <span class="state">{stateName(saying, file.state)}</span>
                    </p>
                    <Pending page={{ file }} saying={saying} proposals={proposals} mayAct next="approvals" />
                  </div>
                )
              })}
            </section>
          ))}
      </Page>,
    )
  })
}
