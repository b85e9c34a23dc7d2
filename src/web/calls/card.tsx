import type { VNode } from 'preact'
import { may } from '../../core/access/viewer.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { ReadOutCard } from '../../core/intake/read-out-card.ts'
import type { Procedure } from '../../core/procedure/move.ts'
import type { callPage } from '../../store/views/calls-list.ts'
import { Page } from '../layout/page.tsx'
import type { Visit } from '../visit.ts'
import { FollowUpForm, FollowUps } from './follow-ups.tsx'

export type CallShown = Awaited<ReturnType<typeof callPage>>

/** The call as taken: the card to be read out, large, and below it what else belongs to it. */
export function CardPage({ visit, page, procedure }: { visit: Visit; page: CallShown; procedure: Procedure }): VNode {
  const { calls: w } = visit.words
  const { call, matters, followUps } = page
  return (
    <Page at={visit} title={w.cardTitle} section="calls" script="calls.js" wide>
      <div class="heading" data-taken={call.id}>
        <div>
          <h1>{w.cardTitle}</h1>
          <p class="sub">
            {w.cardSub} · {shanghaiTime(call.calledAt)}
          </p>
        </div>
        <div class="heading-side">
          <a class="button" href={`/calls/${call.id}/receipt`}>
            {w.printReceipt}
          </a>
          <a class="button primary" href="/calls/new" data-next>
            {w.newCall}
          </a>
        </div>
      </div>
      {call.card ? <Card card={call.card} visit={visit} /> : null}
      <div class="split">
        <div>
          <section class="card">
            <h2>{w.followUps}</h2>
            <FollowUps followUps={followUps} visit={visit} />
            {matters.map(({ id, number }) => (
              <FollowUpForm matterId={id} number={number} visit={visit} />
            ))}
          </section>
        </div>
        <aside>
          <section class="card">
            <h2>{w.stateColumn}</h2>
            <ul class="earlier">
              {matters.map(({ id, number, kind, state, next }) => (
                <li>
                  {may(visit.viewer, 'matter.read') ? <a href={`/matters/${id}`}>{number}</a> : <b>{number}</b>}{' '}
                  {visit.words.matters.kind[kind as 'complaint']} · {procedure.states[state]?.[visit.language] ?? state}
                  {next ? ` · ${procedure.clocks[next.clock]?.title[visit.language] ?? next.clock} ${next.dueDay}` : ''}
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </Page>
  )
}

/** The words to be said. They judge nobody: what is suspected stays with the bureau. */
export function Card({ card, visit }: { card: ReadOutCard; visit: Visit }) {
  const { words, language } = visit
  const w = words.calls
  return (
    <article class="read-out">
      <section class="read-numbers">
        <h2>{w.cardNumber}</h2>
        {card.receipts.map(({ of, number }) => (
          <p>
            <span>{w.cardFor[of]}</span> <b class="receipt-number">{number}</b>
          </p>
        ))}
      </section>
      <section>
        <h2>{w.cardNext}</h2>
        {card.steps.map(({ of, said, explain }) => (
          <div class="read-step">
            <p>
              {card.steps.length > 1 ? <span class="chip">{w.cardFor[of]}</span> : null} {said[language]}
            </p>
            {explain.length > 0 ? (
              <details>
                <summary>{w.cardCounted}</summary>
                {explain.map((line) => (
                  <p class="help">{line[language]}</p>
                ))}
              </details>
            ) : null}
          </div>
        ))}
      </section>
      {card.toSend.length > 0 ? <Lines title={w.cardSend} lines={card.toSend} visit={visit} /> : null}
      <Lines title={w.cardKeep} lines={card.keep} visit={visit} />
      {card.remedies.length > 0 ? <Lines title={w.cardRemedies} lines={card.remedies} visit={visit} /> : null}
      <Lines title={w.cardDanger} lines={card.danger} visit={visit} strong />
    </article>
  )
}

function Lines(props: { title: string; lines: ReadOutCard['keep']; visit: Visit; strong?: boolean }) {
  return (
    <section class={props.strong ? 'read-danger' : undefined}>
      <h2>{props.title}</h2>
      <ul>
        {props.lines.map((line) => (
          <li>{line[props.visit.language]}</li>
        ))}
      </ul>
    </section>
  )
}
