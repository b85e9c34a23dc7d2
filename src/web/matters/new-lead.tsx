import type { RequestHandler } from 'express'
import { noteLead } from '../../actions/matters/note-lead.ts'
import { may } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { form, screen } from '../doors.ts'
import { regionField, textField } from '../fields.ts'
import { Field, PostForm } from '../layout/form.tsx'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { RegionInput } from '../layout/region-input.tsx'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { shanghaiInstant } from './read-move.ts'

/** A form for leads that come from neither a paper nor a caller. */
export function showNewLead(web: WebParts): RequestHandler {
  return screen(web, async (visit, _req, res) => {
    const { viewer, words } = visit
    const w = words.matters
    if (!may(viewer, 'lead.note')) throw problem('auth.forbidden', { permission: 'lead.note' })
    sendPage(
      res,
      <Page at={visit} title={w.newLead} section="cases">
        <p class="crumbs">
          <a href="/matters">{w.title}</a>
          <span>{w.newLead}</span>
        </p>
        <Heading title={w.newLead} sub={w.newLeadHelp} />
        <section class="card actions">
          <PostForm visit={visit} action="/matters/new">
            <Field id="title" label={w.name}>
              <input id="title" name="title" required maxLength={200} />
            </Field>
            <Field id="story" label={w.foundHow}>
              <textarea id="story" name="story" rows={5} required maxLength={1000} />
            </Field>
            <Field id="seller" label={words.shell.optional(w.describeSeller)}>
              <input id="seller" name="seller" maxLength={200} />
            </Field>
            <Field id="code" label={words.shell.optional(w.describeCode)}>
              <input id="code" name="credit_code" maxLength={18} />
            </Field>
            <Field id="region" label={w.region}>
              <RegionInput id="region" visit={visit} within={viewer.region} required />
            </Field>
            <Field id="found" label={words.shell.optional(w.foundAt)} help={w.happenedAtHelp}>
              <input id="found" type="datetime-local" name="found_at" />
            </Field>
            <button class="primary" type="submit">
              {w.save}
            </button>
          </PostForm>
        </section>
      </Page>,
    )
  })
}

export function postNewLead(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields) => {
    const found = textField(fields, 'found_at')
    const file = await noteLead(web, visit.viewer, {
      title: textField(fields, 'title'),
      story: textField(fields, 'story'),
      seller: textField(fields, 'seller'),
      creditCode: textField(fields, 'credit_code'),
      region: regionField(fields, 'region') || visit.viewer.region,
      ...(found ? { foundAt: shanghaiInstant(found) } : {}),
    })
    return `/matters/${file.id}`
  })
}
