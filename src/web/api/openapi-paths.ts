import { BANDS, CATEGORIES, KINDS } from '../../core/document.ts'
import { DESKS } from '../../store/views/inbox.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: string) => ({ 'application/json': { schema: ref(name) } })
const answers = (description: string, name: string) => ({ description, content: json(name) })
const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})

const UNAUTHORISED = {
  401: failure('No live bearer token: `auth.required`.'),
  403: failure('The role of the officer may not do it: `auth.forbidden`.'),
}
const NOT_FOUND = { 404: failure('There is none, or it lies outside the region of the token: `not_found`.') }
const BODY = {
  400: failure('The body is not what its Content-Type says: `request.malformed`.'),
  413: failure('`request.too_large`.'),
  415: failure('`request.unsupported_media`.'),
  422: failure(
    'A field holds what it may not: `form.invalid` with `values.field` and `values.allowed`; or `intake.empty`.',
  ),
}

const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Chosen by the client, 1 to 200 printable ASCII characters, for the retries of one request.',
  schema: { type: 'string', pattern: '^[!-~]{1,200}$' },
}
const query = (name: string, schema: object, description: string) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})

export const PATHS = {
  '/healthz': {
    get: {
      summary: 'Is the process alive?',
      security: [],
      responses: { 200: answers('It is.', 'Health') },
    },
  },
  '/readyz': {
    get: {
      summary: 'Can it serve: database, schema, queue?',
      security: [],
      responses: { 200: answers('It can.', 'Readiness'), 503: answers('Not now, and why.', 'Readiness') },
    },
  },
  '/metrics': {
    get: {
      summary: 'Numbers for Prometheus; no personal data.',
      security: [],
      responses: {
        200: { description: 'Text format 0.0.4.', content: { 'text/plain': { schema: { type: 'string' } } } },
      },
    },
  },
  '/api/openapi.json': {
    get: {
      summary: 'This description.',
      security: [],
      responses: {
        200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
      },
    },
  },
  '/api/v1/check': {
    post: {
      summary:
        'Check a text of at most 500,000 characters; nothing is kept. The same answer as `scan`. Of white space and zero-width characters alone there is nothing to check: `intake.empty`.',
      requestBody: { required: true, content: json('CheckRequest') },
      responses: { 200: answers('What the machine says of it.', 'CheckAnswer'), ...UNAUTHORISED, ...BODY },
    },
  },
  '/api/v1/complaints': {
    post: {
      summary: 'Hand in a complaint, a report, or both in one, as another platform holds it.',
      description:
        'It makes the same matters as a call: a complaint and a report go their own ways with their own clocks, counted from `received_at`. ' +
        'Told again under the same `platform` and `external`, they are brought up to date and never doubled; their clocks stay. ' +
        'Whoever is named under `people` is kept among the identities alone.',
      parameters: [KEY],
      requestBody: { required: true, content: json('Complaint') },
      responses: {
        200: answers('Known already: `updated` or `unchanged`.', 'ReceivedComplaint'),
        201: answers('Opened.', 'ReceivedComplaint'),
        ...UNAUTHORISED,
        ...BODY,
        409: failure('`form.stale`, `intake.external_reused`, `request.idempotency_reused` or `request.in_progress`.'),
      },
    },
  },
  '/api/v1/documents': {
    post: {
      summary: 'Hand papers in.',
      description:
        'One paper as JSON; files in a form, with fields said of all of them (`identity.role`, `identity.name`, `identity.phone`); or a ' +
        'batch of up to 200 MB, one JSON paper a line of at most 5 MB. Several papers are a stored run, and a bad one stops no other. ' +
        'A paper is one delivery per officer, sender and number: the same again answers `duplicate` with the first one. Without a ' +
        'number the Idempotency-Key stands for it. A `region` must lie within that of the officer behind the token.',
      parameters: [KEY],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: ref('Paper') },
          'multipart/form-data': { schema: ref('PaperForm') },
          'application/x-ndjson': { schema: { type: 'string', description: 'Lines of `Paper`.' } },
        },
      },
      responses: {
        202: {
          description: 'Taken in; processing follows. One paper answers `Receipt`, several `Batch`.',
          headers: {
            'Idempotency-Replayed': { description: '`true` when it is the stored answer.', schema: { type: 'string' } },
          },
          content: { 'application/json': { schema: { anyOf: [ref('Receipt'), ref('Batch')] } } },
        },
        ...UNAUTHORISED,
        ...BODY,
        409: failure('`intake.external_reused`, `request.idempotency_reused` or `request.in_progress`.'),
      },
    },
  },
  '/api/v1/documents/{id}': {
    get: {
      summary: 'Where a paper stands and what the machine says of it.',
      parameters: [ID],
      responses: { 200: answers('The paper.', 'Document'), ...UNAUTHORISED, ...NOT_FOUND },
    },
  },
  '/api/v1/documents/{id}/correct': {
    post: {
      summary: 'The officer behind the token corrects circumstances of the paper; it is assessed again.',
      description:
        'Appended with what stood before and why; earlier assessments are kept under `superseded`. The answer is the paper assessed again ' +
        '(a very long one waits for a worker and says so by its `stage`). What says nothing new adds nothing.',
      parameters: [ID, KEY],
      requestBody: { required: true, content: json('CorrectOrder') },
      responses: {
        200: answers('The paper as it stands now.', 'Document'),
        ...UNAUTHORISED,
        ...NOT_FOUND,
        ...BODY,
        409: failure('`form.stale`, `document.not_assessed`, `request.idempotency_reused` or `request.in_progress`.'),
      },
    },
  },
  '/api/v1/leads': {
    get: {
      summary: 'Leads, worst first, then oldest first.',
      parameters: [
        query('desk', { enum: DESKS, default: 'all' }, '`all` are those waiting for a decision.'),
        query('category', { enum: CATEGORIES }, 'Among its labels.'),
        query('band', { enum: BANDS }, ''),
        query('kind', { enum: KINDS }, ''),
        query('from', { type: 'string', format: 'date' }, 'First day of proposal, Asia/Shanghai.'),
        query('to', { type: 'string', format: 'date' }, 'Last day of proposal, Asia/Shanghai.'),
        query('q', { type: 'string' }, 'Words in its papers; pieces between spaces are phrases, all must be there.'),
        query('limit', { type: 'integer', minimum: 1, maximum: 200, default: 50 }, ''),
        query('after', { type: 'string' }, '`next` of the page before.'),
      ],
      responses: {
        200: answers('One page.', 'LeadPage'),
        ...UNAUTHORISED,
        422: failure('A filter that is none: `form.invalid`.'),
      },
    },
  },
  '/api/v1/clocks': {
    get: {
      summary: 'Statutory periods that run, the first to end first; those whose end cannot be told come last.',
      parameters: [
        query('clock', { type: 'string' }, 'One of them, as in `rules/clocks.yaml`: `T06`.'),
        query('officer', { type: 'string' }, 'Officer id: those she handles or, where nobody does, took in.'),
        query('limit', { type: 'integer', minimum: 1, maximum: 500, default: 100 }, ''),
      ],
      responses: {
        200: answers('The board.', 'ClockBoard'),
        ...UNAUTHORISED,
        422: failure('A filter that is none: `form.invalid`.'),
      },
    },
  },
  '/api/v1/leads/{id}': {
    get: {
      summary: 'A lead with its papers and history.',
      parameters: [ID],
      responses: { 200: answers('The lead.', 'LeadDetail'), ...UNAUTHORISED, ...NOT_FOUND },
    },
  },
  '/api/v1/leads/{id}/open': {
    post: {
      summary: 'The officer behind the token makes a case of the lead.',
      parameters: [ID, KEY],
      requestBody: { required: true, content: json('OpenOrder') },
      responses: {
        201: answers('The case.', 'Case'),
        ...UNAUTHORISED,
        ...NOT_FOUND,
        ...BODY,
        409: failure('`form.stale`, `lead.closed`, `request.idempotency_reused` or `request.in_progress`.'),
      },
    },
  },
  '/api/v1/cases/{id}': {
    get: {
      summary: 'A case with its history.',
      parameters: [ID],
      responses: { 200: answers('The case.', 'CaseDetail'), ...UNAUTHORISED, ...NOT_FOUND },
    },
  },
} as const
