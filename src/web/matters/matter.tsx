import type { RequestHandler } from 'express'
import { actorOf, sheetOf } from '../../actions/matters/act-on-matter.ts'
import { may } from '../../core/access/viewer.ts'
import { movesOpen } from '../../core/procedure/moves-open.ts'
import { caseGrounds } from '../../store/views/case-grounds.ts'
import { type MatterPage, matterPage } from '../../store/views/matter-page.ts'
import { screen } from '../doors.ts'
import { Heading } from '../layout/heading.tsx'
import { History } from '../layout/history.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { MATTER_CARDS } from './cards.ts'
import { Clocks } from './clocks.tsx'
import { Grounds } from './grounds.tsx'
import { Moves } from './moves.tsx'
import { Pending } from './pending.tsx'
import { type Saying, stateName } from './say.ts'
import { Bundle, Describe, Facts, Papers, People } from './sheet.tsx'
import { Way } from './way.tsx'

/** One matter: what it is about, what runs, what can be done, what was done. */
export function showMatter(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { words, viewer } = visit
    const w = words.matters
    const page = await matterPage(web.db, viewer, String(req.params.id))
    const { file } = page
    const now = visit.now.toISOString()
    const saying: Saying = { procedure: web.procedure, visit, names: namesOf(page) }
    // Whoever took the call sees where it stands and what she may do, not how the case is worked.
    const isClerk = viewer.role === 'hotline'
    const mayAct = may(viewer, 'matter.act')
    const actor = (await actorOf(web.db, viewer, now))(file.region)
    const open = movesOpen(web.procedure, file.matter, actor, now, await sheetOf(web.db, file))
    const grounds = file.leadId && may(viewer, 'lead.read') ? await caseGrounds(web.db, viewer, file.leadId) : undefined
    const at = { web, visit, page, saying }
    const cards = []
    for (const card of MATTER_CARDS) cards.push(await card(at))
    sendPage(
      res,
      <Page at={visit} title={w.heading(file.number)} section="cases">
        <p class="crumbs">
          <a href="/matters">{w.title}</a>
          <span>{file.number}</span>
        </p>
        <Heading
          title={file.title || file.number}
          sub={
            <span class="under">
              <span class="kind">{w.kind[file.kind]}</span>
              <span class="number">{file.number}</span>
            </span>
          }
        >
          <span class="state state-large">{stateName(saying, file.state)}</span>
        </Heading>
        <div class="split">
          <div>
            {isClerk ? null : <Pending page={page} saying={saying} proposals={open.proposals} mayAct={mayAct} />}
            {file.summary ? (
              <section class="card">
                <h2>{w.summary}</h2>
                <p class="said prose">{file.summary}</p>
              </section>
            ) : null}
            <Clocks web={web} page={page} saying={saying} />
            {mayAct ? <Moves page={page} saying={saying} moves={open.moves} /> : null}
            {cards}
            {grounds ? <Grounds grounds={grounds} visit={visit} /> : <Papers page={page} visit={visit} />}
            {isClerk ? null : <Way page={page} saying={saying} />}
            {grounds ? (
              <section class="card">
                <h2>{w.leadHistory(grounds.lead.lead.number)}</h2>
                <History events={grounds.lead.history} visit={visit} />
              </section>
            ) : null}
            {page.notes.length > 0 && !isClerk ? (
              <section class="card">
                <h2>{w.notes}</h2>
                <History events={page.notes} visit={visit} />
              </section>
            ) : null}
          </div>
          <aside>
            <Facts page={page} saying={saying} />
            <People page={page} visit={visit} />
            <Bundle page={page} saying={saying} />
            {may(viewer, 'matter.describe') ? <Describe page={page} visit={visit} /> : null}
          </aside>
        </div>
      </Page>,
    )
  })
}

function namesOf({ names, officers }: MatterPage): Map<string, string> {
  return new Map([...officers.map(({ id, name }) => [id, name] as const), ...names])
}
