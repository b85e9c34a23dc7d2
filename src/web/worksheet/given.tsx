import type { Sum } from '../../core/worksheet/fine-range.ts'
import type { WorksheetInput } from '../../core/worksheet/worksheet.ts'
import { yuan } from '../format.ts'
import type { Visit } from '../visit.ts'
import { MEASURES } from './form-proposal.tsx'

/** What the result rests on: the party, the sums found for each act, and what is proposed. */
export function Given({ input, visit }: { input: WorksheetInput; visit: Visit }) {
  const { words } = visit
  const w = words.worksheet
  const { proposed, limitation } = input
  const facts: [string, string][] = [
    [w.party, w.partyOf[input.party]],
    [w.seat, w.seatOf[input.seat]],
    ...(limitation.endedOn ? [[w.endedOn, limitation.endedOn] as [string, string]] : []),
    ...(limitation.foundOn ? [[w.foundOn, limitation.foundOn] as [string, string]] : []),
    ...(input.decidedOn ? [[w.decidedOn, input.decidedOn] as [string, string]] : []),
    ...input.acts.map(({ id, sums, refundFen }): [string, string] => [
      w.act(id),
      [
        ...(['gains', 'fee', 'raised'] as const)
          .filter((name) => sums[name].state !== 'unknown')
          .map((name) => words.shell.labelled(w.sum[name], sumText(sums[name], visit))),
        ...(refundFen > 0 ? [words.shell.labelled(w.refund, yuan(refundFen, words))] : []),
      ].join(words.shell.listStop) || w.sumState.unknown,
    ]),
  ]
  return (
    <section class="card">
      <h2>{w.given}</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
        {proposed ? (
          <>
            <dt>{w.proposal}</dt>
            <dd>
              <b>
                {[
                  ...(proposed.fineFen > 0 ? [`${w.fineShort} ${yuan(proposed.fineFen, words)}`] : []),
                  ...MEASURES.filter((measure) => proposed[measure]).map((measure) => w.measure[measure]),
                ].join(words.shell.listStop)}
              </b>
              {proposed.reason ? <p class="said">{proposed.reason}</p> : null}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

function sumText(sum: Sum, { words }: Visit): string {
  return sum.state === 'known' ? yuan(sum.fen, words) : words.worksheet.sumState[sum.state]
}
