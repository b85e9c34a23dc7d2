import type { AcceptanceProposal } from '../../core/intake/acceptance.ts'
import type { Visit } from '../visit.ts'

/** What the machine proposes on acceptance, with every ground, its article and the words behind it. */
export function AcceptanceProposed({ proposal, visit }: { proposal: AcceptanceProposal; visit: Visit }) {
  const { words, language } = visit
  const w = words.calls
  return (
    <div class="acceptance">
      <p>
        <b class={`propose propose-${proposal.propose}`}>{w.acceptanceWords[proposal.propose]}</b>
      </p>
      {proposal.grounds.length > 0 ? (
        <ul>
          {proposal.grounds.map(({ why, article, quote, sure }) => (
            <li>
              {why[language]} {quote ? <q>{quote}</q> : null}
              <small>
                {article ? `${article[language]} · ` : ''}
                {w.groundSure[sure]}
              </small>
            </li>
          ))}
        </ul>
      ) : null}
      {proposal.toLookAt.length > 0 ? (
        <ul>
          {proposal.toLookAt.map((point) => (
            <li>{point[language]}</li>
          ))}
        </ul>
      ) : null}
      {proposal.livesOnAsLead ? <p class="lives-on">{w.livesOn}</p> : null}
      <p class="help">{w.acceptanceNote}</p>
    </div>
  )
}
