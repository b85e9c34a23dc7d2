import type { RequestHandler } from 'express'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { importsList } from '../../store/views/imports.ts'
import { screen } from '../doors.ts'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { wordFor } from '../words/words.ts'

const MOST = 50

export function showImports(web: WebParts): RequestHandler {
  return screen(web, async (visit, _req, res) => {
    const { intake, terms, shell } = visit.words
    const runs = await importsList(web.db, visit.viewer, MOST)
    sendPage(
      res,
      <Page at={visit} title={intake.importsTitle} section="imports">
        <Heading title={intake.importsTitle} sub={intake.importsSubtitle} />
        {runs.length === 0 ? <Empty title={intake.importsEmpty} /> : null}
        {runs.length > 0 ? (
          <table class="list" data-rows>
            <thead>
              <tr>
                <th scope="col">{intake.run}</th>
                <th scope="col">{intake.state}</th>
                <th scope="col" class="num">
                  {terms.outcome.received}
                </th>
                <th scope="col" class="num">
                  {terms.outcome.duplicate}
                </th>
                <th scope="col" class="num">
                  {terms.outcome.rejected}
                </th>
                <th scope="col" class="num">
                  {terms.stage.unreadable}
                </th>
                <th scope="col">{intake.startedAt}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr class="row">
                  <td class="main">
                    <a class="title" href={`/imports/${run.id}`}>
                      {run.label || run.id}
                    </a>
                    <div class="under">{wordFor(terms.source, run.source, shell.unknown)}</div>
                  </td>
                  <td data-label={intake.state}>
                    <span class={`stage run-${run.state}`}>{intake.runState[run.state]}</span>
                  </td>
                  <td class="num" data-label={terms.outcome.received}>
                    {run.counts.items.received}
                  </td>
                  <td class="num" data-label={terms.outcome.duplicate}>
                    {run.counts.items.duplicate}
                  </td>
                  <td class="num" data-label={terms.outcome.rejected}>
                    {run.counts.items.rejected}
                  </td>
                  <td class="num" data-label={terms.stage.unreadable}>
                    {run.counts.stages.unreadable ?? 0}
                  </td>
                  <td data-label={intake.startedAt} class="nowrap">
                    {shanghaiTime(run.startedAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </Page>,
    )
  })
}
