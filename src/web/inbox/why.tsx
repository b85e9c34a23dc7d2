import type { DocumentPage, FindingOnPage } from '../../store/views/document-page.ts'
import { Code } from '../layout/chips.tsx'
import { Standing } from '../layout/standing.tsx'
import { shorten } from '../shorten.ts'
import type { Visit } from '../visit.ts'

const MOST_OPEN = 4

/** A finding with its number on the paper's own page. */
interface Place {
  finding: FindingOnPage
  number: number
}

/** Every place where one rule was met; the first speaks for it. */
interface Reason {
  first: Place
  others: Place[]
}

/** Why the lead was proposed, rule by rule, each with the ruling that stands; what was dismissed comes last. */
export function Why({ page, visit }: { page: DocumentPage; visit: Visit }) {
  const { lead: w } = visit.words
  const { findings } = page
  if (findings.length === 0) return null
  const address = `/documents/${page.document.id}`
  const reasons = reasonsOf(findings)
  const open = reasons.filter(({ first }) => !isDismissed(first)).slice(0, MOST_OPEN)
  const folded = reasons.filter((reason) => !open.includes(reason))
  const ruled = (verdict: string) => findings.filter(({ rulings }) => rulings.at(-1)?.verdict === verdict).length
  return (
    <section class="card">
      <h2>{w.why}</h2>
      <p class="help">{w.whyHelp}</p>
      <p class="tally">
        <b>{w.ruled(findings.length, ruled('dismissed'), ruled('upheld'))}</b> <span>{w.ruledHelp}</span>
      </p>
      <ul class="why">
        {open.map((reason) => (
          <li class={`sev-${reason.first.finding.severity}`}>
            <Title place={reason.first} address={address} visit={visit} />
            <Body reason={reason} address={address} visit={visit} />
          </li>
        ))}
        {folded.map((reason) => (
          <li class={`folded sev-${reason.first.finding.severity}${isDismissed(reason.first) ? ' is-dismissed' : ''}`}>
            <details>
              <summary>
                <Code code={reason.first.finding.code} /> <span class="name">{titleOf(reason.first, visit)}</span>
                <Ruled place={reason.first} visit={visit} />
              </summary>
              <Body reason={reason} address={address} visit={visit} />
              <a href={`${address}#f-${reason.first.number}`}>{visit.words.document.toText}</a>
            </details>
          </li>
        ))}
      </ul>
      <a class="more" href={address}>
        {w.whyMore(findings.length)}
      </a>
    </section>
  )
}

interface PlaceProps {
  place: Place
  address: string
  visit: Visit
}

function Title({ place, address, visit }: PlaceProps) {
  return (
    <>
      <a href={`${address}#f-${place.number}`}>
        <Code code={place.finding.code} /> {titleOf(place, visit)}
      </a>
      <Ruled place={place} visit={visit} />
    </>
  )
}

function Ruled({ place, visit }: Omit<PlaceProps, 'address'>) {
  const standing = place.finding.rulings.at(-1)
  return standing ? <Standing ruling={standing} words={visit.words} /> : null
}

function Body({ reason, address, visit }: { reason: Reason; address: string; visit: Visit }) {
  const { finding } = reason.first
  const { lead: w } = visit.words
  const message = finding.message[visit.language]
  return (
    <>
      {finding.quote && !message.includes(finding.quote) ? <q class="quote">{shorten(finding.quote, 80)}</q> : null}
      <p>{message}</p>
      <p class="law">
        {finding.basis
          .filter(({ role }) => role === 'violates')
          .slice(0, 2)
          .map(({ article }) => (
            <span>{article}</span>
          ))}
      </p>
      {reason.others.length > 0 ? (
        <details class="again">
          <summary>{w.again(reason.others.length, reason.others.filter(isDismissed).length)}</summary>
          <ul>
            {reason.others.map((place) => (
              <li class={isDismissed(place) ? 'is-dismissed' : undefined}>
                <a class="name" href={`${address}#f-${place.number}`}>
                  {shorten(place.finding.quote || place.finding.message[visit.language], 40)}
                </a>
                <Ruled place={place} visit={visit} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

/** Rules worst first, those dismissed everywhere last; within a rule the place that still stands speaks first. */
function reasonsOf(findings: readonly FindingOnPage[]): Reason[] {
  const ranked = findings
    .map((finding, at): Place => ({ finding, number: at + 1 }))
    .sort(
      (a, b) =>
        Number(isDismissed(a)) - Number(isDismissed(b)) ||
        b.finding.severity - a.finding.severity ||
        b.finding.confidence - a.finding.confidence,
    )
  return [...new Set(ranked.map(({ finding }) => finding.code))].map((code) => {
    const [first, ...others] = ranked.filter(({ finding }) => finding.code === code)
    return { first: first!, others }
  })
}

function isDismissed({ finding }: Place): boolean {
  return finding.rulings.at(-1)?.verdict === 'dismissed'
}

function titleOf({ finding }: Place, { language }: Visit): string {
  return finding.ruleTitle?.[language] ?? finding.code
}
