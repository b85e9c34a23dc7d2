import { differenceInMinutes } from 'date-fns'
import type { RequestHandler } from 'express'
import { useActiveModel } from '../../actions/models/use-active-model.ts'
import { useActiveRulebook } from '../../actions/rulebook/use-active-rulebook.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { Problem } from '../../core/problem.ts'
import { type Status, statusView } from '../../store/views/status.ts'
import { screen } from '../doors.ts'
import { age } from '../format.ts'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import type { Stage } from '../words/sets.ts'
import { wordFor } from '../words/words.ts'
import { type QueueState, Queues } from './queues.tsx'

const MOST_FAILURES = 20
const LONG_WAIT_MINUTES = 10

/** How the installation stands; it opens even while the queue cannot be reached, because that is when it is needed. */
export function showStatus(web: WebParts): RequestHandler {
  return screen(web, async (visit, _req, res) => {
    const { status: w } = visit.words
    const view = await statusView(web.db, visit.viewer)
    const queue = await queueState(web)
    await takeUpActive(web)
    sendPage(
      res,
      <Page at={visit} title={w.title} section="status">
        <Heading title={w.title} sub={w.subtitle} />
        <Stages view={view} visit={visit} />
        <div class="pair">
          <Queues queue={queue} visit={visit} />
          <Engines web={web} visit={visit} />
        </div>
        <Faults view={view} visit={visit} />
      </Page>,
    )
  })
}

async function queueState(web: WebParts): Promise<QueueState | undefined> {
  try {
    return { counts: await web.queueCounts(), failures: await web.queueFailures(MOST_FAILURES) }
  } catch (error) {
    web.log.warn({ err: error }, 'the status page could not reach the queue')
    return undefined
  }
}

// What this release cannot take up must not hide how things stand: what the process holds is shown, and the papers it fails.
async function takeUpActive(web: WebParts): Promise<void> {
  for (const takeUp of [useActiveRulebook, useActiveModel]) {
    try {
      await takeUp(web)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
}

function Stages({ view, visit }: { view: Status; visit: Visit }) {
  const { words, now } = visit
  const { status: w, terms } = words
  const since = view.oldestWaitingSince
  const isLong = since !== undefined && differenceInMinutes(now, new Date(since)) >= LONG_WAIT_MINUTES
  return (
    <section class="card">
      <h2>{w.stages}</h2>
      <dl class="counts">
        {(Object.entries(view.stages) as [Stage, number][]).map(([stage, n]) => (
          <div class={n > 0 ? `stage-${stage}` : 'none'}>
            <dt>{terms.stage[stage]}</dt>
            <dd>{n}</dd>
          </div>
        ))}
        <div class={isLong ? 'stage-failed' : undefined}>
          <dt>{w.oldest}</dt>
          <dd class="words">{since ? age(since, now, words) : w.oldestNone}</dd>
        </div>
      </dl>
      {isLong ? <p class="alert">{w.oldestLong}</p> : null}
    </section>
  )
}

function Engines({ web, visit }: { web: WebParts; visit: Visit }) {
  const { status: w } = visit.words
  const { rulebook } = web.compiled
  return (
    <section class="card">
      <h2>{w.engines}</h2>
      <dl class="facts">
        <dt>{w.database}</dt>
        <dd>{wordFor(w.databaseOf, web.engine.database, web.engine.database)}</dd>
        <dt>{w.queueEngine}</dt>
        <dd>{wordFor(w.queueEngineOf, web.engine.queue, web.engine.queue)}</dd>
        <dt>{w.rulebook}</dt>
        <dd>
          {w.rules(rulebook.rules.length)} <span class="hash">{rulebook.hash.slice(0, 12)}</span>
        </dd>
        {web.model ? (
          <>
            <dt>{w.model}</dt>
            <dd class="hash">{web.model.hash.slice(0, 12)}</dd>
          </>
        ) : null}
        <dt>{w.clock}</dt>
        <dd>{shanghaiTime(visit.now)}</dd>
      </dl>
    </section>
  )
}

function Faults({ view, visit }: { view: Status; visit: Visit }) {
  const { status: w } = visit.words
  return (
    <section class="card">
      <h2>{w.faults}</h2>
      {view.faults.length === 0 ? <p class="help">{w.faultsNone}</p> : null}
      {view.faults.length > 0 ? (
        <table class="list small">
          <thead>
            <tr>
              <th scope="col">{w.at}</th>
              <th scope="col">{w.where}</th>
              <th scope="col">{w.message}</th>
              <th scope="col">{w.document}</th>
            </tr>
          </thead>
          <tbody>
            {view.faults.map((fault) => (
              <tr>
                <td class="nowrap">{shanghaiTime(fault.at)}</td>
                <td>{wordFor(w.whereOf, fault.where, fault.where)}</td>
                <td class="mono">{fault.message}</td>
                <td class="hash">
                  {fault.documentId ? (
                    <a href={`/documents/${fault.documentId}`}>{fault.documentId.slice(-12)}</a>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
