import { checkAnswer } from '../../actions/papers/check-answer.ts'
import type {
  CircumstanceOnPage,
  CorrectionOnPage,
  DocumentPage,
  LawMatterOnPage,
} from '../../store/views/document-page.ts'

/** A paper as the API tells it: where it came from, what decides which law applies and why, what was found, now and before. */
export function documentAnswer(page: DocumentPage) {
  const { document, origin, text, assessment, findings, facts, lead } = page
  return {
    id: document.id,
    version: document.version,
    stage: document.stage,
    kind: document.kind,
    kind_guessed: document.kindGuessed,
    title: document.title,
    region: document.region,
    received_at: document.receivedAt,
    source: origin.source,
    sender: origin.sender,
    external: origin.external,
    file_name: origin.fileName,
    row: origin.rowLocator,
    parent: origin.parentDocumentId,
    sha256: document.sha256,
    unreadable: document.unreadableReason,
    lead: lead?.id ?? null,
    /** The text as read: offsets of findings and facts are into this. */
    text: text?.text ?? null,
    circumstances: page.circumstances.map(circumstance),
    corrections: page.corrections.map(correction),
    law_versions: page.matters.map(lawVersion),
    superseded: page.superseded.map(superseded),
    assessment: assessment ? checkAnswer(document.id, { ...assessment, findings, facts }) : null,
  }
}

function circumstance({ field, value, source, sign, correction: corrected }: CircumstanceOnPage) {
  return {
    field,
    value: isKnown(value) ? value : null,
    source,
    ...(sign ? { sign } : {}),
    ...(corrected ? { correction: corrected.seq } : {}),
  }
}

function isKnown(value: string): boolean {
  return value !== '' && value !== 'unknown' && value !== '000000'
}

function correction({ seq, field, before, value, reason, officerId, officerName, at }: CorrectionOnPage) {
  return {
    seq,
    field,
    before: { value: isKnown(before.value) ? before.value : null, source: before.source },
    value,
    reason,
    officer: officerId,
    officer_name: officerName,
    at,
  }
}

function lawVersion({ key, on, old, new: later, note, choices }: LawMatterOnPage) {
  return {
    matter: key,
    on,
    old,
    new: later,
    note,
    choices: choices.map(({ seq, version, reason, officerId, officerName, at }) => ({
      seq,
      version,
      reason,
      officer: officerId,
      officer_name: officerName,
      at,
    })),
  }
}

/** Facts stay out: they are read from the same text, and the standing assessment tells them. */
function superseded(earlier: DocumentPage['superseded'][number]) {
  const { facts: _, ...told } = checkAnswer(earlier.id, { ...earlier, facts: [] })
  return {
    ...told,
    at: earlier.at,
    superseded_at: earlier.supersededAt,
    because: earlier.because,
    corrections: earlier.corrections.map(({ seq }) => seq),
    rulings: earlier.findings.flatMap(({ rule, start, end, rulings }) =>
      rulings.map(({ verdict, reason, note, officerId, at }) => ({
        rule,
        start,
        end,
        verdict,
        reason,
        note,
        officer: officerId,
        at,
      })),
    ),
  }
}
