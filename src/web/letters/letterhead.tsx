import type { RequestHandler } from 'express'
import { keepBureau } from '../../actions/letters/keep-bureau.ts'
import { seeLetterhead } from '../../actions/letters/see-letterhead.ts'
import { covers, may } from '../../core/access/viewer.ts'
import { BUREAU_FIELDS } from '../../core/letter/letterhead.ts'
import { form, screen } from '../doors.ts'
import { type Fields, regionOrNone, textField, versionField } from '../fields.ts'
import { region as regionName } from '../format.ts'
import { Field, PostForm } from '../layout/form.tsx'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'

/** What the bureau of a region is called in its letters. */
export function showLetterhead(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { viewer } = visit
    const asked = regionOrNone(req.query as Fields, 'region')
    // A matter of a district leads its city's head here, and a city's officer to her own.
    const region = asked && covers(viewer.region, asked) ? asked : viewer.region
    const { fields, version } = await seeLetterhead(web, viewer, region)
    const w = visit.words.letters
    const mayKeep = may(viewer, 'bureau.keep')
    sendPage(
      res,
      <Page at={visit} title={w.bureau} section="cases">
        <Heading title={w.bureau} sub={w.bureauHelp} />
        <section class="card">
          <PostForm visit={visit} action="/letterhead" version={version} class="letterhead">
            <input type="hidden" name="region" value={region} />
            <p>{visit.words.shell.labelled(w.bureauRegion, regionName(region, visit))}</p>
            {BUREAU_FIELDS.map((name) => (
              <Field
                id={`bureau-${name}`}
                label={w.bureauField[name]}
                {...(name === 'word' ? { help: w.wordHelp } : {})}
              >
                <input
                  id={`bureau-${name}`}
                  name={name}
                  value={fields[name] ?? ''}
                  maxLength={200}
                  readOnly={!mayKeep}
                />
              </Field>
            ))}
            {mayKeep ? (
              <button class="primary" type="submit">
                {w.save}
              </button>
            ) : null}
          </PostForm>
        </section>
      </Page>,
    )
  })
}

export function postLetterhead(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields) => {
    const region = regionOrNone(fields, 'region') ?? visit.viewer.region
    await keepBureau(web, visit.viewer, {
      region,
      version: versionField(fields),
      fields: Object.fromEntries(BUREAU_FIELDS.map((name) => [name, textField(fields, name)])),
    })
    return `/letterhead?region=${region}`
  })
}
