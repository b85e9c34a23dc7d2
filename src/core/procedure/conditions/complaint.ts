import { dueOf } from '../../clock/due.ts'
import { bareEnd } from '../clock-runs.ts'
import { type Condition, isOver, listOf, unless } from './situation.ts'

/** What accepting and mediating a complaint wait for. */
export const COMPLAINT: Readonly<Record<string, Condition>> = {
  complete: ({ matter }) =>
    unless(
      listOf(matter.facts.missing).length === 0,
      '投诉材料不齐，须先补正；收齐后办理“补正材料已收齐”',
      'papers are missing; ask for them first, and note it when they have come',
    ),
  papers_missing: ({ matter }) =>
    unless(listOf(matter.facts.missing).length > 0, '没有待补正的材料', 'no papers are missing'),
  complaint_in_time: ({ procedure, matter }) => {
    const { known_on: knownOn, received_on: receivedOn } = matter.facts
    if (typeof knownOn !== 'string' || typeof receivedOn !== 'string') return null
    const { due, dueAlt } = dueOf(procedure.clocks.T12!, knownOn, [], procedure.calendar)
    const last = dueAlt ?? due ?? bareEnd(procedure, 'T12', knownOn, null)
    return unless(last === null || receivedOn <= last, '超过三年，不予受理', 'older than three years: not accepted')
  },
  lead_lives_on: ({ matter, input }) =>
    unless(
      !input || matter.facts.lead_inside !== true || input.fundraising === true,
      '来话涉及投资款或者涉嫌非法集资，不予受理的须勾选“涉嫌非法集资”，转为线索办理',
      'the call told of an investment or of suspected fundraising: turned away as a complaint it goes on as a lead; tick that',
    ),
  mediation_time_left: (situation) =>
    unless(!isOver(situation, 'T03'), '调解期限已届满，应当终止调解', 'the period of mediation is over: terminate'),
  time_over_if_said: (situation) =>
    unless(
      situation.input?.ground !== 'time_over' || isOver(situation, 'T03'),
      '调解期限尚未届满，不能以期满为由终止',
      'the period of mediation is not over',
    ),
}
