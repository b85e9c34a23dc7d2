import type { DocumentPage } from '../../store/views/document-page.ts'
import { despiteOfAll, despiteWhat } from '../documents/despite.ts'
import { isDismissed, type Place, type Reason, reasonsOf, tally } from '../documents/reasons.ts'
import { Code } from '../layout/chips.tsx'
import { Standing } from '../layout/standing.tsx'
import { shorten } from '../shorten.ts'
import type { Visit } from '../visit.ts'

const MOST_OPEN = 4

/** Why the lead was proposed, rule by rule, each with the ruling that stands; what was dismissed comes last. */
export function Why({ page, visit }: { page: DocumentPage; visit: Visit }) {
  const { lead: w } = visit.words
  const { findings } = page
  if (findings.length === 0) return null
  const address = `/documents/${page.document.id}`
  const reasons = reasonsOf(findings)
  const open = reasons.filter(({ first }) => !isDismissed(first)).slice(0, MOST_OPEN)
  const folded = reasons.filter((reason) => !open.includes(reason))
  const { all, dismissed, upheld } = tally(findings)
  return (
    <section class="card">
      <h2>{w.why}</h2>
      <p class="help">{w.whyHelp}</p>
      <p class="tally">
        <b>{w.ruled(all, dismissed, upheld)}</b> <span>{w.ruledHelp}</span>
      </p>
      <HeardAgain findings={findings} visit={visit} />
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
        {w.whyMore(all)}
      </a>
    </section>
  )
}

/** What the page of the paper says of each finding of a second hearing, once for all of them. */
function HeardAgain({ findings, visit: { words } }: { findings: DocumentPage['findings']; visit: Visit }) {
  const despite = despiteOfAll(findings)
  if (!despite) return null
  const heardAgain = findings.filter((finding) => finding.despite).length
  return (
    <p class="unscored">
      {heardAgain < findings.length ? `${words.lead.heardAgain(heardAgain, findings.length)} ` : null}
      {despiteWhat(despite, words)}
    </p>
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

function titleOf({ finding }: Place, { language }: Visit): string {
  return finding.ruleTitle?.[language] ?? finding.code
}
