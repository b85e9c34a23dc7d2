import type { RequestHandler } from 'express'
import { render } from 'preact-render-to-string'
import { isRegion } from '../../core/regions/region.ts'
import { screen } from '../doors.ts'
import { type Fields, textField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'
import { RegionOptions } from './region-input.tsx'
import { regionsLike } from './regions-offered.ts'

/** Regions as options of a field's list: `GET /regions?q=临平&within=330000`. */
export function showRegions(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const query = req.query as Fields
    const within = textField(query, 'within')
    const codes = regionsLike(textField(query, 'q').slice(0, 40), isRegion(within) ? within : '000000')
    res
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(render(<RegionOptions codes={codes} visit={visit} />))
  })
}
