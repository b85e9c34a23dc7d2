import type { RequestHandler } from 'express'
import { render } from 'preact-render-to-string'
import { suggestSellers } from '../../actions/calls/suggest-sellers.ts'
import { screen } from '../doors.ts'
import { type Fields, textField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'
import { Standing } from './known-seller.tsx'

/** Sellers on file as options of the form's list: `GET /calls/sellers?q=`. */
export function showSellers(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const found = await suggestSellers(web, visit.viewer, textField(req.query as Fields, 'q'))
    const options = found.map((seller) => (
      <div
        role="option"
        id={`seller-${seller.operator.id}`}
        class="seller"
        aria-selected="false"
        tabIndex={-1}
        data-id={seller.operator.id}
        data-name={seller.operator.name}
      >
        <b>{seller.operator.name}</b>
        <Standing seller={seller} visit={visit} />
      </div>
    ))
    const none = <p class="help">{visit.words.calls.suggestNone}</p>
    res
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(options.length > 0 ? options.map((each) => render(each)).join('') : render(none))
  })
}
