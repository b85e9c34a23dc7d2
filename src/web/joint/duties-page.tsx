import type { RequestHandler } from 'express'
import { addDutyItem } from '../../actions/joint/add-duty-item.ts'
import { may } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { type DutyItemRow, dutyList, dutyYears } from '../../store/views/duty-items.ts'
import { ownersAround } from '../../store/views/owners.ts'
import { form, screen } from '../doors.ts'
import { choice, type Fields, listField, regionField, textField } from '../fields.ts'
import { region } from '../format.ts'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { pathWith } from '../local-path.ts'
import { DueChip } from '../matters/due-chip.tsx'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { JointTabs } from './joint-tabs.tsx'
import { NewItem } from './new-item.tsx'
import { Progress } from './progress.tsx'
import { type JointSaying, shortName } from './say.ts'

/** The yearly list of responsibilities (责任清单): who leads, who joins, what is to be done. */
export function showDuties(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.joint
    const today = shanghaiDay(visit.now)
    const thisYear = Number(today.slice(0, 4))
    const asked = Number(textField(req.query as Fields, 'year'))
    const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : thisYear
    const years = [...new Set([thisYear, year, ...(await dutyYears(web.db, visit.viewer))])].sort((a, b) => b - a)
    const rows = await dutyList(web.db, visit.viewer, year, today)
    const at = { table: web.responsibilities, visit }
    const matters = Object.keys(web.responsibilities.matters)
    const from = web.responsibilities.matters[choice(req.query as Fields, 'matter', matters) ?? '']
    const owners = await ownersAround(web.db, visit.viewer.region)
    sendPage(
      res,
      <Page at={visit} title={w.duties} section="joint">
        <Heading title={w.title} sub={w.dutiesSubtitle} />
        <JointTabs visit={visit} tab="duties" />
        <nav class="tabs" aria-label={w.year}>
          {years.map((each) => (
            <a href={pathWith('/duties', { year: String(each) })} aria-current={each === year ? 'page' : undefined}>
              {each}
            </a>
          ))}
        </nav>
        {rows.length === 0 ? <Empty title={w.dutiesNone} /> : <Rows at={at} rows={rows} />}
        {may(visit.viewer, 'campaign.keep') ? <NewItem at={at} year={year} owners={owners} from={from} /> : null}
      </Page>,
    )
  })
}

export function postAddItem(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields) => {
    const matter = textField(fields, 'matter')
    await addDutyItem(web, visit.viewer, {
      year: Number(textField(fields, 'year')),
      region: regionField(fields, 'region'),
      title: textField(fields, 'title'),
      leadDepartment: textField(fields, 'lead'),
      jointDepartments: listField(fields, 'joint'),
      duties: textField(fields, 'duties'),
      dueDay: textField(fields, 'due_day'),
      ownerId: textField(fields, 'owner'),
      ...(matter ? { matter } : {}),
    })
    return pathWith('/duties', { year: textField(fields, 'year') })
  })
}

function Rows({ at, rows }: { at: JointSaying; rows: DutyItemRow[] }) {
  const { visit } = at
  const w = visit.words.joint
  return (
    <table class="list" data-rows>
      <thead>
        <tr>
          <th scope="col">{w.item}</th>
          <th scope="col">{w.lead}</th>
          <th scope="col">{w.jointDepartments}</th>
          <th scope="col">{w.dueDay}</th>
          <th scope="col">{w.progress}</th>
          <th scope="col">{w.owner}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr class="row">
            <td class="main">
              <a class="title" href={`/duties/${row.id}`}>
                {row.number}. {row.title}
              </a>
              <div class="under">
                <span>{region(row.region, visit)}</span>
                <span>{row.duties}</span>
              </div>
            </td>
            <td data-label={w.lead}>{shortName(at, row.leadDepartment)}</td>
            <td data-label={w.jointDepartments}>
              {row.jointDepartments.map((each) => shortName(at, each)).join(visit.words.shell.listAnd) ||
                visit.words.shell.none}
            </td>
            <td data-label={w.dueDay}>
              {row.state === 'done' ? (
                <span class="state">{w.itemState.done}</span>
              ) : (
                <DueChip visit={visit} due={row.dueDay} />
              )}
            </td>
            <td data-label={w.progress}>
              <Progress visit={visit} progress={row.progress} />
            </td>
            <td data-label={w.owner}>{row.ownerName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
