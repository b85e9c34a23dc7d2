import type { Said } from '../clock/clock.ts'
import { dueOf } from '../clock/due.ts'
import { bareEnd, dayOf, dueOfRun, hasRun, isInTime, lastDay } from './clock-runs.ts'
import { runningClock, trackOf } from './evolve.ts'
import type { Input, Matter } from './matter.ts'
import type { FactValue, Procedure } from './move.ts'

/** What a condition looks at. `input` is null while nothing has been filled in: conditions on it then keep silent. */
export interface Situation {
  procedure: Procedure
  matter: Matter
  /** When the move happens. */
  at: string
  input: Input | null
}

/** Why a move is closed; null where the condition holds. */
export type Condition = (situation: Situation) => Said | null

/** The conditions a move may name under `needs`, each with the words for whoever meets it. */
export const CONDITIONS: Readonly<Record<string, Condition>> = {
  // Persons
  two_handlers: ({ matter }) =>
    unless(matter.handlers.length >= 2, '须有两名以上办案人员（程序规定第十九、二十二条）', 'two handlers are needed'),
  handlers_fit: ({ matter, input }) => {
    const officers = input?.handlers as readonly string[] | undefined
    if (!officers) return null
    if (new Set(officers).size < 2) return say('须指定两名以上不同的办案人员', 'name two different officers or more')
    return unless(!officers.some((each) => matter.recused.includes(each)), '所指定人员已回避', 'one of them is recused')
  },
  not_yet_recused: ({ matter, input }) =>
    unless(!input || !matter.recused.includes(input.officer as string), '该人员已回避', 'she is recused already'),

  // Complaint
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

  // Decision, enforcement, closing
  hearing_reviewed: ({ matter }) =>
    unless(
      matter.facts.heard !== true || listOf(matter.facts.legal_grounds).includes('after_hearing'),
      '听证后未经法制审核',
      'no legal review since the hearing',
    ),
  discussed_if_serious: ({ matter, input }) =>
    unless(
      !input ||
        typeof input.discussion === 'string' ||
        (input.serious !== true && listOf(matter.facts.legal_grounds).length === 0),
      '应当法制审核的案件、情节复杂或者重大处罚，须负责人集体讨论并有记录（程序规定第六十条第二款）',
      'a case for legal review, or a serious penalty, needs a recorded collective discussion',
    ),
  summary_small: ({ input }) => {
    if (!input) return null
    const isWarning = input.penalty === 'warning'
    const fine = typeof input.fine_fen === 'number' ? input.fine_fen : 0
    const most = input.party === 'person' ? 20_000 : 300_000
    return unless(
      isWarning ? fine === 0 : fine > 0 && fine <= most,
      '当场处罚限于警告，或者对自然人二百元以下、对单位三千元以下罚款（第六十六条）',
      'on the spot only a warning, or a fine up to 200 yuan for a person and 3,000 for a body',
    )
  },
  summary: ({ matter }) => unless(matter.facts.summary === true, '不是简易程序案件', 'not decided on the spot'),
  not_summary: ({ matter }) =>
    unless(matter.facts.summary !== true, '简易程序案件不适用', 'not for a case decided on the spot'),
  referral_first: ({ matter }) =>
    unless(
      !isReferralOpen(matter),
      '涉嫌犯罪移送未办结，不得以行政处罚代替移送',
      'a criminal referral is on its way: no penalty in its stead',
    ),
  no_open_referral: ({ matter }) =>
    unless(!isReferralOpen(matter), '涉嫌犯罪移送未办结', 'a criminal referral is on its way'),
  challenge_in_time: (situation) =>
    unless(inTime(situation, 'T36') !== false, '提请复议期限已过', 'the period for a challenge has passed'),
  police_answered: ({ matter }) =>
    unless(
      ['none', 'done'].includes(trackOf(matter, 'police')),
      '移送公安的事项未办结',
      'the referral to the police is not finished',
    ),
  penalty: ({ matter }) => unless(matter.facts.outcome === 'penalty', '不是行政处罚决定', 'no penalty was decided'),
  no_penalty: ({ matter }) =>
    unless(matter.facts.outcome === 'no_penalty', '不是不予处罚决定', 'the decision is a penalty'),
  not_demanded: ({ matter }) => unless(matter.facts.demanded !== true, '已经催告', 'demanded already'),
  court_time_left: (situation) =>
    unless(
      inTime(situation, 'T26:court') !== false,
      '申请人民法院强制执行的期限已过',
      'the period to ask the court has passed',
    ),
  at_court: ({ matter }) => unless(matter.facts.at_court === true, '未申请人民法院强制执行', 'no court was asked'),
  duties_met: ({ procedure, matter }) => {
    const open = DUTIES.filter((clock) => runningClock(matter, clock))
    return unless(
      open.length === 0,
      `尚有告知、公示等义务未履行：${open.map((key) => `${titleOf(procedure, key).zh}（${key}）`).join('、')}`,
      `duties are not met yet: ${open.map((key) => `${titleOf(procedure, key).en} (${key})`).join(', ')}`,
    )
  },
}

/** Clocks of duties owed to others, which no archive may bury. */
const DUTIES = ['T01', 'T02', 'T04', 'T07', 'T08', 'T14', 'T28', 'T29', 'T30', 'T31', 'T34', 'T37']

/** Reported to the principal head and undecided, or approved and not handed over. */
function isReferralOpen(matter: Matter): boolean {
  return matter.pending.some(({ move }) => move === 'refer_to_police') || trackOf(matter, 'police') === 'approved'
}

function isOver({ procedure, matter, at }: Situation, name: string): boolean {
  const run = runningClock(matter, name)
  return run !== undefined && hasRun(procedure, run, at)
}

function inTime({ procedure, matter, at }: Situation, name: string): boolean | undefined {
  const run = runningClock(matter, name)
  return run && isInTime(procedure, run, at)
}

/** Whether a clock's last day is over; told with the day where it is not. */
export function notYetOver(procedure: Procedure, matter: Matter, name: string, at: string): Said | null {
  const run = runningClock(matter, name)
  if (!run) return notRunning(procedure, [name])
  if (hasRun(procedure, run, at)) return null
  const due = dueOfRun(procedure, run)
  const last = due.dueAlt ?? due.due
  const { zh, en } = titleOf(procedure, name)
  return say(
    `期限“${zh}”未满（${last ?? '无法计算'}）`,
    `the period "${en}" is not over (${last ?? 'cannot be counted'})`,
  )
}

/** What waits for a period that has not begun, or has ended. */
export function notRunning(procedure: Procedure, names: readonly string[]): Said {
  const titles = names.map((name) => titleOf(procedure, name))
  return say(
    `期限${titles.map(({ zh }) => `“${zh}”`).join('、')}没有在计算`,
    `no period runs for ${titles.map(({ en }) => `"${en}"`).join(', ')}`,
  )
}

/** @param key of a clock, with its variant where it has one */
function titleOf({ clocks }: Procedure, key: string): Said {
  return clocks[key.split(':')[0]!]!.title
}

function listOf(value: FactValue | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : []
}

function unless(holds: boolean, zh: string, en: string): Said | null {
  return holds ? null : say(zh, en)
}

export function say(zh: string, en: string): Said {
  return { zh, en }
}
