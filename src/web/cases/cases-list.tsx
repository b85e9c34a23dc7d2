import type { RequestHandler } from 'express'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { casesList } from '../../store/views/cases-list.ts'
import { screen } from '../doors.ts'
import { type Fields, textField } from '../fields.ts'
import { region } from '../format.ts'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { pathWith } from '../local-path.ts'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'

const PAGE_SIZE = 30

export function showCases(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { cases, shell } = visit.words
    const after = textField(req.query as Fields, 'after').slice(0, 100)
    const { rows, next } = await casesList(web.db, visit.viewer, { limit: PAGE_SIZE, ...(after ? { after } : {}) })
    sendPage(
      res,
      <Page at={visit} title={cases.title} section="cases">
        <Heading title={cases.title} sub={cases.subtitle} />
        {rows.length === 0 ? <Empty title={cases.empty} /> : null}
        {rows.length > 0 ? (
          <table class="list" data-rows>
            <thead>
              <tr>
                <th scope="col">{cases.name}</th>
                <th scope="col">{cases.state}</th>
                <th scope="col">{cases.region}</th>
                <th scope="col">{cases.owner}</th>
                <th scope="col">{cases.openedAt}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr class="row">
                  <td class="main">
                    <a class="title" href={`/cases/${row.id}`}>
                      {row.title || row.number}
                    </a>
                    <div class="under">
                      <span class="number">{row.number}</span>
                    </div>
                  </td>
                  <td data-label={cases.state}>
                    <span class="state state-opened">{cases.stateOf[row.state]}</span>
                  </td>
                  <td data-label={cases.region}>{region(row.region, visit)}</td>
                  <td data-label={cases.owner}>{row.ownerName}</td>
                  <td data-label={cases.openedAt} class="nowrap">
                    {shanghaiTime(row.openedAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        <div class="pager">
          {after ? <a href="/cases">{shell.firstPage}</a> : null}
          {next ? (
            <a class="next" rel="next" href={pathWith('/cases', { after: next })}>
              {shell.nextPage}
            </a>
          ) : null}
        </div>
      </Page>,
    )
  })
}
