import type { RequestHandler } from 'express'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { type ModelsPage, modelsPage } from '../../store/views/models-page.ts'
import { screen } from '../doors.ts'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { ModelCard } from './card.tsx'
import { Promote, RollBack } from './decide.tsx'
import { Differences } from './differences.tsx'
import { Drift } from './drift.tsx'
import { EstimateCard } from './estimate.tsx'
import { SideBySide } from './side-by-side.tsx'

/** The classifier: the model whose signals count, the one that answers beside it, how both do, and what may be decided. */
export function showModels(web: WebParts): RequestHandler {
  return screen(web, async (visit, _req, res) => {
    const { models: w } = visit.words
    const page = await modelsPage(web.db, visit.viewer)
    const { champion } = page
    sendPage(
      res,
      <Page at={visit} title={w.title} section="models">
        <Heading title={w.title} sub={w.subtitle}>
          <a class="button" href="/models/sample">
            {w.sample}
          </a>
        </Heading>
        {champion ? (
          <>
            <SideBySide champion={champion} challenger={page.challenger} visit={visit} />
            <Promote page={page} visit={visit} />
            <Differences page={page} visit={visit} />
            <Drift drift={page.drift} visit={visit} />
            <EstimateCard estimate={page.estimate} visit={visit} />
            <ModelCard model={champion} visit={visit} />
            <RollBack page={page} visit={visit} />
            <Activations page={page} visit={visit} />
          </>
        ) : (
          <Empty title={w.none}>{w.noneHelp}</Empty>
        )}
      </Page>,
    )
  })
}

function Activations({ page: { activations }, visit }: { page: ModelsPage; visit: Visit }) {
  const { models: w } = visit.words
  return (
    <section class="card">
      <h2>{w.activations}</h2>
      <ol class="history">
        {activations.map(({ at, way, officer, hash, reason }) => (
          <li class={officer === '' ? 'by-system' : undefined}>
            <time dateTime={at}>{shanghaiTime(at)}</time>
            <div>
              <b>{w.wayOf[way]}</b> <code>{hash.slice(0, 12)}</code>
              <span class="actor">{officer}</span>
              {reason ? <p class="said">{reason}</p> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
