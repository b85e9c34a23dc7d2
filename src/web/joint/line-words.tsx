import type { Why } from '../../core/routing/concerns.ts'
import type { LineKind } from '../../core/routing/responsibility.ts'
import { clockName } from '../matters/say.ts'
import type { JointAt } from './joint-cards.tsx'
import { replyName, shortName, whyName } from './say.ts'

/** Who takes the line. */
export function Addressee({ at, kind }: { at: JointAt; kind: LineKind }) {
  const w = at.visit.words.joint
  return <>{kind.to === 'market' && !kind.elsewhere ? w.ownLine : w.to(shortName(at, kind.to))}</>
}

/** Until when it is to be carried out or answered. */
export function Period({ at, kind }: { at: JointAt; kind: LineKind }) {
  const { visit, saying } = at
  if (kind.reply) return <>{replyName(at, kind.reply)}</>
  return <>{kind.clock ? visit.words.joint.clockOf(`${kind.clock} ${clockName(saying, kind.clock, null)}`) : null}</>
}

/** What brought it about, by matter of the table. */
export function BecauseOf({
  at,
  because,
}: {
  at: JointAt
  because: readonly { matter: string | null; why: readonly Why[] }[]
}) {
  const { table, visit } = at
  if (because.length === 0) return <p class="because">{visit.words.joint.chosenByHand}</p>
  return (
    <ul class="because">
      {because.map(({ matter, why }) => (
        <li>
          {matter ? <b>{table.matters[matter]?.title[visit.language] ?? matter}</b> : null}
          {why.slice(0, MOST_REASONS).map((each) => (
            <span class="why" title={each.by === 'finding' ? each.quote : undefined}>
              {whyName(at, each)}
            </span>
          ))}
          {why.length > MOST_REASONS ? <span class="why">+{why.length - MOST_REASONS}</span> : null}
        </li>
      ))}
    </ul>
  )
}

const MOST_REASONS = 6
