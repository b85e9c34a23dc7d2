import { runningClock, trackOf } from '../evolve.ts'
import type { Matter } from '../matter.ts'
import { type Condition, inTime, listOf, titleOf, unless } from './situation.ts'

/** What deciding, enforcing and closing wait for. */
export const DECISION: Readonly<Record<string, Condition>> = {
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
