import { dayOf } from '../clock-runs.ts'
import { runningClock, trackOf } from '../evolve.ts'
import { type Condition, inTime, listOf, unless } from './situation.ts'

/** What checking, filing and investigating wait for. */
export const FILING: Readonly<Record<string, Condition>> = {
  // Competence, filing
  competence_settled: ({ matter }) =>
    unless(
      trackOf(matter, 'competence') === 'none',
      '处理权限争议未解决',
      'the dispute over competence is not settled',
    ),
  checked: ({ matter }) => unless(matter.facts.checked === true, '尚未记录线索核查', 'no check is on record'),
  conduct_not_future: ({ input, at }) =>
    unless(
      typeof input?.conduct_ended_on !== 'string' || input.conduct_ended_on <= dayOf(at),
      '行为终了日在将来',
      'the conduct cannot end in the future',
    ),
  own_hook: ({ matter }) =>
    unless(
      listOf(matter.facts.hooks).length > 0,
      '没有本部门的处罚依据（广告、不正当竞争、消费者权益、登记、价格、传销等）；仅涉嫌非法集资的，移送牵头部门',
      'no hook of our own (advertising, unfair competition, consumer law, registration, prices, pyramid selling …): suspected fundraising alone is referred to the lead department',
    ),
  penalty_in_time: (situation) =>
    unless(
      inTime(situation, 'T13') !== false,
      '超过行政处罚时效（行政处罚法第三十六条）',
      'the limitation of penalties has passed',
    ),
  fundraising_referred: ({ matter }) =>
    unless(
      matter.facts.fundraising !== true || trackOf(matter, 'lead_department') !== 'none',
      '涉嫌非法集资的线索尚未移送牵头部门',
      'the suspected fundraising has not been referred to the lead department',
    ),
  fundraising_suspected: ({ matter }) =>
    unless(matter.facts.fundraising === true, '核查未记录涉嫌非法集资', 'the check records no suspected fundraising'),
  no_time_gained: ({ matter, input }) => {
    const ours = runningClock(matter, 'T22')
    if (!input || !ours) return null
    return unless(
      Date.parse(input.into_filed_at as string) <= Date.parse(ours.eventAt),
      '只能并入立案更早的案件，办案期限不得因此延长',
      'only into a case filed earlier: joinder gains no time',
    )
  },

  // Evidence and goods
  nothing_held: ({ matter }) =>
    unless(
      trackOf(matter, 'registration') === 'none' && trackOf(matter, 'seizure') === 'none',
      '先行登记保存、查封扣押的物品尚未处理',
      'goods are still preserved or seized',
    ),
  nothing_at_test: ({ matter }) =>
    unless(trackOf(matter, 'testing') === 'none', '检验、鉴定尚未收回', 'a test is still out'),
  no_other_urgency: ({ matter }) =>
    unless(!runningClock(matter, 'T16'), '另一紧急措施尚待补批', 'another urgent measure still waits for approval'),
  urgency_in_time: (situation) =>
    unless(
      inTime(situation, 'T16') !== false,
      '超过二十四小时未补办批准，应当解除',
      'not approved within 24 hours: release',
    ),

  received_by_now: ({ input, at }) =>
    unless(
      typeof input?.received_on !== 'string' || input.received_on <= dayOf(at),
      '收到日在将来',
      'it cannot have been received in the future',
    ),
}
