import type { RequestHandler } from 'express'
import { may } from '../../core/access/viewer.ts'
import { shanghaiDay, shanghaiTime } from '../../core/clock/shanghai.ts'
import { blankDraft, inputOf } from '../../core/worksheet/draft.ts'
import { worksheetOf } from '../../core/worksheet/worksheet.ts'
import { type WorksheetPage, worksheetPage } from '../../store/views/worksheet-page.ts'
import { screen } from '../doors.ts'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { WorksheetForm } from './form.tsx'
import { Result } from './result.tsx'

/** The worksheet of a case: what its newest version comes to, or the one asked for, and the form that makes the next. */
export function showWorksheet(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { words, viewer } = visit
    const w = words.worksheet
    const asked = typeof req.query.version === 'string' && /^\d{1,6}$/.test(req.query.version) ? req.query.version : ''
    const page = await worksheetPage(web.db, viewer, String(req.params.id), asked ? Number(asked) : undefined)
    const { file, shown, versions, grounds } = page
    const latest = versions[0]?.version ?? 0
    const draft = shown?.draft ?? blankDraft(grounds, file.matter.facts)
    const isOpen =
      may(viewer, 'worksheet.keep') && file.state !== 'archived' && !file.matter.recused.includes(viewer.officerId)
    sendPage(
      res,
      <Page at={visit} title={w.of(file.number)} section="cases">
        <p class="crumbs">
          <a href="/matters">{words.matters.title}</a>
          <a href={`/matters/${file.id}`}>{file.number}</a>
          <span>{w.title}</span>
        </p>
        <Heading title={w.of(file.number)} sub={shown ? versionLine(page, visit) : w.subtitle} />
        {shown && shown.version < latest ? <p class="notice">{w.older(shown.version)}</p> : null}
        {shown && shown.version === latest && isChanged(web, page, visit) ? <p class="notice">{w.changed}</p> : null}
        {shown ? <Result sheet={shown} visit={visit} /> : <p class="help">{w.none}</p>}
        {isOpen ? <WorksheetForm page={page} draft={draft} latest={latest} web={web} visit={visit} /> : null}
        {versions.length > 1 ? (
          <section class="card actions">
            <h2>{w.earlier}</h2>
            <ul class="plain">
              {versions.map(({ version, savedByName, savedAt }) => (
                <li>
                  <a href={`/matters/${file.id}/worksheet?version=${version}`}>{w.version(version)}</a>{' '}
                  {w.savedBy(savedByName, shanghaiTime(savedAt))}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </Page>,
    )
  })
}

function versionLine({ shown, versions, file }: WorksheetPage, { words }: Visit): string {
  const { savedByName, savedAt } = versions.find(({ version }) => version === shown!.version)!
  const w = words.worksheet
  return [file.title, w.version(shown!.version), w.savedBy(savedByName, shanghaiTime(savedAt))]
    .filter(Boolean)
    .join(' · ')
}

/** Whether the same draft would come to something else now. */
function isChanged(web: WebParts, { shown, grounds, confirmed, file }: WorksheetPage, visit: Visit): boolean {
  const { clocks, calendar } = web.procedure
  const input = inputOf(shown!.draft, {
    grounds,
    confirmed,
    basis: web.compiled.rulebook.basis,
    region: file.region,
    isHeard: file.matter.facts.heard === true,
    today: shanghaiDay(visit.now),
  })
  const now = worksheetOf(input, { discretion: web.discretion, clocks, calendar })
  return JSON.stringify(now) !== JSON.stringify(shown!.result)
}
