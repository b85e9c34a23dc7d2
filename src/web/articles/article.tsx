import type { RequestHandler } from 'express'
import { useActiveRulebook } from '../../actions/rulebook/use-active-rulebook.ts'
import { may } from '../../core/access/viewer.ts'
import { shanghaiDay, shanghaiTime } from '../../core/clock/shanghai.ts'
import { type ArticlePage, articlePage } from '../../store/views/articles.ts'
import { screen } from '../doors.ts'
import { Code } from '../layout/chips.tsx'
import { Field, PostForm } from '../layout/form.tsx'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { articleId, articlePath } from './article-path.ts'
import { Printable } from './printable.tsx'

/** One article: what we say of it in short, who cites it, and the official text as two people vouch for it. */
export function showArticle(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { words, language } = visit
    const { articles: w } = words
    const page = await articlePage(web.db, visit.viewer, (await useActiveRulebook(web)).rulebook, articleId(req))
    const { article, codes, state, isPrintable } = page
    const title =
      language === 'zh' ? `${article.title.zh}${article.article.zh}` : `${article.title.en}, ${article.article.en}`
    sendPage(
      res,
      <Page at={visit} title={title} section="articles">
        <p class="crumbs">
          <a href="/articles">{w.title}</a>
          <span>{article.id}</span>
        </p>
        <Heading title={title} sub={words.document.inForce(article.from, article.to ?? words.document.now)}>
          <Printable state={state} isPrintable={isPrintable} words={words} />
        </Heading>
        <div class="split">
          <div>
            <section class="card">
              <h2>{w.records}</h2>
              {page.records.length === 0 ? <p class="help">{w.noRecords}</p> : null}
              {page.records.map((record) => (
                <Record record={record} isNewest={record === page.records[0]} visit={visit} />
              ))}
            </section>
            <RecordForm page={page} visit={visit} />
          </div>
          <aside>
            <section class="card">
              <h2>{w.gist}</h2>
              <p class="help">{w.gistHelp}</p>
              <p>{article.gist[language]}</p>
              <dl class="facts">
                <dt>{w.confidence}</dt>
                <dd title={words.terms.basisConfidenceHelp[article.confidence]}>
                  {words.terms.basisConfidence[article.confidence]}
                </dd>
                <dt>{w.rules}</dt>
                <dd class="codes">
                  {codes.map((code) => (
                    <Code code={code} />
                  ))}
                </dd>
              </dl>
            </section>
          </aside>
        </div>
      </Page>,
    )
  })
}

interface RecordProps {
  record: ArticlePage['records'][number]
  isNewest: boolean
  visit: Visit
}

function Record({ record, isNewest, visit }: RecordProps) {
  const { articles: w } = visit.words
  const { decision } = record
  return (
    <article class="article-record">
      <h3>
        {w.number(record.number)}
        {record.stands ? <span class="verified verified-yes">{w.stands}</span> : null}
      </h3>
      <blockquote class="quote official" lang="zh-CN">
        {record.text}
      </blockquote>
      <dl class="facts">
        <dt>{w.source}</dt>
        <dd>{record.source}</dd>
        <dt>{w.readOn}</dt>
        <dd>{record.readOn}</dd>
      </dl>
      <p class="under">{w.recordedBy(record.recordedByName, shanghaiTime(record.recordedAt))}</p>
      {decision ? (
        <p class="under">
          {w[decision.verdict === 'approved' ? 'approvedBy' : 'refusedBy'](
            record.decidedByName,
            shanghaiTime(decision.at),
          )}
          {decision.note ? <q class="said">{decision.note}</q> : null}
        </p>
      ) : isNewest ? (
        <DecideForm record={record} visit={visit} />
      ) : null}
    </article>
  )
}

function DecideForm({ record, visit }: Omit<RecordProps, 'isNewest'>) {
  const { articles: w } = visit.words
  if (!may(visit.viewer, 'article.approve')) return null
  if (record.recordedBy === visit.viewer.officerId) return <p class="note">{w.ownRecord}</p>
  return (
    <PostForm visit={visit} action={`${articlePath(record.articleId)}/confirm`} class="ruling">
      <input type="hidden" name="record" value={record.id} />
      <Field id="decide-note" label={w.note} help={w.noteHelp}>
        <input id="decide-note" name="note" maxLength={1000} autocomplete="off" />
      </Field>
      <button class="uphold" type="submit" name="verdict" value="approved">
        {w.approve}
      </button>
      <button type="submit" name="verdict" value="refused">
        {w.refuse}
      </button>
    </PostForm>
  )
}

function RecordForm({ page, visit }: { page: ArticlePage; visit: Visit }) {
  const { articles: w } = visit.words
  if (!may(visit.viewer, 'article.record')) return null
  return (
    <section class="card actions">
      <details class="deed" open={page.records.length === 0}>
        <summary>{w.record}</summary>
        <p class="help">{w.recordHelp}</p>
        <PostForm
          visit={visit}
          version={page.records[0]?.number ?? 0}
          action={`${articlePath(page.article.id)}/record`}
        >
          <Field id="record-text" label={w.text}>
            <textarea id="record-text" name="text" rows={6} maxLength={20_000} lang="zh-CN" required />
          </Field>
          <Field id="record-source" label={w.source} help={w.sourceHelp}>
            <input id="record-source" name="source" maxLength={500} autocomplete="off" required />
          </Field>
          <Field id="record-read-on" label={w.readOn}>
            <input id="record-read-on" name="readOn" type="date" max={shanghaiDay(visit.now)} required />
          </Field>
          <button class="primary" type="submit">
            {w.submit}
          </button>
        </PostForm>
      </details>
    </section>
  )
}
