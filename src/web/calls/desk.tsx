import type { RequestHandler } from 'express'
import { may } from '../../core/access/viewer.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { Procedure } from '../../core/procedure/move.ts'
import { callsTakenBy, matterByReceipt, openDrafts } from '../../store/views/calls-list.ts'
import { screen } from '../doors.ts'
import { type Fields, textField } from '../fields.ts'
import { Field } from '../layout/form.tsx'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { FollowUpForm, FollowUps } from './follow-ups.tsx'

/** Where whoever takes calls begins: a new one, those unfinished, those taken, and a number the caller reads out. */
export function showCalls(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.calls
    const { viewer } = visit
    const number = textField(req.query as Fields, 'number')
    const drafts = await openDrafts(web.db, viewer)
    const taken = await callsTakenBy(web.db, viewer, 50)
    const found = number === '' ? undefined : await matterByReceipt(web.db, viewer, number)
    sendPage(
      res,
      <Page at={visit} title={w.deskTitle} section="calls">
        <Heading title={w.deskTitle} sub={w.deskSubtitle}>
          {may(viewer, 'call.import') ? (
            <a class="button" href="/calls/import">
              {w.importLink}
            </a>
          ) : null}
          <a class="button primary" href="/calls/new">
            {w.newCall}
          </a>
        </Heading>
        <section class="card">
          <h2>{w.lookUp}</h2>
          <form method="get" action="/calls" class="call-find">
            <Field id="number" label={w.number} help={w.numberHelp}>
              <input id="number" name="number" value={number} autocomplete="off" data-search />
            </Field>
            <button type="submit">{w.find}</button>
          </form>
          {number !== '' && !found ? <p class="help">{w.notFound}</p> : null}
          {found ? <Found found={found} visit={visit} procedure={web.procedure} /> : null}
        </section>
        <section class="card">
          <h2>{w.drafts}</h2>
          {drafts.length === 0 ? <p class="help">{w.draftsNone}</p> : null}
          <ul class="drafts">
            {drafts.map(({ id, fields, savedAt }) => (
              <li>
                <a href={`/calls/${id}`}>{fields.seller_name || w.draftUntitled}</a>{' '}
                <small>{w.draft(shanghaiTime(savedAt))}</small>
              </li>
            ))}
          </ul>
        </section>
        <Taken taken={taken} visit={visit} procedure={web.procedure} />
      </Page>,
    )
  })
}

function Found(props: {
  found: NonNullable<Awaited<ReturnType<typeof matterByReceipt>>>
  visit: Visit
  procedure: Procedure
}) {
  const { found, visit, procedure } = props
  const { id, number, kind, state, receivedAt, next, followUps } = found
  return (
    <div class="found">
      <p>
        <b class="number">{number}</b> {visit.words.matters.kind[kind as 'complaint']} ·{' '}
        {procedure.states[state]?.[visit.language] ?? state} · {shanghaiTime(receivedAt)}
        {next ? ` · ${procedure.clocks[next.clock]?.title[visit.language] ?? next.clock} ${next.dueDay}` : ''}
      </p>
      <FollowUps followUps={followUps} visit={visit} />
      <FollowUpForm matterId={id} number={number} visit={visit} />
    </div>
  )
}

function Taken(props: { taken: Awaited<ReturnType<typeof callsTakenBy>>; visit: Visit; procedure: Procedure }) {
  const { taken, visit, procedure } = props
  const w = visit.words.calls
  return (
    <section class="card">
      <h2>{w.taken}</h2>
      {taken.length === 0 ? (
        <p class="help">{w.takenNone}</p>
      ) : (
        <table class="list">
          <thead>
            <tr>
              <th>{w.callColumn}</th>
              <th>{w.number}</th>
              <th>{w.stateColumn}</th>
              <th>{w.nextColumn}</th>
            </tr>
          </thead>
          <tbody data-rows>
            {taken.map(({ call, matters }) => (
              <tr>
                <td>
                  <a class="title" href={`/calls/${call.id}`}>
                    {shanghaiTime(call.calledAt)}
                  </a>
                </td>
                <td>
                  {matters.map(({ number }) => (
                    <span class="number">{number} </span>
                  ))}
                </td>
                <td>{matters.map(({ state }) => procedure.states[state]?.[visit.language] ?? state).join(' / ')}</td>
                <td>{matters.flatMap(({ next }) => next?.dueDay ?? []).join(' / ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
