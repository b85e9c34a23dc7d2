import type { RequestHandler } from 'express'
import { PATHS } from './openapi-paths.ts'
import { SCHEMAS } from './openapi-schemas.ts'

/** What the API takes and answers, as OpenAPI 3.1. */
export const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'Sojourn Watch · 旅居养老市场监管工作台',
    version: '1',
    description:
      'Papers go in, leads come out; an officer decides. Findings are suspicions (线索, 涉嫌), never verdicts. ' +
      'Every error is application/problem+json with a stable `code`. Writes take an `Idempotency-Key`: the same key with the same ' +
      'request gets the same answer again, with another request 409 `request.idempotency_reused`. Keys are added to answers over time, never changed.',
  },
  servers: [{ url: '/' }],
  security: [{ bearer: [] }],
  paths: PATHS,
  components: {
    securitySchemes: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        description: 'Acts as one officer, with her role and region. Made with `npm run admin -- token add`.',
      },
    },
    schemas: SCHEMAS,
  },
} as const

/** `GET /api/openapi.json` */
export const openApi: RequestHandler = (_request, response) => {
  response.json(OPENAPI)
}
