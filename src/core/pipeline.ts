import type { CompiledRulebook } from './check/compile.ts'
import { type Checked, check } from './check/run.ts'
import type { Category, Channel, Circumstances, Entity, Kind } from './document.ts'
import { type OmittedFacts, readFacts } from './extract/extract.ts'
import type { Fact } from './extract/fact.ts'
import { channelSign } from './frame/channel.ts'
import { entitySign } from './frame/entity.ts'
import type { Framing } from './frame/frame.ts'
import { frameDocument } from './frame/frame-document.ts'
import { markOf, type SignOf } from './frame/sign.ts'
import type { CleanText } from './normalise/clean-text.ts'
import { normalise } from './normalise/normalise.ts'
import type { Assessment, Signal } from './score/assessment.ts'
import { fingerprint } from './score/fingerprint.ts'
import { score } from './score/score.ts'
import { hearAgain, toHearAgain } from './second-hearing.ts'

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

/** A paper, and the day (`YYYY-MM-DD`) that stands in for a date that nobody gave, and is then marked as assumed. */
export interface Received {
  paper: Paper
  receivedOn: string
}

/**
 * The path: normalise, extract, frame, check, classify, score; where the classifier plainly hears what the rules do not, check and score again.
 * `receivedOn` (`YYYY-MM-DD`) stands in for a date that nobody gave, and is marked as assumed.
 */
export function assess(paper: Paper, receivedOn: string, compiled: CompiledRulebook, model?: Model): Assessment {
  const read = readPaper({ paper, receivedOn }, normalise(paper.text, compiled.targets))
  return assessment(read, check(read.clean, read.facts, read.framing, read.circumstances, compiled), compiled, model)
}

/**
 * What {@link assess} says of each paper, in their order. Of a group of papers each step of the path is taken for all before the next:
 * its tables stay at hand, which spares a sixth of the time. No more than a group is held.
 */
export function* assessAll(
  papers: readonly Received[],
  compiled: CompiledRulebook,
  model?: Model,
): Generator<Assessment, void> {
  for (let from = 0; from < papers.length; ) {
    const group = groupFrom(papers, from)
    from += group.length
    const clean = group.map(({ paper }) => normalise(paper.text, compiled.targets))
    const read = group.map((one, i) => readPaper(one, clean[i]!))
    const checked = read.map((one) => check(one.clean, one.facts, one.framing, one.circumstances, compiled))
    for (let i = 0; i < read.length; i++) yield assessment(read[i]!, checked[i]!, compiled, model)
  }
}

/** Papers and characters of a group: what is held of them at one time is small beside the tables. A longer paper is a group by itself. */
export const GROUP = { papers: 1024, characters: 2 ** 17 } as const

function groupFrom(papers: readonly Received[], from: number): readonly Received[] {
  let to = from + 1
  let characters = papers[from]!.paper.text.length
  for (; to < papers.length && to - from < GROUP.papers; to++) {
    characters += papers[to]!.paper.text.length
    if (characters > GROUP.characters) break
  }
  return papers.slice(from, to)
}

/** A paper of which everything is known that no rule tells. */
interface ReadPaper {
  clean: CleanText
  facts: Fact[]
  unread: readonly OmittedFacts[]
  framing: Framing
  kindGiven: boolean
  circumstances: Circumstances
}

function readPaper({ paper, receivedOn }: Received, clean: CleanText): ReadPaper {
  const { facts, omitted: unread } = readFacts(clean, paper.links)
  const framing = frameDocument(clean, facts, paper.kind)
  const kindGiven = paper.kind !== undefined && paper.kind !== 'unknown'
  const kind = kindGiven ? paper.kind! : framing.guessedKind
  const circumstances = circumstancesOf(paper, kind, receivedOn, readSigns(clean, kind, facts))
  return { clean, facts, unread, framing, kindGiven, circumstances }
}

function assessment(
  paper: ReadPaper,
  checked: Checked,
  compiled: CompiledRulebook,
  model: Model | undefined,
): Assessment {
  const { clean, facts, unread, framing, kindGiven, circumstances } = paper
  const { procedure, withoutLaw, marked } = checked
  const { outranking, rulebook } = compiled
  const signals = model?.classify(clean) ?? []
  const reading = {
    genre: framing.genre,
    kindGiven,
    marked: signals.length > 0 ? marked() : [],
    outranking,
    length: clean.text.length,
  }
  const first = score(checked.findings, signals, reading, rulebook.scoring)
  const unheard = toHearAgain(signals, first.bands, rulebook.scoring)
  const again = unheard.length === 0 ? undefined : hearAgain(paper, checked, unheard, compiled)
  const { findings, omitted } = again ?? checked
  const { scores, bands, band, labels, reasons } = again
    ? score(findings, signals, { ...reading, heardAgain: again.categories }, rulebook.scoring)
    : first
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
