import { LAW_VERSIONS } from '../../core/case/law-version.ts'
import { DISMISS_REASONS, VERDICTS } from '../../core/case/ruling.ts'
import { BANDS, CATEGORIES, KINDS } from '../../core/document.ts'
import { CIRCUMSTANCE_SOURCES, CORRECTABLE } from '../../core/intake/correction.ts'
import { zh } from '../words/zh.ts'
import {
  among,
  bilingual,
  described,
  instant,
  list,
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

/** A paper as told, with what officers corrected and chose, and its earlier assessments. */
export const DOCUMENT_SCHEMAS: Readonly<Record<string, Schema>> = {
  CorrectOrder: object({
    version: described(whole, '`version` the paper was read with.'),
    changes: described(
      object(Object.fromEntries(CORRECTABLE.map((field) => [`${field}?`, orNull(text)]))),
      'New values, at least one; null takes an earlier correction back. `unknown` corrects nothing. `region` is the place of the conduct, ' +
        'which decides the local law: the paper stays with whoever handles it.',
    ),
    reason: described(text, 'Why; kept for ever.'),
  }),
  Circumstance: object({
    field: among(CORRECTABLE),
    value: described(orNull(text), 'Null when it is not known; of `until`: conduct of one day.'),
    source: described(
      among(CIRCUMSTANCE_SOURCES),
      '`assumed`: the day of receipt, for want of a better one; `none`: nobody gave it and nothing shows it.',
    ),
    'sign?': described(object(sign), 'The words it was read from.'),
    'correction?': described(whole, '`seq` of the correction that stands.'),
  }),
  Correction: object({
    seq: whole,
    field: among(CORRECTABLE),
    before: object({ value: orNull(text), source: among(CIRCUMSTANCE_SOURCES) }),
    value: described(orNull(text), 'Null: an earlier correction was taken back.'),
    reason: text,
    officer: text,
    officer_name: text,
    at: instant,
  }),
  LawVersions: object({
    matter: text,
    on: described({ type: 'string', format: 'date' }, 'First day of the later law.'),
    old: described(list(text), 'Ids of articles.'),
    new: list(text),
    note: bilingual,
    choices: described(
      list(
        object({
          seq: whole,
          version: among(LAW_VERSIONS),
          reason: text,
          officer: text,
          officer_name: text,
          at: instant,
        }),
      ),
      'Oldest first; the last one stands. Empty while nobody chose.',
    ),
  }),
  Superseded: object({
    id: text,
    at: instant,
    superseded_at: instant,
    because: described(
      among(['corrected', 'rulebook', 'model', 'again']),
      'Corrected circumstances, another rulebook or classifier, or processed again.',
    ),
    corrections: described(list(whole), '`seq` of what was corrected between it and the next one.'),
    rulings: list(
      object({
        rule: text,
        ...span,
        verdict: among(VERDICTS),
        reason: orNull(among(DISMISS_REASONS)),
        note: text,
        officer: text,
        at: instant,
      }),
    ),
    kind: among(KINDS),
    labels: list(among(CATEGORIES)),
    scores: perCategory({ type: 'number', minimum: 0, maximum: 1 }),
    band: among(BANDS),
    findings: list(ref('Finding')),
    'assumed?': { type: 'object' },
    signals: list(ref('Signal')),
    rulebook: text,
    model: text,
  }),
  Document: object({
    id: text,
    version: described(whole, 'To be sent back with a correction; rises with each change.'),
    stage,
    kind: among(KINDS),
    kind_guessed: { type: 'boolean' },
    title: text,
    region,
    received_at: instant,
    source: text,
    sender: text,
    external: orNull(text),
    file_name: orNull(text),
    row: orNull(text),
    parent: described(orNull(text), 'The sheet a row came from.'),
    sha256: text,
    unreadable: described(orNull(among(Object.keys(zh.terms.unreadable))), 'Why it could not be read.'),
    lead: orNull(text),
    text: described(orNull(text), 'As read; offsets are into this.'),
    circumstances: described(list(ref('Circumstance')), 'What decided which law applies, and where it came from.'),
    corrections: described(list(ref('Correction')), 'By officers, oldest first.'),
    law_versions: described(list(ref('LawVersions')), 'Changes of law the paper met: a person chooses the version.'),
    superseded: described(list(ref('Superseded')), 'Earlier assessments, newest first, twenty at most.'),
    assessment: orNull(ref('CheckAnswer')),
  }),
}
