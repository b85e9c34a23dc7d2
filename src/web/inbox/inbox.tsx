import type { RequestHandler } from 'express'
import { useActiveRulebook } from '../../actions/rulebook/use-active-rulebook.ts'
import { BANDS } from '../../core/document.ts'
import { bandCounts, type Desk, deskCounts, inboxPage } from '../../store/views/inbox.ts'
import { mineDue } from '../clocks/mine-due.tsx'
import { screen } from '../doors.ts'
import type { Fields } from '../fields.ts'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { InboxFilterForm } from './inbox-filter.tsx'
import { type InboxQuery, inboxFilter, inboxPath, inboxQuery, isFiltered } from './inbox-query.ts'
import { InboxTable } from './inbox-table.tsx'

/** Leads, worst first. */
export function showInbox(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { words } = visit
    const query = inboxQuery(req.query as Fields)
    const page = await inboxPage(web.db, visit.viewer, inboxFilter(query))
    const desks = await deskCounts(web.db, visit.viewer)
    const { rulebook } = await useActiveRulebook(web)
    const titles = new Map(rulebook.rules.map(({ code, title }) => [code, title[visit.language]]))
    const bands = await bandCounts(web.db, visit.viewer, query.desk)
    const pressing = await mineDue(web, visit)
    sendPage(
      res,
      <Page at={visit} title={words.inbox.title} section="inbox">
        <Heading title={words.inbox.title} sub={words.inbox.subtitle} />
        {pressing}
        <Desks visit={visit} query={query} counts={desks} />
        <BandStrip visit={visit} query={query} counts={bands} />
        <InboxFilterForm visit={visit} query={query} />
        {page.rows.length > 0 ? (
          <InboxTable visit={visit} rows={page.rows} titles={titles} />
        ) : (
          <Empty title={words.inbox.emptyTitle}>
            {isFiltered(query) ? words.inbox.emptyFiltered : words.inbox.empty[query.desk]}
          </Empty>
        )}
        <div class="pager">
          <span>{words.inbox.shown(page.rows.length)}</span>
          {query.after ? <a href={inboxPath(query)}>{words.shell.firstPage}</a> : null}
          {page.next ? (
            <a class="next" rel="next" href={inboxPath(query, { after: page.next })}>
              {words.shell.nextPage}
            </a>
          ) : null}
        </div>
      </Page>,
    )
  })
}

const TABS = ['all', 'unassigned', 'mine', 'returned', 'closed'] as const satisfies readonly Desk[]

function Desks({ visit, query, counts }: { visit: Visit; query: InboxQuery; counts: Record<Desk, number> }) {
  const { words } = visit
  return (
    <nav class="tabs" aria-label={words.inbox.desks}>
      {TABS.map((desk) => (
        <a href={inboxPath(query, { desk })} aria-current={desk === query.desk ? 'page' : undefined}>
          {words.terms.desk[desk]}
          <span class="count">{counts[desk]}</span>
        </a>
      ))}
    </nav>
  )
}

function BandStrip({ visit, query, counts }: { visit: Visit; query: InboxQuery; counts: Record<string, number> }) {
  const { words } = visit
  return (
    <nav class="strip" aria-label={words.inbox.bands}>
      {BANDS.filter((band) => band !== 'none' || counts.none).map((band) => {
        const isChosen = query.band === band
        return (
          <a
            class={`tile tile-${band}`}
            href={inboxPath(query, { band: isChosen ? undefined : band })}
            aria-current={isChosen ? 'true' : undefined}
          >
            <b>{counts[band] ?? 0}</b>
            <span>
              <strong>{words.terms.band[band]}</strong>
              <small>{words.terms.bandDoes[band]}</small>
            </span>
          </a>
        )
      })}
    </nav>
  )
}
