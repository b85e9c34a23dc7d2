import type { Said } from '../clock/clock.ts'
import { dayOf } from './clock-runs.ts'
import { say } from './conditions/situation.ts'
import type { Actor, Matter, Proposal } from './matter.ts'
import type { Move } from './move.ts'

/** Why somebody may not make or propose a move; empty where she may. */
export function whyNotHers(matter: Matter, move: Move, actor: Pick<Actor, 'officerId' | 'role'>): Said[] {
  const why: Said[] = []
  if (!move.by.includes(actor.role)) why.push(say('不属于您的职责', 'not within your role'))
  return [...why, ...whyNoLonger(matter, move, actor.officerId)]
}

/** Why a proposal no longer stands with its proposer: recused since, or no more a handler. */
export function whyNoLonger(matter: Matter, move: Move, officerId: string): Said[] {
  const why: Said[] = []
  if (matter.recused.includes(officerId)) why.push(say('已回避，不得参与本案', 'recused from this matter'))
  if (move.handler === 'only' && !matter.handlers.includes(officerId))
    why.push(say('限本案办案人员（由负责人指定）', 'only for a handler of the case, whom a head names'))
  if (move.handler === 'never' && matter.everHandlers.includes(officerId))
    why.push(say('本案办案人员不得审核或者主持听证', 'not for anyone who ever handled the case'))
  return why
}

/** By whose power a proposal may be decided; or why not by this actor. */
export type Power = { onBehalfOf: string | null } | { why: Said[] }

/**
 * Who decides on a proposal: a head, or whoever a head lent the power to on that day. Neither she nor that head may have proposed it,
 * have handled the case, be recused, or be the one whose recusal is asked.
 */
export function powerOver(matter: Matter, move: Move, proposal: Proposal, actor: Actor, now: string): Power {
  const powers = powersOf(move, actor, dayOf(now))
  if (powers.length === 0)
    return {
      why: [
        move.approval === 'principal'
          ? say('须由正职负责人或者主持工作的负责人批准', 'for the principal head, or who is in charge')
          : say('须由负责人批准', 'for a head'),
      ],
    }
  let why: Said[] = []
  for (const onBehalfOf of powers) {
    why = [actor.officerId, ...(onBehalfOf === null ? [] : [onBehalfOf])].flatMap((id) => bars(matter, proposal, id))
    if (why.length === 0) return { onBehalfOf }
  }
  return { why }
}

/** Null is her own power. */
function powersOf(move: Move, actor: Actor, today: string): (string | null)[] {
  const own = actor.role === 'head' && (move.approval === 'head' || actor.isPrincipal)
  const lent = actor.delegations.filter(
    ({ from, to, inCharge }) => from <= today && today <= to && (move.approval === 'head' || inCharge),
  )
  return [...(own ? [null] : []), ...lent.map(({ by }) => by)]
}

function bars(matter: Matter, proposal: Proposal, officerId: string): Said[] {
  const why: Said[] = []
  if (officerId === proposal.by) why.push(say('提出人不得批准', 'never the proposer'))
  if (matter.everHandlers.includes(officerId)) why.push(say('办案人员不得批准本案', 'never a handler of the case'))
  if (matter.recused.includes(officerId)) why.push(say('已回避，不得参与本案', 'recused from this matter'))
  if (officerId === proposal.input.officer) why.push(say('不得决定本人的回避', 'never her own recusal'))
  return why
}
