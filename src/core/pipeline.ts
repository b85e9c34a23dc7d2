import type { CompiledRulebook } from './check/compile.ts'
import { check } from './check/run.ts'
import type { Category, Channel, Circumstances, Entity, Kind } from './document.ts'
import { readFacts } from './extract/extract.ts'
import type { Fact } from './extract/fact.ts'
import { channelSign } from './frame/channel.ts'
import { entitySign } from './frame/entity.ts'
import { frameDocument } from './frame/frame-document.ts'
import { markOf, type SignOf } from './frame/sign.ts'
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
  /** `YYYY-MM-DD`; the first day, of conduct that lasted. */
  date?: string
  /** The last day of conduct that lasted; means nothing without `date`, nor before it. */
  until?: string
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
  /** The same signals without `spans` and `flip`, which nothing is scored by; see `briefly`. */
  classifyBriefly?(clean: CleanText): Signal[]
  /** The calibrated probability of every label, however low. */
  probabilities(clean: CleanText): Record<Category, number>
}

/**
 * The path: normalise, extract, frame, check, classify, score.
 * `receivedOn` (`YYYY-MM-DD`) stands in for a date that nobody gave, and is marked as assumed.
 */
export function assess(paper: Paper, receivedOn: string, compiled: CompiledRulebook, model?: Model): Assessment {
  const clean = normalise(paper.text, compiled.targets)
  const { facts, omitted: unread } = readFacts(clean, paper.links)
  const framing = frameDocument(clean, facts, paper.kind)
  const kindGiven = paper.kind !== undefined && paper.kind !== 'unknown'
  const kind = kindGiven ? paper.kind! : framing.guessedKind
  const circumstances = circumstancesOf(paper, kind, receivedOn, readSigns(clean, kind, facts))
  const { findings, procedure, omitted, withoutLaw, marked } = check(clean, facts, framing, circumstances, compiled)
  const signals = model?.classify(clean) ?? []
  const { outranking, rulebook } = compiled
  const { scores, bands, band, labels, reasons } = score(
    findings,
    signals,
    {
      genre: framing.genre,
      kindGiven,
      marked: signals.length > 0 ? marked() : [],
      outranking,
      length: clean.text.length,
    },
    rulebook.scoring,
  )
  return {
    circumstances,
    kindGuessed: !kindGiven,
    framing,
    facts,
    findings,
    procedure,
    omitted:
      unread.length === 0
        ? omitted
        : omitted.concat(unread.map(({ type, count }) => ({ code: `fact:${type}`, count }))),
    withoutLaw,
    signals,
    scores,
    bands,
    band,
    labels,
    reasons,
    rulebook: rulebook.hash,
    model: model?.hash ?? 'none',
    fingerprint: fingerprint(clean.text),
  }
}

/** What the paper's own words say of the body and the channel. */
interface Signs {
  entity: SignOf<Entity> | undefined
  channel: SignOf<Channel> | undefined
}

function readSigns(clean: CleanText, kind: Kind, facts: readonly Fact[]): Signs {
  return { entity: entitySign(clean, kind, facts), channel: channelSign(clean, kind) }
}

function circumstancesOf(paper: Paper, kind: Kind, receivedOn: string, signs: Signs): Circumstances {
  // What was given outranks what was read.
  const entity = paper.entity === undefined || paper.entity === 'unknown' ? signs.entity : undefined
  const channel = paper.channel === undefined || paper.channel === 'unknown' ? signs.channel : undefined
  const region = paper.region ?? '000000'
  const until =
    paper.date !== undefined && paper.until !== undefined && paper.until > paper.date ? paper.until : undefined
  const dateAssumed = paper.date === undefined
  const date = paper.date ?? receivedOn
  const entityValue = entity?.value ?? paper.entity ?? 'unknown'
  const channelValue = channel?.value ?? paper.channel ?? 'unknown'
  // Most papers: put together at one go, which costs a tenth of what spreading does.
  if (until === undefined && !entity && !channel)
    return { kind, date, receivedOn, dateAssumed, region, entity: entityValue, channel: channelValue }
  return {
    kind,
    date,
    ...(until !== undefined && { until }),
    receivedOn,
    dateAssumed,
    region,
    entity: entityValue,
    ...(entity && { entityAssumed: markOf(entity) }),
    channel: channelValue,
    ...(channel && { channelAssumed: markOf(channel) }),
  }
}
