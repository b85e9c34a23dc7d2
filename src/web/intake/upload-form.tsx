import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { VNode } from 'preact'
import { may } from '../../core/access/viewer.ts'
import type { Said } from '../../core/clock/clock.ts'
import { CHANNELS, ENTITIES, KINDS } from '../../core/document.ts'
import { type Problem, problem } from '../../core/problem.ts'
import { CSRF_FIELD } from '../csrf.ts'
import { screen } from '../doors.ts'
import { choice, type Fields, textField } from '../fields.ts'
import { region } from '../format.ts'
import { Choice, Field } from '../layout/form.tsx'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { RegionInput } from '../layout/region-input.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { wordFor } from '../words/words.ts'

export function showUpload(web: WebParts): RequestHandler {
  return screen(web, async (visit, _req, res) => {
    if (!may(visit.viewer, 'document.receive')) throw problem('auth.forbidden', { permission: 'document.receive' })
    sendPage(res, <UploadPage visit={visit} fields={{}} />)
  })
}

/** The form, empty or with what was typed and what was wrong with it. Its nonce makes a double click a retry. */
export function UploadPage({ visit, fields, wrong }: { visit: Visit; fields: Fields; wrong?: Problem }): VNode {
  const { intake, problems, problemPage } = visit.words
  return (
    <Page at={visit} title={intake.uploadTitle} section="upload">
      <Heading title={intake.uploadTitle} sub={intake.uploadSubtitle} />
      {wrong ? (
        <div class="alert" role="alert">
          <b>{problems[wrong.code].title}</b>
          {typeof wrong.detail.file === 'string' ? <span>{wrong.detail.file}</span> : null}
          <span>{wordFor(problemPage.fields, String(wrong.detail.field ?? ''), problems[wrong.code].next)}</span>
          {((wrong.detail.why ?? []) as Said[]).map((said) => (
            <span>{said[visit.language]}</span>
          ))}
        </div>
      ) : null}
      <form class="split upload" method="post" action="/upload" encType="multipart/form-data">
        <input type="hidden" name={CSRF_FIELD} value={visit.csrfToken} />
        <input type="hidden" name="nonce" value={randomUUID()} />
        <div>
          <section class="card">
            <Field id="files" label={intake.files} help={intake.filesHelp}>
              <input id="files" name="files" type="file" multiple />
            </Field>
            {may(visit.viewer, 'call.import') ? (
              <p class="help">
                {intake.exportsHelp} <a href="/calls/import">{visit.words.calls.importLink}</a>
              </p>
            ) : null}
            {wrong?.code === 'intake.export_table' ? (
              <label class="check">
                <input type="checkbox" name="as_papers" value="yes" /> {intake.asPapers}
              </label>
            ) : null}
            <p class="or">
              <span>{intake.or}</span>
            </p>
            <Field id="text" label={intake.paste} help={intake.pasteHelp}>
              <textarea id="text" name="text" rows={9}>
                {rawText(fields)}
              </textarea>
            </Field>
          </section>
          <section class="card">
            <h2>{intake.about}</h2>
            <p class="help">{intake.aboutHelp}</p>
            <About visit={visit} fields={fields} />
          </section>
          <div class="submit">
            <button class="primary" type="submit">
              {intake.submit}
            </button>
            <small class="help">{intake.submitHelp}</small>
          </div>
        </div>
        <aside>
          <section class="card">
            <h2>{intake.steps}</h2>
            <ol class="steps">
              {intake.step.map((step) => (
                <li>{step}</li>
              ))}
            </ol>
          </section>
        </aside>
      </form>
    </Page>
  )
}

function About({ visit, fields }: { visit: Visit; fields: Fields }) {
  const { intake, shell, terms } = visit.words
  const known = <T extends string>(options: readonly T[]) => options.filter((option) => option !== 'unknown')
  return (
    <div class="grid">
      <Field id="kind" label={intake.kind}>
        <Choice
          id="kind"
          name="kind"
          empty={intake.kindGuess}
          options={known(KINDS)}
          words={terms.kind}
          chosen={choice(fields, 'kind', KINDS)}
        />
      </Field>
      <Field id="date" label={intake.date}>
        <input id="date" name="date" type="date" value={textField(fields, 'date')} />
      </Field>
      <Field id="channel" label={intake.channel}>
        <Choice
          id="channel"
          name="channel"
          empty={shell.unknown}
          options={known(CHANNELS)}
          words={terms.channel}
          chosen={choice(fields, 'channel', CHANNELS)}
        />
      </Field>
      <Field id="entity" label={intake.entity}>
        <Choice
          id="entity"
          name="entity"
          empty={shell.unknown}
          options={known(ENTITIES)}
          words={terms.entity}
          chosen={choice(fields, 'entity', ENTITIES)}
        />
      </Field>
      <Field id="region" label={intake.region} help={intake.regionHelp}>
        <RegionInput
          id="region"
          visit={visit}
          within={visit.viewer.region}
          value={textField(fields, 'region')}
          placeholder={`${visit.viewer.region} ${region(visit.viewer.region, visit)}`}
        />
      </Field>
      <Field id="title" label={intake.titleField}>
        <input id="title" name="title" maxLength={60} value={textField(fields, 'title')} autocomplete="off" />
      </Field>
    </div>
  )
}

/** Pasted text as it was, white space and all. */
export function rawText(fields: Fields): string {
  return typeof fields.text === 'string' ? fields.text : ''
}
