import type { RequestHandler } from 'express'
import { seePeople } from '../../actions/matters/see-people.ts'
import { form } from '../doors.ts'
import { textField } from '../fields.ts'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { wordFor } from '../words/words.ts'

/** The people of a matter by name, shown once in answer to a stated reason. */
export function postPeople(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req, res) => {
    const matterId = String(req.params.id)
    const people = await seePeople(web, visit.viewer, { matterId, reason: textField(fields, 'reason') })
    const { matters: w, shell } = visit.words
    sendPage(
      res,
      <Page at={visit} title={w.people} section="cases">
        <p class="crumbs">
          <a href={`/matters/${matterId}`}>{w.toMatter}</a>
          <span>{w.people}</span>
        </p>
        <Heading title={w.people} sub={w.peopleSeenHelp} />
        {people.map((person) => (
          <section class="card">
            <h2>{w.personRole[person.role]}</h2>
            <dl class="facts">
              <dt>{w.personName}</dt>
              <dd>{person.name ?? shell.unknown}</dd>
              <dt>{w.personPhone}</dt>
              <dd>{person.phone ?? shell.unknown}</dd>
              {person.idNumber ? (
                <>
                  <dt>{w.personIdNumber}</dt>
                  <dd>{person.idNumber}</dd>
                </>
              ) : null}
              {person.address ? (
                <>
                  <dt>{w.personAddress}</dt>
                  <dd>{person.address}</dd>
                </>
              ) : null}
              {person.relation ? (
                <>
                  <dt>{w.personRelation}</dt>
                  <dd>{wordFor(w.relation, person.relation, '')}</dd>
                </>
              ) : null}
            </dl>
          </section>
        ))}
      </Page>,
    )
    return undefined
  })
}
