import type { RequestHandler } from 'express'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { callPage } from '../../store/views/calls-list.ts'
import { screen } from '../doors.ts'
import { region } from '../format.ts'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { Card } from './card.tsx'

/** The receipt on paper: numbers, times, the next step. It names neither the caller nor the seller. */
export function showReceipt(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.calls
    const { call } = await callPage(web.db, visit.viewer, String(req.params.id))
    sendPage(
      res,
      <Page at={visit} title={w.receiptTitle} section="calls">
        <div class="receipt">
          <h1>{w.receiptTitle}</h1>
          <dl class="receipt-facts">
            <dt>{w.receiptAt}</dt>
            <dd>{shanghaiTime(call.calledAt)}</dd>
            {call.receivedAt ? (
              <>
                <dt>{w.receiptReceived}</dt>
                <dd>{shanghaiTime(call.receivedAt)}</dd>
              </>
            ) : null}
            <dt>{w.receiptBureau}</dt>
            <dd>{region(call.region, visit)}</dd>
          </dl>
          {call.card ? <Card card={call.card} visit={visit} /> : null}
          <p class="receipt-note">{w.receiptNote}</p>
        </div>
      </Page>,
    )
  })
}
