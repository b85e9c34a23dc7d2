import type { Fact, FactType } from '../../core/extract/fact.ts'
import { factValue } from '../format.ts'
import type { Visit } from '../visit.ts'
import { distinctFacts } from './distinct-facts.ts'
import { workingIn } from './working.ts'

const SHOWN_AT_ONCE = 10

/** What an officer looks for first; within one sort, in the order of the text. */
const ORDER: readonly FactType[] = [
  'annual_rate',
  'annual_irr',
  'principal',
  'prepaid_months',
  'deposit_multiple',
  'deposit',
  'monthly_fee',
  'entry_fee',
  'head_reward',
  'beds',
  'term',
  'instalments',
  'rebate',
  'discount',
  'money',
  'party',
  'licence',
  'account',
  'phone',
  'wechat',
  'qq',
  'link',
  'honour',
  'endorser',
  'state_organ',
  'disguise',
  'date',
  'place',
]

/** Names and addresses may be long; anything else is one number or word. */
const MAY_BREAK: readonly FactType[] = ['party', 'link', 'disguise', 'place', 'honour', 'endorser', 'state_organ']

/** Typed values read from the text. Addresses found in papers are shown as text, never as links. */
export function FactsTable({ facts, visit }: { facts: Fact[]; visit: Visit }) {
  const { document: w } = visit.words
  const ordered = distinctFacts(facts).toSorted((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))
  const more = ordered.slice(SHOWN_AT_ONCE)
  return (
    <section class="card">
      <h2>
        {w.facts} <span class="count">{ordered.length}</span>
      </h2>
      <p class="help">{ordered.length > 0 ? w.factsHelp : w.noFacts}</p>
      {ordered.length > 0 ? <Table facts={ordered.slice(0, SHOWN_AT_ONCE)} visit={visit} /> : null}
      {more.length > 0 ? (
        <details>
          <summary>{w.factMore(more.length)}</summary>
          <Table facts={more} visit={visit} />
        </details>
      ) : null}
    </section>
  )
}

function Table({ facts, visit }: { facts: Fact[]; visit: Visit }) {
  const { words } = visit
  const w = words.document
  return (
    <table class="list small">
      <thead>
        <tr>
          <th scope="col">{w.factType}</th>
          <th scope="col">{w.factValue}</th>
          <th scope="col">{w.factQuote}</th>
          <th scope="col">{w.factHow}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr>
            <td data-label={w.factType}>{words.terms.fact[fact.type]}</td>
            <td data-label={w.factValue} class={isUnbroken(fact) ? 'value nowrap' : 'value'}>
              {factValue(fact, visit)}
            </td>
            <td data-label={w.factQuote} class="said">
              {fact.quote.length > 60 ? `${fact.quote.slice(0, 60)}…` : fact.quote}
            </td>
            <td data-label={w.factHow}>
              {fact.basis ? <span class={`how how-${fact.basis}`}>{w[fact.basis]}</span> : null}
              {fact.working ? <small class="below">{workingIn(visit.language, fact.working)}</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function isUnbroken({ type }: Fact): boolean {
  return !MAY_BREAK.includes(type)
}
