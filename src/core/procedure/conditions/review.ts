import { dueOf } from '../../clock/due.ts'
import { dayOf, lastDay } from '../clock-runs.ts'
import { runningClock } from '../evolve.ts'
import { type Condition, isOver, listOf, say, unless } from './situation.ts'

/** What the review, the notice of a penalty and the hearing wait for. */
export const REVIEW: Readonly<Record<string, Condition>> = {
  // Review
  legal_review_kept: ({ matter, input }) =>
    unless(
      !input || listOf(matter.facts.legal_grounds).length === 0 || listOf(input.legal_grounds).length > 0,
      '此前已认定应当法制审核，再次送审仍须法制审核',
      'legal review was found necessary before; it stays so',
    ),
  hearing_is_ground: ({ input }) =>
    unless(
      !input || listOf(input.legal_grounds).includes('after_hearing'),
      '经过听证程序的，须法制审核（程序规定第五十条）',
      'after a hearing legal review is needed',
    ),
  review_of_the_kind: ({ matter, input }) =>
    unless(
      !input || (input.review_kind === 'legal') === listOf(matter.facts.legal_grounds).length > 0,
      '审核种类与送审不符',
      'not the kind of review it was submitted for',
    ),
  review_agreed: ({ matter }) => unless(matter.facts.agreed === true, '未经审核同意', 'no review has agreed'),

  // Notice and hearing
  not_heard: ({ matter }) => unless(matter.facts.heard !== true, '已经告知并听证', 'notified and heard already'),
  penalty_proposed: ({ matter }) =>
    unless(
      matter.facts.penalty_proposed === true,
      '拟处罚建议未经负责人批准，不得告知（程序规定第五十六条）',
      'no head has approved the proposed penalty, which comes before the notice',
    ),
  rights_past: (situation) => {
    const { matter } = situation
    if (matter.facts.noticed !== true) return say('尚未送达行政处罚告知书', 'the notice has not been served')
    return unless(
      !runningClock(matter, 'T19') || isOver(situation, 'T19'),
      '陈述申辩、申请听证的期限未满，当事人也未放弃',
      'the period for a statement or a hearing runs on, and nothing was waived',
    )
  },
  hearing_right: ({ matter }) =>
    unless(
      matter.facts.hearing_right === true,
      '未告知听证权利或者未达听证标准',
      'the notice gave no right to a hearing',
    ),
  asked_in_time: ({ procedure, matter, input, at }) => {
    const run = runningClock(matter, 'T19')
    if (!run) return say('申请听证的期限已终结', 'the period to ask for a hearing has ended')
    if (!input) return null
    const last = lastDay(procedure, run)
    const asked = input.requested_on as string
    return unless(
      asked >= dayOf(run.eventAt) && asked <= dayOf(at) && (last === null || asked <= last),
      '未在期限内申请听证',
      'not asked for within the period',
    )
  },
  hearing_told_in_time: ({ procedure, input, at }) => {
    if (!input) return null
    const { due } = dueOf(procedure.clocks.T20!, input.hearing_on as string, [], procedure.calendar)
    return unless(
      due !== null && dayOf(at) <= due,
      '须在听证七个工作日前通知；日历未装载的年份无法计算',
      'the notice comes seven working days before the hearing, which must be countable',
    )
  },
  hearing_day_come: ({ matter, at }) =>
    unless(dayOf(at) >= (matter.facts.hearing_on as string), '尚未到听证日', 'the day of the hearing has not come'),
}
