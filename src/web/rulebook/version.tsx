import type { RequestHandler } from 'express'
import { may } from '../../core/access/viewer.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { rulebookPage, type VersionPage } from '../../store/views/rulebook-versions.ts'
import { screen } from '../doors.ts'
import { Field, PostForm } from '../layout/form.tsx'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { BacktestSummary } from './backtest-summary.tsx'
import { Changes } from './changes.tsx'
import { stateOf } from './versions.tsx'

/** One version: what changed in it, what its backtests came to, who proposed and approved it, and what can be decided. */
export function showVersion(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { rulebook: w } = visit.words
    const page = await rulebookPage(web.db, visit.viewer, String(req.params.hash))
    const { version } = page
    const title = w.heading(version.hash.slice(0, 12))
    sendPage(
      res,
      <Page at={visit} title={title} section="rulebook">
        <Heading title={title} sub={`${stateOf(version, visit)} · ${w.rulesCount(version.rules)}`}>
          <a href="/rulebook">{w.title}</a>
        </Heading>
        <Decide page={page} visit={visit} />
        <Changes against={page.against} visit={visit} />
        <section class="card">
          <h2>{w.backtests}</h2>
          {version.backtests.length === 0 ? <p class="help">{noneOf(version, visit)}</p> : null}
          {version.backtests.map((backtest) => (
            <BacktestSummary backtest={backtest} visit={visit} />
          ))}
        </section>
        <Records page={page} visit={visit} />
      </Page>,
    )
  })
}

/** Why there is no backtest: only a version that was never active waits for one. */
function noneOf({ activations }: VersionPage['version'], { words: { rulebook: w } }: Visit): string {
  const newest = activations[0]
  return newest ? w.backtestsNeedless[newest.way] : w.backtestsNone
}

/** What this viewer may decide about the version, or why not. */
function Decide({ page, visit }: { page: VersionPage; visit: Visit }) {
  const { rulebook: w } = visit.words
  const { version, activeSeq, activeHash } = page
  if (version.isActive || !may(visit.viewer, 'rulebook.activate')) return null
  const wasActive = version.activations.length > 0
  const isProposed = version.proposals.length > 0 || version.isShipped
  if (!wasActive && !isProposed) return null
  const isOwn = version.proposals.some(({ authorId }) => authorId === visit.viewer.officerId)
  const isTested = version.backtests.some(({ oldHash, papers }) => oldHash === activeHash && papers > 0)
  return (
    <section class="card actions">
      <h2>{w.decide}</h2>
      {wasActive ? (
        <Deed
          visit={visit}
          action={`/rulebook/${version.hash}/roll-back`}
          seq={activeSeq}
          word={w.rollBack}
          help={w.rollBackHelp}
        />
      ) : null}
      {isProposed && isOwn && !wasActive ? <p class="help">{w.approveOwn}</p> : null}
      {isProposed && !isTested && !wasActive ? <p class="help">{w.approveNoBacktest}</p> : null}
      {isProposed && !isOwn && isTested ? (
        <Deed
          visit={visit}
          action={`/rulebook/${version.hash}/approve`}
          seq={activeSeq}
          word={w.approve}
          help={w.approveHelp}
        />
      ) : null}
    </section>
  )
}

function Deed(props: { visit: Visit; action: string; seq: number; word: string; help: string }) {
  const id = props.action.split('/').at(-1)!
  return (
    <PostForm visit={props.visit} action={props.action} version={props.seq}>
      <Field id={id} label={props.visit.words.rulebook.reason} help={props.help}>
        <textarea id={id} name="reason" rows={2} maxLength={1000} required />
      </Field>
      <button class="primary" type="submit">
        {props.word}
      </button>
    </PostForm>
  )
}

function Records({ page: { version }, visit }: { page: VersionPage; visit: Visit }) {
  const { rulebook: w } = visit.words
  return (
    <section class="card">
      <h2>{w.activations}</h2>
      <ol class="history">
        {version.activations.map(({ at, way, approver, author, reason }) => (
          <li class={approver === '' ? 'by-system' : undefined}>
            <time dateTime={at}>{shanghaiTime(at)}</time>
            <div>
              <b>{w.wayOf[way]}</b>
              <span class="actor">{approver}</span>
              {author ? <span class="change">{`${w.author} ${author}`}</span> : null}
              {reason ? <p class="said">{reason}</p> : null}
            </div>
          </li>
        ))}
        {version.proposals.toReversed().map(({ at, author, reason }) => (
          <li>
            <time dateTime={at}>{shanghaiTime(at)}</time>
            <div>
              <b>{w.proposals}</b>
              <span class="actor">{author}</span>
              <p class="said">{reason}</p>
            </div>
          </li>
        ))}
        <li class="by-system">
          <time dateTime={version.storedAt}>{shanghaiTime(version.storedAt)}</time>
          <div>
            <b>{w.stored}</b>
            <span class="hash">{version.hash}</span>
          </div>
        </li>
      </ol>
    </section>
  )
}
