import type { RequestHandler } from 'express'
import { useActiveRulebook } from '../../actions/rulebook/use-active-rulebook.ts'
import { type ArticleRow, articlesList } from '../../store/views/articles.ts'
import { screen } from '../doors.ts'
import { type Fields, textField } from '../fields.ts'
import { Code } from '../layout/chips.tsx'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { articlePath } from './article-path.ts'
import { Printable } from './printable.tsx'

const MOST_CODES = 6

/** Articles the rulebook cites, with how well each is verified; at first those that wait for somebody. */
export function showArticles(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { articles: w } = visit.words
    const showsAll = textField(req.query as Fields, 'show') === 'all'
    const all = await articlesList(web.db, visit.viewer, (await useActiveRulebook(web)).rulebook)
    const open = all.filter(({ state, isPrintable }) => !isPrintable || state === 'recorded')
    const rows = showsAll ? all : open
    sendPage(
      res,
      <Page at={visit} title={w.title} section="articles">
        <Heading title={w.title} sub={w.subtitle} />
        <nav class="tabs" aria-label={w.filter}>
          <a href="/articles" aria-current={showsAll ? undefined : 'page'}>
            {w.onlyOpen} <span class="count">{open.length}</span>
          </a>
          <a href="/articles?show=all" aria-current={showsAll ? 'page' : undefined}>
            {w.all} <span class="count">{all.length}</span>
          </a>
        </nav>
        {rows.length > 0 ? <ArticlesTable rows={rows} visit={visit} /> : <Empty title={w.empty} />}
      </Page>,
    )
  })
}

function ArticlesTable({ rows, visit }: { rows: readonly ArticleRow[]; visit: Visit }) {
  const { words, language } = visit
  const { articles: w, terms } = words
  return (
    <table class="list" data-rows>
      <thead>
        <tr>
          <th scope="col">{w.article}</th>
          <th scope="col">{w.confidence}</th>
          <th scope="col">{w.state}</th>
          <th scope="col">{w.inForce}</th>
          <th scope="col">{w.rules}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ article, codes, state, isPrintable }) => (
          <tr class="row">
            <td class="main">
              <a class="title" href={articlePath(article.id)}>
                {language === 'zh'
                  ? `${article.title.zh}${article.article.zh}`
                  : `${article.title.en}, ${article.article.en}`}
              </a>
              <small class="below">{article.gist[language]}</small>
            </td>
            <td data-label={w.confidence} class="nowrap" title={terms.basisConfidenceHelp[article.confidence]}>
              {terms.basisConfidence[article.confidence]}
            </td>
            <td data-label={w.state}>
              <Printable state={state} isPrintable={isPrintable} words={words} />
            </td>
            <td data-label={w.inForce} class="nowrap">
              {article.from}
              <small class="below">– {article.to ?? words.document.now}</small>
            </td>
            <td class="codes" data-label={w.rules}>
              {codes.slice(0, MOST_CODES).map((code) => (
                <Code code={code} />
              ))}
              {codes.length > MOST_CODES ? <small>{words.inbox.moreRules(codes.length - MOST_CODES)}</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
