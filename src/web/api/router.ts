import express, { type RequestHandler, type Router } from 'express'
import { problem } from '../../core/problem.ts'
import type { WebParts } from '../web-parts.ts'
import { check } from './check.ts'
import { correctDocument } from './correct-document.ts'
import { health, readiness } from './health.ts'
import { listClocks } from './list-clocks.ts'
import { listLeads } from './list-leads.ts'
import { openMetrics } from './metrics.ts'
import { openLead } from './open-lead.ts'
import { openApi } from './openapi.ts'
import { answerProblems } from './problem-answer.ts'
import { receiveComplaint } from './receive-complaint.ts'
import { receiveDocuments } from './receive-documents.ts'
import { showCase } from './show-case.ts'
import { showDocument } from './show-document.ts'
import { showLead } from './show-lead.ts'

/**
 * Everything programs ask: the API, its description, and what watches over the process. Mounted at `/` before the screens, it counts
 * their requests too and lets them pass.
 */
export function apiRouter(web: WebParts): Router {
  const router = express.Router()
  const metrics = openMetrics(web)
  router.use(metrics.count)

  at('/healthz', { get: health })
  at('/readyz', { get: readiness(web) })
  at('/metrics', { get: metrics.tell })
  at('/api/openapi.json', { get: openApi })
  at('/api/v1/check', { post: check(web) })
  at('/api/v1/complaints', { post: receiveComplaint(web) })
  at('/api/v1/documents', { post: receiveDocuments(web) })
  at('/api/v1/documents/:id', { get: showDocument(web) })
  at('/api/v1/documents/:id/correct', { post: correctDocument(web) })
  at('/api/v1/leads', { get: listLeads(web) })
  at('/api/v1/leads/:id', { get: showLead(web) })
  at('/api/v1/leads/:id/open', { post: openLead(web) })
  at('/api/v1/cases/:id', { get: showCase(web) })
  at('/api/v1/clocks', { get: listClocks(web) })

  router.use('/api', () => {
    throw problem('not_found')
  })
  router.use(answerProblems(web))
  return router

  /** A path and what it takes; other methods are told which. */
  function at(path: string, handlers: { get?: RequestHandler; post?: RequestHandler }): void {
    const route = router.route(path)
    if (handlers.get) route.get(handlers.get)
    if (handlers.post) route.post(handlers.post)
    const allow = Object.keys(handlers).map((method) => method.toUpperCase())
    route.all(() => {
      throw problem('request.method_not_allowed', { allow })
    })
  }
}
