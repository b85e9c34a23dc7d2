import type { LiveCheck } from '../../actions/calls/live-check.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import type { Category } from '../../core/document.ts'
import type { Fact } from '../../core/extract/fact.ts'
import type { MissingElement } from '../../core/intake/missing-elements.ts'
import type { CallReading } from '../../core/intake/read-call.ts'
import type { Procedure } from '../../core/procedure/move.ts'
import { surenessOf } from '../../core/score/assessment.ts'
import { factValue } from '../format.ts'
import { shorten } from '../shorten.ts'
import type { Visit } from '../visit.ts'
import { AcceptanceProposed } from './acceptance-proposed.tsx'
import { KnownSellers } from './known-seller.tsx'

/** What is seen in a call so far. For whoever takes it; nothing here is read out. */
export function LivePanel({ visit, check, procedure }: { visit: Visit; check: LiveCheck; procedure: Procedure }) {
  const { reading, sellers, similar, bySameCaller } = check
  const w = visit.words.calls
  return (
    <section class="card">
      <h2>{w.live}</h2>
      <p class="help">{w.liveNote}</p>
      {sellers.length > 0 ? (
        <>
          <h3>{w.known}</h3>
          <KnownSellers sellers={sellers} visit={visit} />
        </>
      ) : null}
      <Earlier title={w.sameCaller} matters={bySameCaller} procedure={procedure} visit={visit} />
      <h3>{w.missing}</h3>
      <Missing missing={reading.missing} visit={visit} />
      {reading.call.wants === 'both' ? <p class="call-split">{w.split}</p> : null}
      <Shown reading={reading} visit={visit} />
      <Hints reading={reading} visit={visit} />
      <h3>{w.likely}</h3>
      <Likely reading={reading} visit={visit} />
      {reading.acceptance ? (
        <>
          <h3>{w.acceptance}</h3>
          <AcceptanceProposed proposal={reading.acceptance} visit={visit} />
        </>
      ) : null}
      <Earlier title={w.similar} matters={similar} procedure={procedure} visit={visit} />
      <Facts facts={reading.assessment.facts} visit={visit} />
    </section>
  )
}

export function Missing({ missing, visit }: { missing: readonly MissingElement[]; visit: Visit }) {
  const { words, language } = visit
  const w = words.calls
  if (missing.length === 0) return <p class="good">{w.missingNone}</p>
  return (
    <ul class="missing">
      {missing.map(({ of, title, ask, isRequired, article }) => (
        <li class={isRequired ? 'is-required' : undefined}>
          <b>{title[language]}</b>
          <span class="chip" title={article?.[language]}>
            {w.cardFor[of]} · {isRequired ? w.required : w.helpful}
          </span>
          <span class="ask">{ask[language]}</span>
        </li>
      ))}
    </ul>
  )
}

function Shown({ reading: { call, split }, visit }: { reading: CallReading; visit: Visit }) {
  const w = visit.words.calls
  if (call.wants !== 'both') return null
  return (
    <ul class="shown-by">
      {(['complaint', 'report'] as const).flatMap((of) =>
        split[of].slice(0, 2).map(({ quote, because }) => (
          <li>
            <span class="chip">{w.cardFor[of]}</span> <q>{shorten(quote, 40)}</q> <small>{w.because(because)}</small>
          </li>
        )),
      )}
    </ul>
  )
}

/** What the desk has to do beside: a report told again, the channel that decides the law. The rest stands under its own heading. */
function Hints({ reading: { assessment }, visit }: { reading: CallReading; visit: Visit }) {
  const others = assessment.procedure.filter(({ code }) => !TOLD_ELSEWHERE.includes(code))
  if (others.length === 0) return null
  return (
    <ul class="hints">
      {others.map(({ message }) => (
        <li>{message[visit.language]}</li>
      ))}
    </ul>
  )
}

/** Split, missing, investor, elsewhere, profit: shown with what they lead to. */
const TOLD_ELSEWHERE = ['PX-01', 'PX-02', 'PX-03', 'PX-04', 'PX-06']

function Likely({ reading: { assessment }, visit }: { reading: CallReading; visit: Visit }) {
  const { calls: w, terms } = visit.words
  const signalled = assessment.signals
    .filter(({ probability }) => surenessOf(probability) === 'likely')
    .map(({ label }) => label)
  const likely = [...new Set<Category>([...assessment.labels, ...signalled])]
  if (likely.length === 0) return <p class="help">{w.likelyNone}</p>
  return (
    <ul class="likely">
      {likely.map((category) => (
        <li>
          <span class={`category category-${category}`}>{terms.category[category]}</span>
          {quotesFor(assessment.findings, category).map((quote) => (
            <q>{quote}</q>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** Two at most; what several rules quote alike is told once. */
function quotesFor(findings: CallReading['assessment']['findings'], category: Category): string[] {
  const told = findings.filter((finding) => finding.category === category && finding.quote !== '')
  return [...new Set(told.map(({ quote }) => shorten(quote, 40)))].slice(0, 2)
}

function Earlier(props: {
  title: string
  matters: readonly (LiveCheck['bySameCaller'][number] & { likeness?: number })[]
  procedure: Procedure
  visit: Visit
}) {
  const { title, matters, procedure, visit } = props
  if (matters.length === 0) return null
  const w = visit.words.calls
  return (
    <>
      <h3>{title}</h3>
      <ul class="earlier">
        {matters.map(({ number, kind, state, receivedAt, likeness }) => (
          <li>
            {number === '' ? null : <b class="number">{number} </b>}
            {visit.words.matters.kind[kind as 'complaint']} · {procedure.states[state]?.[visit.language] ?? state} ·{' '}
            {shanghaiDay(receivedAt)}
            {likeness === undefined ? null : <small> {w.alike(Math.round(likeness * 100))}</small>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Facts({ facts, visit }: { facts: readonly Fact[]; visit: Visit }) {
  const { calls: w, terms } = visit.words
  const told = new Map<string, { name: string; value: string }>()
  for (const fact of facts) {
    if (fact.type === 'disguise') continue
    const [name, value] = [terms.fact[fact.type], factValue(fact, visit)]
    told.set(`${name} ${value}`, { name, value })
  }
  if (told.size === 0) return null
  return (
    <>
      <h3>{w.factsRead}</h3>
      <ul class="call-facts">
        {[...told.values()].slice(0, 12).map(({ name, value }) => (
          <li>
            <span>{name}</span> <b>{value}</b>
          </li>
        ))}
      </ul>
    </>
  )
}
