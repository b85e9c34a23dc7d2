import type { ErrorRequestHandler, Response } from 'express'
import { Problem, type ProblemCode, problem } from '../../core/problem.ts'
import type { WebParts } from '../web-parts.ts'
import { WORDS } from '../words/words.ts'

/** An error as answered: `application/problem+json` (RFC 9457) with our code. */
export interface ProblemAnswer {
  type: string
  /** Chinese. */
  title: string
  /** What to do next, English and Chinese. */
  detail: string
  status: number
  code: ProblemCode | 'bug'
  /** The path asked for. */
  instance: string
  /** Values that belong to it: the field, what is allowed, ids. */
  values?: Record<string, unknown>
}

/** Answers every failure of the API; anything that is not an expected one is a bug, logged with its stack and told as no more than that. */
export function answerProblems(web: Pick<WebParts, 'log'>): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const expected = asProblem(error)
    if (!expected)
      web.log.error({ err: error, method: request.method, route: request.route?.path }, 'the API met a bug')
    sendProblem(response, expected)
  }
}

function sendProblem(response: Response, expected: Problem | undefined): void {
  const code = expected?.code ?? 'bug'
  const status = expected?.status ?? 500
  const words = (language: 'zh' | 'en') =>
    expected ? WORDS[language].problems[expected.code] : WORDS[language].problemPage.bug
  const next = FOR_PROGRAMS[code] ?? { en: words('en').next, zh: words('zh').next }
  const values = expected?.detail ?? {}
  const answer: ProblemAnswer = {
    type: `urn:sojourn-watch:problem:${code}`,
    title: words('zh').title,
    detail: `${next.en} / ${next.zh}`,
    status,
    code,
    instance: response.req.originalUrl.split('?', 1)[0]!,
    ...(Object.keys(values).length > 0 ? { values } : {}),
  }
  if (status === 401) response.set('WWW-Authenticate', 'Bearer realm="sojourn-watch"')
  if (expected?.retry) response.set('Retry-After', '1')
  if (Array.isArray(values.allow)) response.set('Allow', values.allow.join(', '))
  // What is left of an upload is not read: the connection ends with the answer.
  if (status === 413) response.set('Connection', 'close')
  response.status(status).type('application/problem+json').send(JSON.stringify(answer))
}

/** What express and its body parser throw, as one of ours. */
function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  const { type, status } = error as { type?: unknown; status?: unknown }
  const known = typeof type === 'string' ? BODY_ERRORS[type] : undefined
  if (known) return problem(known, {}, error)
  // A path with a broken %-escape, a body that ended early: the client's doing, by express's own judgement.
  if (typeof status === 'number' && status >= 400 && status < 500) return problem('request.malformed', {}, error)
  return undefined
}

const BODY_ERRORS: Record<string, ProblemCode> = {
  'entity.parse.failed': 'request.malformed',
  'entity.too.large': 'request.too_large',
  'encoding.unsupported': 'request.unsupported_media',
  'charset.unsupported': 'request.unsupported_media',
}

/** Where the words for a person at a screen would not help a program. */
const FOR_PROGRAMS: Partial<Record<ProblemCode | 'bug', { en: string; zh: string }>> = {
  'auth.required': {
    en: 'Send a live token as "Authorization: Bearer …"; an administrator makes one with "npm run admin -- token add".',
    zh: '请在 Authorization 头中提供有效令牌；令牌由管理员签发。',
  },
  'auth.forbidden': {
    en: 'The officer behind the token has no such right. Use the token of one who has.',
    zh: '令牌所属人员的角色无此权限，请换用有权限人员的令牌。',
  },
  'form.invalid': {
    en: 'See values.field for the field and values.allowed for what it may hold; the fields are described at /api/openapi.json.',
    zh: '请按 values.field 与 values.allowed 更正该字段；字段说明见 /api/openapi.json。',
  },
  'form.stale': {
    en: 'It changed since that version. Read it again, decide again, and send the new version.',
    zh: '该版本之后已被改动。请重新读取，再以新版本号提交。',
  },
  not_found: {
    en: 'There is no such thing, or it lies outside the region of the token. The routes are described at /api/openapi.json.',
    zh: '对象不存在，或不在令牌所属辖区。接口说明见 /api/openapi.json。',
  },
  'request.malformed': {
    en: 'The body is not what its Content-Type says. Send well-formed JSON in UTF-8.',
    zh: '请求体与 Content-Type 不符，请发送格式正确的 UTF-8 JSON。',
  },
  'request.too_large': {
    en: 'At most 20 MB a paper, 64 MB a form, 200 MB a batch, 500,000 characters a check. Split it and send the parts.',
    zh: '单份材料不超过 20 MB，表单 64 MB，批量 200 MB，即时检查 50 万字。请拆分后提交。',
  },
  'request.unsupported_media': {
    en: 'Use one of the media types in values.allowed.',
    zh: '请使用 values.allowed 中列出的媒体类型。',
  },
  'request.in_progress': {
    en: 'A request with this Idempotency-Key is under way. Send it again after the seconds in Retry-After.',
    zh: '相同 Idempotency-Key 的请求正在处理，请按 Retry-After 稍后重试。',
  },
  'request.idempotency_reused': {
    en: 'This Idempotency-Key was used for another request. Choose a new key for a new request.',
    zh: '该 Idempotency-Key 已用于另一请求，请为新请求换用新键。',
  },
  'request.method_not_allowed': {
    en: 'The path does not take this method; see the Allow header.',
    zh: '该路径不支持此方法，见 Allow 头。',
  },
  'intake.external_reused': {
    en: 'The sender used this number before for other content. Check "external", or leave it out.',
    zh: '同一来源的该编号此前用于其他内容，请核对 external 字段。',
  },
  'intake.empty': { en: 'Send a text or a file that holds something.', zh: '请提交非空的文字或文件。' },
  bug: {
    en: 'Something broke on our side and is on record. Try again later.',
    zh: '系统内部出错，已记录。请稍后重试。',
  },
}
