import type { RequestHandler } from 'express'
import { may } from '../../core/access/viewer.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { SAMPLE_ANSWERS, type SampleAnswer } from '../../core/learn/draw.ts'
import { type SampledPaper, samplePage } from '../../store/views/sample-page.ts'
import { screen } from '../doors.ts'
import { region } from '../format.ts'
import { PostForm } from '../layout/form.tsx'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { EstimateCard } from './estimate.tsx'

/** One key an answer, for the paper at the top. */
const KEYS: Record<SampleAnswer, string> = { yes: 'y', no: 'n', cannot_tell: 'u' }

/** Papers drawn at random from those nobody flagged: is there something in them? One keystroke each. */
export function showSample(web: WebParts): RequestHandler {
  return screen(web, async (visit, _req, res) => {
    const { models: w } = visit.words
    const page = await samplePage(web.db, visit.viewer)
    sendPage(
      res,
      <Page at={visit} title={w.sample} section="models">
        <p class="crumbs">
          <a href="/models">{w.title}</a>
        </p>
        <Heading title={w.sample} sub={w.sampleSub(page.openCount)} />
        <EstimateCard estimate={page.estimate} visit={visit} />
        {page.open.length === 0 ? <Empty title={w.sampleNone}>{w.sampleNoneHelp}</Empty> : null}
        {page.open.map((paper, at) => (
          <Paper paper={paper} isFirst={at === 0} visit={visit} />
        ))}
        {page.answered.length > 0 ? (
          <details class="card answered">
            <summary>{w.sampleAnswered(page.answered.length)}</summary>
            {page.answered.map((paper) => (
              <Paper paper={paper} isFirst={false} visit={visit} />
            ))}
          </details>
        ) : null}
      </Page>,
    )
  })
}

function Paper({ paper, isFirst, visit }: { paper: SampledPaper; isFirst: boolean; visit: Visit }) {
  const { models: w, document } = visit.words
  const { documentId, title, week, excerpt, isLong, answer } = paper
  return (
    <article class="card sampled" data-sample={isFirst ? '' : undefined}>
      <h2>
        <a href={`/documents/${documentId}`}>{title || document.untitled}</a>
        <small>{`${region(paper.region, visit)} · ${week}`}</small>
      </h2>
      {answer ? (
        <p class="help">{w.sampleSaid(w.answerOf[answer.answer], answer.officer, shanghaiTime(answer.at))}</p>
      ) : null}
      {answer?.answer === 'yes' ? <a href={`/documents/${documentId}#missed`}>{w.sampleMark}</a> : null}
      {may(visit.viewer, 'sample.answer') ? (
        <PostForm visit={visit} action={`/models/sample/${documentId}`} class="answers">
          {SAMPLE_ANSWERS.filter((one) => one !== answer?.answer).map((one) => (
            <button type="submit" name="answer" value={one} data-key={KEYS[one]} class={`answer-${one}`}>
              {w.answerOf[one]} {isFirst ? <kbd>{KEYS[one]}</kbd> : null}
            </button>
          ))}
        </PostForm>
      ) : null}
      <p class="excerpt">
        {excerpt.replace(/\n\s*\n/g, '\n')}
        {isLong ? '…' : ''}
      </p>
    </article>
  )
}
