import { REJECT_REASONS } from '../../actions/imports/reject-reasons.ts'
import { DISMISS_REASONS, LEAD_STATES } from '../../core/case/ruling.ts'
import { BANDS, CATEGORIES, CHANNELS, ENTITIES, FRAMES, KINDS } from '../../core/document.ts'
import { FACT_TYPES } from '../../core/extract/fact.ts'
import { GENRES } from '../../core/frame/frame.ts'
import { SIGNS_OF_OTHERS } from '../../core/frame/strongest-genre.ts'
import { PROBLEMS } from '../../core/problem.ts'
import { COMPLAINT_SCHEMAS } from './complaint-schemas.ts'
import { DOCUMENT_SCHEMAS } from './document-schemas.ts'
import { MATTER_SCHEMAS } from './matter-schemas.ts'
import {
  among,
  bilingual,
  described,
  instant,
  list,
  number,
  object,
  orNull,
  perCategory,
  ref,
  region,
  type Schema,
  sign,
  span,
  stage,
  text,
  whole,
} from './schema-parts.ts'

const circumstances = {
  'kind?': described(among(KINDS), 'Outranks the guess.'),
  'date?': described(
    { type: 'string', format: 'date' },
    'Day of conduct or publication; decides which law was in force. A paper taken in bears no day after tomorrow.',
  ),
  'until?': described({ type: 'string', format: 'date' }, 'Last day of conduct that lasted from `date` on.'),
  'region?': region,
  'entity?': among(ENTITIES),
  'channel?': among(CHANNELS),
}
const identityRole = among(['caller', 'complainant', 'reporter', 'victim', 'payer'])

const lead = {
  id: text,
  number: text,
  state: among(LEAD_STATES),
  title: text,
  kind: among(KINDS),
  band: among(BANDS),
  score: number,
  labels: list(object({ category: among(CATEGORIES), band: among(BANDS) })),
  region,
  owner: orNull(text),
  owner_name: orNull(text),
  documents: described(whole, 'How many papers stand under it.'),
  proposed_at: instant,
  updated_at: instant,
  dismiss_reason: orNull(among(DISMISS_REASONS)),
  dispatched_from: orNull(region),
  reason_gone_at: described(
    orNull(instant),
    'Since when nothing on its papers would make a lead any more; an officer decides.',
  ),
  version: described(whole, 'To be sent back with a deed; rises with each.'),
}

const yuanRange = { 'floor?': number, 'cap?': number, 'times?': { type: 'array', items: number } }
const basis = list(
  object({
    id: text,
    article: text,
    in_force: { type: 'array', items: orNull({ type: 'string', format: 'date' }) },
    role: among(['defines', 'violates', 'penalises']),
    'condition?': text,
    confidence: described(among(['V', 'V*', 'M']), 'V: text read; V*: at second hand; M: to be confirmed.'),
    'penalty?': described(
      object({
        ...yuanRange,
        'times_of?': text,
        'serious?': object(yuanRange),
        'besides?': bilingual,
        department: text,
      }),
      'Yuan, or so many times what `times_of` names.',
    ),
    'pairs?': described(list(text), 'A penalty and the articles of the same finding it punishes name each other.'),
    'alternatives?': described(
      object({ key: text, preferred: { type: 'boolean' }, why: bilingual }),
      'Penalties whose sources conflict for one breach share a key.',
    ),
    'version?': described(among(['old', 'new']), 'Set when the law changed while the conduct lasted.'),
  }),
)
const choice = described(
  object({
    because: among(['conduct_spans_change', 'decided_after_change']),
    changes: list(
      object({
        'old?': text,
        new: text,
        on: { type: 'string', format: 'date' },
        'lighter?': among(['old', 'new', 'same']),
      }),
    ),
    successors: described(basis, 'Later articles, not in force on the day of the conduct.'),
    'lighter?': among(['old', 'new', 'same']),
    note: bilingual,
  }),
  'The law changed during the conduct or since: a person chooses the version.',
)

export const SCHEMAS: Readonly<Record<string, Schema>> = {
  ...COMPLAINT_SCHEMAS,
  CheckRequest: object({ text, ...circumstances, 'id?': text }),
  CheckAnswer: object({
    id: text,
    kind: among(KINDS),
    labels: described(list(among(CATEGORIES)), 'Categories that would make a lead.'),
    scores: perCategory({ type: 'number', minimum: 0, maximum: 1 }),
    band: among(BANDS),
    findings: list(ref('Finding')),
    'procedure?': described(
      list(ref('ProcedureHint')),
      'What the intake desk is to do with the letter; raises no label.',
    ),
    'assumed?': described(
      object({
        'entity?': object({ value: among(ENTITIES), ...sign }),
        'channel?': object({ value: among(CHANNELS), ...sign }),
      }),
      'What nobody gave and was read from the text.',
    ),
    'omitted?': described(
      list(object({ code: text, count: { type: 'integer', minimum: 1 } })),
      'Findings of a rule beyond the fifty told, and facts of a type (fact:money) beyond the two hundred greatest.',
    ),
    'without_law?': described(
      list(object({ code: text, rule: text, title: bilingual, quote: text, ...span })),
      'Rules whose words are met while no article is on record for the day of the conduct.',
    ),
    facts: list(ref('Fact')),
    signals: list(ref('Signal')),
    rulebook: described(text, 'SHA-256 of the whole rulebook.'),
    model: described(text, 'SHA-256 of the classifier, or `none`.'),
  }),
  Finding: object({
    rule: described(text, 'Path of the rule.'),
    code: text,
    category: among(CATEGORIES),
    severity: { type: 'integer', minimum: 1, maximum: 4 },
    confidence: { type: 'number', minimum: 0, maximum: 1 },
    quote: described(text, 'Empty, with `start === end`, for a required thing that is absent.'),
    ...span,
    frame: among(FRAMES),
    basis,
    message: text,
    'choice?': choice,
    'overridden_by?': described(text, 'Code of the rule of a stricter local measure that is counted instead.'),
    'unscored?': among(['conditional', 'to_be_confirmed', 'overridden', 'trial']),
    'despite?': described(
      object({
        'genre?': described(among(GENRES), 'What the whole reads as, where that would have kept the rules silent.'),
        'because?': described(list(among(SIGNS_OF_OTHERS)), 'Beside `genre`: the signs it was read from.'),
        words: described(list(text), 'As written, words that would excuse it; empty where only the genre would.'),
      }),
      'Found only in a second hearing: the classifier gave the category 0.9 or more and the rules had left it below orange. It is orange at most.',
    ),
  }),
  ProcedureHint: object({ rule: text, code: text, quote: text, ...span, basis, message: text, 'choice?': choice }),
  Fact: object({
    type: among(FACT_TYPES),
    value: { anyOf: [number, text] },
    unit: described(among(['CNY', 'month', '%/year', '%', 'x', 'bed', 'person', '']), 'Money in yuan.'),
    quote: text,
    ...span,
    'basis?': among(['stated', 'implied']),
    'role?': text,
    'parts?': list(object(span)),
    'malformed?': described({ const: true }, 'A licence number that breaks the form of its sort.'),
    'working?': text,
  }),
  Signal: object({
    label: among(CATEGORIES),
    probability: { type: 'number', minimum: 0, maximum: 1 },
    spans: list(object({ ...span, weight: number })),
    'flip?': described(list(object(span)), 'Without these places the label would not be said.'),
    'passage?': described(
      object({ ...span, probability: { type: 'number', minimum: 0, maximum: 1 } }),
      'A passage that by itself would have this probability, greater than that of the whole.',
    ),
    'passages?': described(
      list(object({ ...span, probability: { type: 'number', minimum: 0, maximum: 1 } })),
      'Passages that by themselves would each have 0.8 or more, and more than the whole.',
    ),
  }),
  Paper: object({
    text,
    ...circumstances,
    'title?': text,
    'sender?': described(text, 'Platform or feed; not a private person.'),
    'external?': described(text, "The sender's own number."),
    'id?': described(
      text,
      'Stands for `external` where that is missing and `sender` is named; otherwise it counts within one batch.',
    ),
    'identity?': described(
      object({ role: identityRole, 'name?': text, 'phone?': text }),
      'Who is behind it; sealed apart, never shown with the paper.',
    ),
  }),
  PaperForm: object({
    'file?': described(
      list({ type: 'string', contentMediaType: 'application/octet-stream' }),
      'Up to 20 files of 20 MB, 64 MB together, under any field name.',
    ),
    'text?': described(text, 'Instead of files.'),
    ...circumstances,
    'title?': text,
    'sender?': text,
    'external?': described(text, 'With several files each gets `#1`, `#2`, … behind it.'),
    'id?': described(text, 'Stands for `external` where that is missing and `sender` is named.'),
    'identity.role?': identityRole,
    'identity.name?': text,
    'identity.phone?': text,
  }),
  Receipt: object({ id: text, outcome: among(['received', 'duplicate']), href: text }),
  Batch: object({
    run: described(text, 'Id of the stored run.'),
    counts: object({ received: whole, duplicate: whole, rejected: whole }),
    items: list(
      object({
        'line?': described(whole, '1-based, for a batch of lines.'),
        'name?': described(text, 'For a form.'),
        outcome: among(['received', 'duplicate', 'rejected']),
        'id?': text,
        'href?': text,
        'reason?': among(Object.keys(REJECT_REASONS)),
        'detail?': text,
        'values?': { type: 'object' },
      }),
    ),
  }),
  ...DOCUMENT_SCHEMAS,
  Lead: object({ ...lead, codes: described(list(text), 'Of the findings on its papers, worst first.') }),
  LeadPage: object({
    items: list(ref('Lead')),
    next: described(orNull(text), '`after` of the next page; null on the last.'),
  }),
  LeadDetail: object({
    ...lead,
    case: orNull(text),
    papers: described(
      list(
        object({
          id: text,
          href: text,
          stage,
          kind: among(KINDS),
          title: text,
          sender: text,
          file_name: orNull(text),
          findings: whole,
          received_at: instant,
        }),
      ),
      'Newest first, a hundred at most.',
    ),
    history: list(ref('Event')),
  }),
  OpenOrder: object({ version: whole, reason: described(text, 'Why; kept for ever.') }),
  ...MATTER_SCHEMAS,
  Event: object({
    seq: whole,
    at: instant,
    actor: described(text, 'Officer id, or `system`.'),
    actor_name: orNull(text),
    verb: text,
    reason: text,
    before: orNull({ type: 'object' }),
    after: orNull({ type: 'object' }),
  }),
  Health: object({ status: among(['ok']) }),
  Readiness: object({ status: among(['ready', 'not_ready']), reasons: list(text) }),
  Problem: object({
    type: text,
    title: described(text, 'Chinese.'),
    detail: described(text, 'What to do, English and Chinese.'),
    status: whole,
    code: among([...Object.keys(PROBLEMS), 'bug']),
    instance: text,
    'values?': { type: 'object' },
  }),
}
