import type { RequestHandler } from 'express'
import { type ImportedRow, importComplaints } from '../../actions/calls/import-complaints.ts'
import { may } from '../../core/access/viewer.ts'
import { PLATFORMS } from '../../core/intake/export-columns.ts'
import { Problem, problem } from '../../core/problem.ts'
import { CSRF_FIELD } from '../csrf.ts'
import { form, screen } from '../doors.ts'
import { choice } from '../fields.ts'
import { Field } from '../layout/form.tsx'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { wordFor } from '../words/words.ts'
import { filesOf, readCallForm } from './read-fields.ts'

export function showImportForm(web: WebParts): RequestHandler {
  return screen(web, async (visit, _req, res) => {
    if (!may(visit.viewer, 'call.import')) throw problem('auth.forbidden', { permission: 'call.import' })
    sendPage(res, <ImportPage visit={visit} />)
  })
}

/** The outcome row by row stands on the answer itself. The same file again changes nothing that it did not change. */
export function postImport(web: WebParts): RequestHandler[] {
  return form(
    web,
    async (visit, fields, req, res) => {
      const [file] = filesOf(req.files)
      const platform = choice(fields, 'platform', PLATFORMS) ?? 'other'
      try {
        if (!file) throw problem('form.invalid', { field: 'file' })
        const rows = await importComplaints(web, visit.viewer, { bytes: file.bytes, name: file.fileName, platform })
        sendPage(res, <ImportPage visit={visit} rows={rows} />)
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'form.invalid') throw error
        sendPage(res, <ImportPage visit={visit} wrong={error} />, error.status)
      }
      return undefined
    },
    readCallForm,
  )
}

function ImportPage({ visit, rows, wrong }: { visit: Visit; rows?: readonly ImportedRow[]; wrong?: Problem }) {
  const { calls: w, problems } = visit.words
  return (
    <Page at={visit} title={w.importTitle} section="calls">
      <Heading title={w.importTitle} sub={w.importSub} />
      {wrong ? (
        <div class="alert" role="alert">
          <b>{problems[wrong.code].title}</b>
          <span>{problems[wrong.code].next}</span>
        </div>
      ) : null}
      <form class="card" method="post" action="/calls/import" encType="multipart/form-data">
        <input type="hidden" name={CSRF_FIELD} value={visit.csrfToken} />
        <div class="call-row">
          <Field id="platform" label={w.platform}>
            <select id="platform" name="platform">
              {PLATFORMS.map((platform) => (
                <option value={platform}>{w.platformWords[platform]}</option>
              ))}
            </select>
          </Field>
          <Field id="files" label={w.file}>
            <input id="files" name="files" type="file" accept=".csv,.xlsx,.json" required />
          </Field>
        </div>
        <button class="primary" type="submit">
          {w.importDo}
        </button>
      </form>
      {rows ? <Outcome rows={rows} visit={visit} /> : null}
    </Page>
  )
}

function Outcome({ rows, visit }: { rows: readonly ImportedRow[]; visit: Visit }) {
  const w = visit.words.calls
  const count = (outcome: ImportedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length
  return (
    <section class="card">
      <h2>{w.importResult(count('created'), count('updated'), count('unchanged'), count('rejected'))}</h2>
      <table class="list">
        <thead>
          <tr>
            <th>{w.row}</th>
            <th>{w.external}</th>
            <th>{w.outcome}</th>
            <th>{w.numbers}</th>
            <th>{w.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ locator, external, outcome, numbers, why }) => (
            <tr>
              <td>{locator.replace(/^(?:row|item) (\d+)$/, '$1')}</td>
              <td>{external}</td>
              <td>{w.outcomeWords[outcome]}</td>
              <td>
                {numbers.map((number) => (
                  <>
                    <a class="number" href={`/matters?desk=all&q=${number}`}>
                      {number}
                    </a>{' '}
                  </>
                ))}
              </td>
              <td>{why === undefined ? '' : wordFor(w.whyLacks, why, w.whyField(why))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
