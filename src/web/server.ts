import express from 'express'
import helmet from 'helmet'
import { apiRouter } from './api/router.ts'
import { serveAssets } from './assets.ts'
import { notFound, refuseNul, showError } from './errors.tsx'
import { routes } from './routes.ts'
import type { WebParts } from './web-parts.ts'

/** The officers' web and the API on one express application; the caller listens. */
export function createServer(web: WebParts): express.Express {
  const app = express()
  app.disable('x-powered-by')
  // A reverse proxy on this machine says by which scheme the request came; nobody farther away is believed.
  app.set('trust proxy', 'loopback')
  app.set('query parser', 'simple')
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: POLICY }, strictTransportSecurity: false }))
  app.use(apiRouter(web))
  app.use(refuseNul)
  app.use(serveAssets)
  app.use(routes(web))
  app.use(notFound(web))
  app.use(showError(web))
  return app
}

/** Nothing from elsewhere and nothing inline. `upgrade-insecure-requests` is left out: inside a bureau the desk is often served by plain http. */
const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // The call form keeps and checks itself while somebody types.
  connectSrc: ["'self'"],
  imgSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}
