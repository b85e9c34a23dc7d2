import type { RequestHandler } from 'express'
import { may } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { type Answerable, answerableFor, type Standpoint } from '../../core/routing/duties.ts'
import { LEVELS, type SubjectMatter } from '../../core/routing/responsibility.ts'
import { screen } from '../doors.ts'
import { choice, dayField, type Fields, regionOrNone, textField } from '../fields.ts'
import { region } from '../format.ts'
import { Choice, Field } from '../layout/form.tsx'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { RegionInput } from '../layout/region-input.tsx'
import { pathWith } from '../local-path.ts'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { JointTabs } from './joint-tabs.tsx'
import { fullName, type JointSaying, shortName } from './say.ts'

/** Who answers for what: the table of responsibilities, readable and searchable. */
export function showResponsibilities(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    if (!may(visit.viewer, 'responsibility.read'))
      throw problem('auth.forbidden', { permission: 'responsibility.read' })
    const w = visit.words.joint
    const query = req.query as Fields
    const asked = {
      typed: textField(query, 'q').slice(0, 100),
      department: choice(query, 'department', Object.keys(web.responsibilities.departments)),
      level: choice(query, 'level', LEVELS),
      region: regionOrNone(query, 'region') ?? visit.viewer.region,
      on: dayField(query, 'on') ?? shanghaiDay(visit.now),
    }
    const at = { table: web.responsibilities, visit }
    const found = Object.values(web.responsibilities.matters).flatMap((matter) => foundIn(at, matter, asked))
    sendPage(
      res,
      <Page at={visit} title={w.responsibilities} section="joint">
        <Heading title={w.title} sub={w.responsibilitiesSubtitle} />
        <JointTabs visit={visit} tab="responsibilities" />
        <Filter at={at} asked={asked} />
        <p class="help">
          {w.found(found.length)} · {region(asked.region, visit)} · {asked.on}
        </p>
        {found.length === 0 ? <Empty title={w.noDuties} /> : null}
        {found.map(({ matter, answerable }) => (
          <Matter at={at} matter={matter} answerable={answerable} region={asked.region} />
        ))}
      </Page>,
    )
  })
}

interface Asked {
  typed: string
  department: string | undefined
  level: (typeof LEVELS)[number] | undefined
  region: string
  on: string
}

function foundIn(at: JointSaying, matter: SubjectMatter, asked: Asked) {
  const standpoint: Standpoint = { region: asked.region, level: asked.level ?? null, on: asked.on }
  const answerable = answerableFor(matter, standpoint).filter(
    ({ department }) => asked.department === undefined || department === asked.department,
  )
  if (answerable.length === 0) return []
  const words = [matter.title.zh, matter.title.en, ...answerable.flatMap((each) => wordsOf(at, each))].join('\n')
  return words.toLowerCase().includes(asked.typed.toLowerCase()) ? [{ matter, answerable }] : []
}

function wordsOf({ table }: JointSaying, { department, duties }: Answerable): string[] {
  const named = table.departments[department]
  return [
    named?.name.zh ?? '',
    named?.name.en ?? '',
    named?.short.zh ?? '',
    ...duties.flatMap(({ duty, basis }) => [duty.does.zh, duty.does.en, basis.article.zh, basis.article.en]),
  ]
}

function Filter({ at, asked }: { at: JointSaying; asked: Asked }) {
  const { table, visit } = at
  const { joint: w, shell } = visit.words
  const departments = Object.keys(table.departments)
  const levels = Object.fromEntries(LEVELS.map((level) => [level, table.levels[level][visit.language]]))
  return (
    <form class="filter" method="get" action="/responsibilities">
      <Field id="q" label={w.searchHelp}>
        <input id="q" type="search" name="q" data-search value={asked.typed} maxLength={100} />
      </Field>
      <Field id="department" label={w.department}>
        <Choice
          id="department"
          name="department"
          empty={shell.any}
          options={departments}
          words={Object.fromEntries(departments.map((id) => [id, shortName(at, id)]))}
          chosen={asked.department}
        />
      </Field>
      <Field id="level" label={w.level}>
        <Choice
          id="level"
          name="level"
          empty={shell.any}
          options={LEVELS}
          words={levels as Record<(typeof LEVELS)[number], string>}
          chosen={asked.level}
        />
      </Field>
      <Field id="region" label={w.region}>
        <RegionInput id="region" visit={visit} within="000000" value={asked.region} />
      </Field>
      <Field id="on" label={w.onDay}>
        <input id="on" type="date" name="on" value={asked.on} />
      </Field>
      <div class="filter-do">
        <button type="submit">{shell.filter}</button>
      </div>
    </form>
  )
}

function Matter(props: { at: JointSaying; matter: SubjectMatter; answerable: Answerable[]; region: string }) {
  const { at, matter, answerable } = props
  const { table, visit } = at
  const w = visit.words.joint
  return (
    <section class="card responsibility" id={matter.id}>
      <h2>{matter.title[visit.language]}</h2>
      <table class="duties">
        <tbody>
          {answerable.map((each) => (
            <tr>
              <th scope="row">
                {fullName(at, each.department, props.region)}
                <small class={each.isLead ? 'lead' : undefined}>{each.isLead ? w.isLead : w.joins}</small>
              </th>
              <td>
                <ul>
                  {each.duties.map(({ duty, basis, isLocal }) => (
                    <li>
                      {duty.does[visit.language]}
                      <small class="article">
                        {basis.article[visit.language]} · {w.since(basis.from, basis.to)} ·{' '}
                        {visit.words.terms.basisConfidence[basis.confidence]}
                        {isLocal ? <b> {w.local}</b> : null}
                        {duty.levels.length < LEVELS.length - 1 ? (
                          <b>
                            {' '}
                            {duty.levels
                              .map((level) => table.levels[level][visit.language])
                              .join(visit.words.shell.listAnd)}
                          </b>
                        ) : null}
                      </small>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {matter.lines.length > 0 ? (
        <p class="help">
          {w.dutyLines(
            matter.lines.map((id) => table.lines[id]!.title[visit.language]).join(visit.words.shell.listAnd),
          )}
        </p>
      ) : null}
      {may(visit.viewer, 'campaign.keep') ? (
        <p class="help">
          <a href={`${pathWith('/duties', { matter: matter.id })}#new-item`}>{w.toList}</a>
        </p>
      ) : null}
    </section>
  )
}
