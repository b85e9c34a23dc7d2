import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { RequestHandler } from 'express'
import { stageCounts } from '../../store/views/status.ts'
import type { WebParts } from '../web-parts.ts'

/** What one process counts of its requests, and `/metrics`, which tells it in Prometheus' text format. Numbers only. */
export function openMetrics(web: WebParts): { count: RequestHandler; tell: RequestHandler } {
  const requests = new Map<string, Counted>()
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  return {
    count(request, response, next) {
      const startedAt = performance.now()
      response.once('finish', () => {
        // The route's pattern, never the path itself: ids would make a series each.
        const route = request.route ? `${request.baseUrl}${request.route.path}` : 'none'
        const key = `method="${request.method}",route="${escaped(route)}",status="${response.statusCode}"`
        const counted = requests.get(key) ?? { number: 0, seconds: 0 }
        counted.number++
        counted.seconds += (performance.now() - startedAt) / 1000
        requests.set(key, counted)
      })
      next()
    },
    async tell(_request, response) {
      const families = [...(await ofDesk(web)), ...ofRequests(requests), ...ofProcess(delay)]
      response
        .set('Cache-Control', 'no-store')
        .type('text/plain; version=0.0.4; charset=utf-8')
        .send(`${families.flatMap(written).join('\n')}\n`)
    },
  }
}

interface Counted {
  number: number
  seconds: number
}

interface Family {
  name: string
  type: 'gauge' | 'counter'
  help: string
  /** Labels as written between the braces, and the value. */
  values: [labels: string, value: number][]
}

async function ofDesk(web: WebParts): Promise<Family[]> {
  const stages = await stageCounts(web.db)
  const queues = await web.queueCounts().catch(() => undefined)
  const jobs = Object.entries(queues ?? {}).flatMap(([queue, counts]) =>
    Object.entries(counts).map(([state, n]): [string, number] => [`queue="${escaped(queue)}",state="${state}"`, n]),
  )
  return [
    {
      name: 'sojourn_documents',
      type: 'gauge',
      help: 'Papers by stage.',
      values: Object.entries(stages).map(([stage, n]) => [`stage="${stage}"`, n]),
    },
    { name: 'sojourn_queue_up', type: 'gauge', help: 'Whether the queue answers.', values: [['', queues ? 1 : 0]] },
    { name: 'sojourn_queue_jobs', type: 'gauge', help: 'Jobs by queue and state.', values: jobs },
  ]
}

function ofRequests(requests: Map<string, Counted>): Family[] {
  const values = (of: (counted: Counted) => number) =>
    [...requests].map(([labels, counted]): [string, number] => [labels, of(counted)])
  return [
    {
      name: 'sojourn_http_requests_total',
      type: 'counter',
      help: 'Requests answered, by route and status.',
      values: values(({ number }) => number),
    },
    {
      name: 'sojourn_http_request_seconds_total',
      type: 'counter',
      help: 'Time spent answering, by route and status.',
      values: values(({ seconds }) => seconds),
    },
  ]
}

/** Since the last time somebody asked. */
function ofProcess(delay: ReturnType<typeof monitorEventLoopDelay>): Family[] {
  const { rss, heapUsed, external } = process.memoryUsage()
  const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0)
  const lag: [string, number][] = [
    ['quantile="0.5"', seconds(delay.percentile(50))],
    ['quantile="0.99"', seconds(delay.percentile(99))],
    ['quantile="1"', delay.count > 0 ? seconds(delay.max) : 0],
  ]
  delay.reset()
  return [
    {
      name: 'sojourn_process_memory_bytes',
      type: 'gauge',
      help: 'Memory of the process.',
      values: [
        ['kind="resident"', rss],
        ['kind="heap_used"', heapUsed],
        ['kind="external"', external],
      ],
    },
    {
      name: 'sojourn_process_uptime_seconds',
      type: 'gauge',
      help: 'Age of the process.',
      values: [['', process.uptime()]],
    },
    {
      name: 'sojourn_event_loop_lag_seconds',
      type: 'gauge',
      help: 'How late timers ran since the last scrape; the timer itself comes every 0.02 s.',
      values: lag,
    },
  ]
}

function written({ name, type, help, values }: Family): string[] {
  const lines = values.map(([labels, value]) => `${name}${labels ? `{${labels}}` : ''} ${value}`)
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines]
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
