import type { RequestHandler } from 'express'
import { may } from '../../core/access/viewer.ts'
import { shanghaiDay, shanghaiTime } from '../../core/clock/shanghai.ts'
import { rulebookList, type StoredVersion } from '../../store/views/rulebook-versions.ts'
import { screen } from '../doors.ts'
import { Field, PostForm } from '../layout/form.tsx'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'

/** Every version of the rulebook, the active one marked, and papers being checked again. */
export function showVersions(web: WebParts): RequestHandler {
  return screen(web, async (visit, _req, res) => {
    const { rulebook: w } = visit.words
    const { versions, rechecks } = await rulebookList(web.db, visit.viewer)
    sendPage(
      res,
      <Page at={visit} title={w.title} section="rulebook">
        <Heading title={w.title} sub={w.subtitle} />
        <table class="list" data-rows>
          <thead>
            <tr>
              <th scope="col">{w.version}</th>
              <th scope="col">{w.state}</th>
              <th scope="col">{w.author}</th>
              <th scope="col">{w.approver}</th>
              <th scope="col">{w.at}</th>
              <th scope="col">{w.backtest}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <Row version={version} visit={visit} />
            ))}
          </tbody>
        </table>
        {may(visit.viewer, 'rulebook.recheck') ? <RecheckForm visit={visit} /> : null}
        {rechecks.length > 0 ? (
          <section class="card">
            <h2>{w.rechecks}</h2>
            <table class="list small">
              <tbody>
                {rechecks.map((recheck) => (
                  <tr>
                    <td class="nowrap">{shanghaiTime(recheck.at)}</td>
                    <td>{recheck.officer}</td>
                    <td>{w.recheckOf(recheck.papers)}</td>
                    <td class="hash">{recheck.hash.slice(0, 12)}</td>
                    <td>{w.recheckStateOf[recheck.ended ?? 'going']}</td>
                    <td>{recheck.reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ) : null}
      </Page>,
    )
  })
}

function Row({ version, visit }: { version: StoredVersion; visit: Visit }) {
  const { rulebook: w } = visit.words
  const { hash, activations, proposals, backtests } = version
  const activation = activations[0]
  const backtest = backtests[0]
  const author = activation?.author || proposals.at(-1)?.author
  return (
    <tr class="row">
      <td class="main">
        <a class="title mono" href={`/rulebook/${hash}`}>
          {hash.slice(0, 12)}
        </a>
        <div class="under">
          {w.rulesCount(version.rules)}
          {version.isShipped ? ` · ${w.shipped}` : ''}
        </div>
      </td>
      <td data-label={w.state}>
        <span class={`stage ${version.isActive ? 'stage-processed' : 'stage-received'}`}>
          {stateOf(version, visit)}
        </span>
      </td>
      <td data-label={w.author}>{author || visit.words.shell.none}</td>
      <td data-label={w.approver}>
        {activation ? activation.approver || w.bySystem : visit.words.shell.none}
        {activation?.reason ? <div class="under">{activation.reason}</div> : null}
      </td>
      <td data-label={w.at} class="nowrap">
        {activation ? shanghaiTime(activation.at) : ''}
      </td>
      <td data-label={w.backtest}>
        {backtest
          ? w.backtestShort(backtest.papers, backtest.new, backtest.lost)
          : activation?.way === 'rolled_back'
            ? w.backtestNeedless
            : w.backtestNone}
      </td>
    </tr>
  )
}

export function stateOf({ isActive, activations, proposals }: StoredVersion, { words }: Visit): string {
  const { rulebook: w } = words
  if (isActive) return w.active
  if (activations.length > 0) return w.former
  return proposals.length > 0 ? w.proposed : w.stored
}

function RecheckForm({ visit }: { visit: Visit }) {
  const { rulebook: w } = visit.words
  const today = shanghaiDay(visit.now)
  return (
    <section class="card">
      <details class="deed">
        <summary>{w.recheck}</summary>
        <p class="help">{w.recheckHelp}</p>
        <PostForm visit={visit} action="/rulebook/recheck">
          <Field id="recheck-from" label={w.from}>
            <input id="recheck-from" type="date" name="from" value={`${today.slice(0, 8)}01`} required />
          </Field>
          <Field id="recheck-to" label={w.to}>
            <input id="recheck-to" type="date" name="to" value={today} required />
          </Field>
          <Field id="recheck-reason" label={w.reason}>
            <input id="recheck-reason" name="reason" maxLength={1000} required />
          </Field>
          <button type="submit">{w.recheckAsk}</button>
        </PostForm>
      </details>
    </section>
  )
}
