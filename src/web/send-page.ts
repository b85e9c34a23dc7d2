import type { Response } from 'express'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'

/** Answer with a page. What an officer sees is kept in no cache, so that nothing is left behind at a shared desk. */
export function sendPage(res: Response, page: VNode, status = 200): void {
  res
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(`<!doctype html>${render(page)}`)
}
