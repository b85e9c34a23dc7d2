import type { CompiledRulebook } from './check/compile.ts'
import { check } from './check/run.ts'
import type { Channel, Circumstances, Entity, Kind } from './document.ts'
import { extract } from './extract/extract.ts'
import { frameDocument } from './frame/frame-document.ts'
import type { CleanText } from './normalise/clean-text.ts'
import { normalise } from './normalise/normalise.ts'
import type { Assessment, Signal } from './score/assessment.ts'
import { fingerprint } from './score/fingerprint.ts'
import { score } from './score/score.ts'

/** What the pure path is given. */
export interface Paper {
  text: string
  /** As given by the sender; outranks the guess. */
  kind?: Kind
  /** `YYYY-MM-DD`. */
  date?: string
  region?: string
  entity?: Entity
  channel?: Channel
  /** Links the reader kept, spans into `text`. */
  links?: { href: string; span: { start: number; end: number } }[]
}

/** A trained text classifier, ready to use. */
export interface Model {
  /** SHA-256 of its file. */
  hash: string
  classify(clean: CleanText): Signal[]
}

/**
 * The path: normalise, extract, frame, check, classify, score.
 * `receivedOn` (`YYYY-MM-DD`) stands in for a date that nobody gave, and is marked as assumed.
 */
export function assess(paper: Paper, receivedOn: string, compiled: CompiledRulebook, model?: Model): Assessment {
  const clean = normalise(paper.text, compiled.targets)
  const facts = extract(clean, paper.links)
  const framing = frameDocument(clean, facts, paper.kind)
  const kindGiven = paper.kind !== undefined && paper.kind !== 'unknown'
  const circumstances = circumstancesOf(paper, kindGiven ? paper.kind! : framing.guessedKind, receivedOn)
  const findings = check(clean, facts, framing, circumstances, compiled, kindGiven)
  const signals = model?.classify(clean) ?? []
  return {
    circumstances,
    kindGuessed: !kindGiven,
    framing,
    facts,
    findings,
    signals,
    ...score(findings, signals, kindGiven ? null : framing.genre, compiled.rulebook.scoring),
    rulebook: compiled.rulebook.hash,
    model: model?.hash ?? 'none',
    fingerprint: fingerprint(clean.text),
  }
}

function circumstancesOf(paper: Paper, kind: Kind, receivedOn: string): Circumstances {
  return {
    kind,
    date: paper.date ?? receivedOn,
    dateAssumed: paper.date === undefined,
    region: paper.region ?? '000000',
    entity: paper.entity ?? 'unknown',
    channel: paper.channel ?? 'unknown',
  }
}
