import type { RequestHandler } from 'express'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { importPage } from '../../store/views/imports.ts'
import { screen } from '../doors.ts'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { wordFor } from '../words/words.ts'
import { rejectReason } from './reject-reason.ts'

const MOST_REJECTS = 200

/** One import: what came, what became of it, and what was turned away and why. */
export function showImport(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { words } = visit
    const { intake, terms, shell } = words
    const { run, counts, rejects } = await importPage(web.db, visit.viewer, String(req.params.id))
    sendPage(
      res,
      <Page at={visit} title={run.label || intake.run} section="imports">
        <p class="crumbs">
          <a href="/imports">{intake.importsTitle}</a>
        </p>
        <Heading
          title={run.label || intake.run}
          sub={`${wordFor(terms.source, run.source, shell.unknown)} · ${intake.runState[run.state]} · ${shanghaiTime(run.startedAt)}${run.finishedAt ? ` – ${shanghaiTime(run.finishedAt)}` : ''}`}
        >
          {rejects.length > 0 ? (
            <a class="button" href={`/imports/${run.id}/rejects.csv`} download>
              {intake.rejectsCsv}
            </a>
          ) : null}
        </Heading>
        <div class="pair">
          <section class="card">
            <h2>{intake.byOutcome}</h2>
            <dl class="counts">
              {Object.entries(counts.items).map(([outcome, n]) => (
                <div>
                  <dt>{wordFor(terms.outcome, outcome, outcome)}</dt>
                  <dd>{n}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section class="card">
            <h2>{intake.byStage}</h2>
            <dl class="counts">
              {Object.entries(counts.stages).map(([stage, n]) => (
                <div>
                  <dt>{wordFor(terms.stage, stage, stage)}</dt>
                  <dd>{n}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
        <section class="card">
          <h2>
            {intake.rejects} <span class="count">{rejects.length}</span>
          </h2>
          {rejects.length === 0 ? <p class="help">{intake.rejectsNone}</p> : null}
          {rejects.length > 0 ? (
            <table class="list small">
              <thead>
                <tr>
                  <th scope="col">{intake.file}</th>
                  <th scope="col">{intake.why}</th>
                  <th scope="col">{intake.at}</th>
                </tr>
              </thead>
              <tbody>
                {rejects.slice(0, MOST_REJECTS).map((reject) => (
                  <tr>
                    <td class="file">{reject.name}</td>
                    <td>{rejectReason(reject.reason, visit)}</td>
                    <td class="nowrap">{shanghaiTime(reject.at)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
          {rejects.length > MOST_REJECTS ? (
            <p class="help">{intake.rejectsShown(MOST_REJECTS, rejects.length)}</p>
          ) : null}
        </section>
      </Page>,
    )
  })
}
