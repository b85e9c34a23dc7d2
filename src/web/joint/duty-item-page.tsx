import type { RequestHandler } from 'express'
import { finishDutyItem } from '../../actions/joint/finish-duty-item.ts'
import { may } from '../../core/access/viewer.ts'
import { dutyItemPage } from '../../store/views/duty-items.ts'
import { form, screen } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { pathWith } from '../local-path.ts'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { shortName } from './say.ts'
import { Undertaking } from './undertaking.tsx'

/** One item of the yearly list with its tasks. */
export function showDutyItem(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.joint
    const page = await dutyItemPage(web.db, visit.viewer, String(req.params.id))
    const { item } = page
    const at = { table: web.responsibilities, visit }
    const isOpen = item.state === 'open'
    const mayKeep = isOpen && may(visit.viewer, 'task.keep')
    const mayFinish = mayKeep && (item.ownerId === visit.viewer.officerId || may(visit.viewer, 'campaign.keep'))
    sendPage(
      res,
      <Page at={visit} title={item.title} section="joint">
        <p class="crumbs">
          <a href={pathWith('/duties', { year: String(item.year) })}>
            {w.duties} {item.year}
          </a>
          <span>{item.number}</span>
        </p>
        <Heading title={`${item.number}. ${item.title}`} sub={item.duties}>
          <span class="state state-large">{w.itemState[item.state]}</span>
        </Heading>
        <Undertaking
          visit={visit}
          of={item}
          page={page}
          back={`/duties/${item.id}`}
          mayKeep={mayKeep}
          ending={{
            deed: 'finish',
            title: w.finish,
            field: 'result',
            label: w.result,
            said: item.result,
            mayEnd: mayFinish,
          }}
        >
          <dt>{w.lead}</dt>
          <dd>{shortName(at, item.leadDepartment)}</dd>
          <dt>{w.jointDepartments}</dt>
          <dd>
            {item.jointDepartments.map((each) => shortName(at, each)).join(visit.words.shell.listAnd) ||
              visit.words.shell.none}
          </dd>
          {item.matter ? (
            <>
              <dt>{w.itemMatter}</dt>
              <dd>
                <a href={`/responsibilities#${item.matter}`}>
                  {web.responsibilities.matters[item.matter]?.title[visit.language] ?? item.matter}
                </a>
              </dd>
            </>
          ) : null}
          <dt>{w.dueDay}</dt>
          <dd>{item.dueDay}</dd>
        </Undertaking>
      </Page>,
    )
  })
}

export function postFinishItem(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const dutyItemId = String(req.params.id)
    await finishDutyItem(web, visit.viewer, {
      dutyItemId,
      version: versionField(fields),
      result: textField(fields, 'result'),
    })
    return `/duties/${dutyItemId}`
  })
}
