import { expect } from 'chai'
import { apply, openMatter } from '../../src/core/procedure/apply.ts'
import { dueOfRun } from '../../src/core/procedure/clock-runs.ts'
import { replay } from '../../src/core/procedure/evolve.ts'
import type { Act, Actor, Input, Matter, MatterEvent } from '../../src/core/procedure/matter.ts'
import { movesOpen } from '../../src/core/procedure/moves-open.ts'
import { ANN, BEN, CAI, DAN, EVE, FAY, GUO, HAN, procedure } from '../core/procedure/desk.ts'
import { addDays, begin, day, happen, isAllowed, type Model, slowEnd } from '../core/procedure/reference-model.ts'
import { REFERENCE } from '../core/procedure/reference-table.ts'

const MOVES = 10_000

describe(`${MOVES.toLocaleString('en')} random moves by random people`, function () {
  this.timeout(60_000)

  const seen = { made: new Map<string, number>(), refused: new Map<string, number>() }
  let [tried, stale, matters] = [0, 0, 0]
  let failure: unknown

  before(() => {
    const chance = chanceOf(20260602)
    try {
      while (tried < MOVES) walk(chance, ++matters)
    } catch (error) {
      failure = error
    }
  })

  it('agree with the reference at each step: what is allowed, where the matter stands, which clocks run and until when', () => {
    if (failure) throw failure
    expect(tried).to.be.at.least(MOVES)
  })

  it('met every move of the table, made and refused, and people who looked at a stale page', () => {
    if (failure) throw failure
    const moves = Object.keys(procedure.moves)
    expect(moves).to.have.members(Object.keys(REFERENCE))
    expect(
      moves.filter((move) => !seen.made.has(move)),
      'never made',
    ).to.deep.equal([])
    expect(
      moves.filter((move) => !seen.refused.has(move)),
      'never refused',
    ).to.deep.equal([])
    expect(stale).to.be.above(100)
  })

  /** One matter from its opening until it rests, or for so long. Every other one has already come some way, so that late moves are met too. */
  function walk(chance: Chance, n: number) {
    let now = at(addDays('2024-07-01', chance.upTo(760)), chance)
    const isUnderWay = n % 2 === 0
    const { model, matter: opened, events } = open(chance, n, now, isUnderWay)
    let matter = frozen(opened)
    const step = ({ act, actor }: Asked): boolean => {
      const allowed = isAllowed(model, act, actor, now)
      const applied = apply(procedure, matter, act, actor, now)
      const move = moveOf(act, model)
      const about = () =>
        `matter ${n}, ${matter.kind} ${matter.state} v${matter.version}: ${JSON.stringify(act)} by ${actor.officerId} at ${now}: ${JSON.stringify('refused' in applied ? applied : applied.events)}`
      if ('refused' in applied) {
        expect(allowed, `allowed by the reference; ${about()}`).to.equal(false)
        expect(applied.why.length).to.be.above(0)
        if (act.version !== matter.version) {
          stale++
          expect(applied.refused).to.equal('stale')
        } else if (move) count(seen.refused, move)
        return false
      }
      expect(allowed, `forbidden by the reference; ${about()}`).to.equal(true)
      if (act.op === 'make' || act.op === 'approve') count(seen.made, move!)
      if ((act.op === 'make' || act.op === 'propose') && tried % 4 === 0) {
        const shown = movesOpen(procedure, matter, actor, (act.op === 'make' && act.at) || now).moves
        const closed = shown.find((each) => each.move.id === act.move)!.closed
        expect(closed, `made though shown closed; ${about()}`).to.deep.equal([])
      }
      happen(model, act, actor, now)
      matter = frozen(applied.matter)
      events.push(...applied.events)
      compare(matter, model, about)
      compareEvents(matter, events)
      return true
    }
    if (isUnderWay)
      for (const [days, move, actor, input] of someWay(chance)) {
        now = shifted(now, 1440 * days)
        const filled = input(day(now))
        const isMade = procedure.moves[move]!.approval === null
        const asked = { version: model.version, reason: '依法办理', move, input: filled, evidence: ['e1'] }
        expect(step({ act: { ...asked, op: isMade ? 'make' : 'propose' }, actor }), move).to.equal(true)
        const approval = { version: model.version, reason: '同意', op: 'approve', proposal: model.version } as const
        if (!isMade) expect(step({ act: approval, actor: FAY })).to.equal(true)
      }
    let idle = 0
    for (let steps = 0; steps < 70 && idle < 10 && tried < MOVES; steps++) {
      now = later(now, model.state, chance)
      tried++
      idle = step(choose(chance, model, now, seen)) ? 0 : idle + 1
    }
    expect(replay(events)).to.deep.equal(matter)
  }

  /** Every matter opens in one of the ways there are, with the clocks that belong to it. */
  function open(
    chance: Chance,
    n: number,
    now: string,
    isUnderWay: boolean,
  ): { model: Model; matter: Matter; events: MatterEvent[] } {
    const opening = isUnderWay
      ? 'report'
      : chance.of([
          'complaint',
          'complaint',
          'complaint',
          'complaint',
          'report',
          'report',
          'machine_lead',
          'machine_lead',
          'officer_lead',
          'refused_complaint',
          'mediation_lead',
          'assistance_request',
        ])
    const facts = {
      advertising: chance.upTo(3) === 0,
      named: chance.upTo(2) === 0,
      missing: chance.upTo(8) === 0 ? ['identity'] : [],
      lead_inside: n % 3 === 0,
      ...(chance.upTo(2) === 0 ? { known_on: addDays(day(now), -chance.upTo(1200)) } : {}),
    }
    const opened = openMatter(
      procedure,
      { id: `m${n}`, opening, by: 'han', at: now, reason: '来件', evidence: [], facts },
      now,
    )
    const kind = opening === 'complaint' || opening === 'report' ? opening : 'lead'
    const model: Model = {
      kind,
      state:
        { machine_lead: 'proposed', assistance_request: 'assisting' }[opening as string] ??
        (kind === 'lead' ? 'checking' : 'received'),
      since: now,
      tracks: {},
      handlers: [],
      ever: new Set(),
      recused: new Set(),
      facts: { ...facts, received_on: day(now) },
      clocks: [],
      pauses: {},
      pending: [],
      version: 1,
    }
    const first = {
      complaint: 'T01',
      report: 'T06',
      officer_lead: 'T06',
      refused_complaint: 'T06',
      mediation_lead: 'T05',
      assistance_request: 'T14',
    }[opening as string]
    if (first) begin(model, first, now, day(now))
    if (kind !== 'lead' && facts.advertising) begin(model, 'T02', now, day(now))
    compare(opened.matter, model, () => `opening ${opening}`)
    return { model, ...opened }
  }
})

/** The ordinary way of a report up to some point: days waited, move, who, and what is filled in. */
function someWay(chance: Chance): [days: number, move: string, who: Actor, input: (today: string) => Input][] {
  const shared: ReturnType<typeof someWay> = [
    [1, 'take_up', ANN, () => ({})],
    [1, 'assign_handlers', DAN, () => ({ handlers: ['ann', 'ben'] })],
    [
      1,
      'record_check',
      ANN,
      () => ({
        hooks: [chance.of(['advertising', 'unfair_competition'])],
        fundraising: chance.upTo(2) === 0,
        gravity: 'ordinary',
      }),
    ],
    [1, 'file', ANN, () => ({})],
    [9, 'submit_review', ANN, () => ({ report: 'r1', legal_grounds: ['complex'] })],
    [1, 'review_agree', EVE, () => ({ review_kind: 'legal' })],
    [0, 'propose_penalty', ANN, () => ({})],
    [1, 'serve_notice', BEN, () => ({ hearing_right: true, method: '直接送达', proof: 'r2' })],
  ]
  const heard: ReturnType<typeof someWay> = [
    [0, 'call_hearing', EVE, (today) => ({ requested_on: today, hearing_on: addDays(today, 22), proof: 'r3' })],
    [22, 'hold_hearing', EVE, () => ({})],
  ]
  const decided: ReturnType<typeof someWay> = [
    [
      20,
      'decide_penalty',
      ANN,
      () => ({
        serious: false,
        discussion: 'r6',
        publication: chance.of(['same_province', 'other_province', 'none']),
      }),
    ],
    [1, 'serve_decision', BEN, () => ({ method: '直接送达', proof: 'r5' })],
  ]
  const way = [...shared, ...(chance.upTo(3) === 0 ? heard : decided)]
  return chance.upTo(3) === 0 ? way : way.slice(0, 4 + chance.upTo(way.length - 3))
}

/** The real matter stands where the reference does, clock by clock. */
function compare(matter: Matter, model: Model, about: () => string) {
  expect(
    {
      state: matter.state,
      since: matter.since,
      version: matter.version,
      handlers: matter.handlers,
      recused: matter.recused,
      pending: matter.pending.map(({ id, move, by }) => `${id} ${move} ${by}`),
      tracks: Object.entries(matter.tracks)
        .filter(([, place]) => place !== 'none')
        .sort(),
      clocks: matter.clocks.map(({ key, eventAt, endedAt, steps }) => ({ key, eventAt, endedAt, steps })),
    },
    about(),
  ).to.deep.equal({
    state: model.state,
    since: model.since,
    version: model.version,
    handlers: model.handlers,
    recused: [...model.recused],
    pending: model.pending.map(({ id, move, by }) => `${id} ${move} ${by}`),
    tracks: Object.entries(model.tracks)
      .filter(([, place]) => place !== 'none')
      .sort(),
    clocks: model.clocks.map(({ name, at: eventAt, ended, steps }) => ({
      key: name.replace('/', ':'),
      eventAt,
      endedAt: ended,
      steps,
    })),
  })
  const open = matter.clocks.filter(({ endedAt }) => endedAt === null)
  expect(
    new Set(open.map(({ clock }) => clock)).size - new Set(open.map(({ key }) => key)).size,
    about(),
  ).to.be.at.most(0)
  matter.clocks.forEach((run, i) => {
    // A clock that nothing touched since it was last compared needs no second look.
    const asked = JSON.stringify([run.key, run.eventAt, run.steps])
    if (run.endedAt !== null || COMPARED.has(asked)) return
    COMPARED.add(asked)
    const { due, dueAlt } = dueOfRun(procedure, run)
    expect({ key: run.key, due, dueAlt }, about()).to.deep.equal({ key: run.key, ...slowEnd(model.clocks[i]!) })
  })
}

const COMPARED = new Set<string>()

/** No event is lost or doubled, each says who, when and why, and whoever approved proposed nothing. */
function compareEvents(matter: Matter, events: readonly MatterEvent[]) {
  expect(events.length).to.equal(matter.version)
  const last = events.at(-1)!
  expect(last.seq).to.equal(events.length)
  expect(last.matter).to.equal(matter.id)
  expect([last.by, last.reason, last.at, last.recordedAt].every((each) => each !== '')).to.equal(true)
  expect(last.at <= last.recordedAt).to.equal(true)
  const isDecided = last.type === 'refused' || (last.type === 'made' && last.proposal !== null)
  const needsApproval = last.type === 'made' && REFERENCE[last.move]!.approval !== ''
  if (needsApproval) expect(last.proposal).to.not.equal(null)
  if (isDecided) {
    const proposal = events[last.proposal! - 1]!
    expect([proposal.type, proposal.move, proposal.by]).to.deep.equal(['proposed', last.move, last.proposedBy])
    expect([last.by, last.onBehalfOf]).to.not.include(proposal.by)
  }
}

/**
 * An act at random: for the most part one that the reference allows; often one nobody made yet, half the time one that takes the matter on, else
 * often the one made least so far.
 */
function choose(chance: Chance, model: Model, now: string, { made, refused }: Seen): Asked {
  const asked = Array.from({ length: chance.upTo(6) === 0 ? 1 : 24 }, () => anAct(chance, model, now))
  const allowed = asked.filter(({ act, actor }) => isAllowed(model, act, actor, now))
  const fair = allowed.filter(({ act }) => !isDrastic(act) || !made.has(moveOf(act, model)!) || chance.upTo(10) === 0)
  if (fair.length === 0) return chance.of(asked)
  const unrefused = asked.filter((each) => !allowed.includes(each) && !refused.has(moveOf(each.act, model)!))
  if (unrefused.length > 0 && chance.upTo(8) === 0) return chance.of(unrefused)
  const unseen = fair.filter(({ act }) => !made.has(moveOf(act, model)!))
  if (unseen.length > 0 && chance.upTo(2) === 0) return chance.of(unseen)
  const onward = fair.filter(({ act }) => act.op === 'approve' || ('move' in act && REFERENCE[act.move]!.to !== null))
  if (onward.length > 0 && chance.upTo(2) === 0) return chance.of(onward)
  const times = ({ act }: Asked) => made.get(moveOf(act, model)!) ?? 0
  return chance.upTo(2) === 0
    ? chance.of(fair)
    : fair.reduce((least, each) => (times(each) < times(least) ? each : least))
}

type Asked = { act: Act; actor: Actor }

/** How often each move was made, and refused. */
type Seen = Record<'made' | 'refused', ReadonlyMap<string, number>>

/** Moves that end a matter early, or take its people away: rarer once made, so that others reach the end. */
function isDrastic(act: Act): boolean {
  return (
    'move' in act &&
    /^(recuse|join|transfer_out|decide_summ|decline_a|close_summ|terminate_inv|not_file|return_to|withdraw_c|dismiss|refuse|investigate_f|record_performed|record_waiver|drop_hearing|review_[^a])/.test(
      act.move,
    )
  )
}

function anAct(chance: Chance, model: Model, now: string): { act: Act; actor: Actor } {
  const people = PEOPLE(now)
  const version = model.version - (chance.upTo(30) === 0 ? 1 : 0)
  const reason = '依法办理'
  if (model.pending.length > 0 && chance.upTo(2) === 0) {
    const proposal = chance.of(model.pending).id
    const actor = chance.of(chance.upTo(3) === 0 ? people : people.filter(({ role }) => role === 'head'))
    return {
      act: {
        version,
        reason,
        op: chance.of(['approve', 'approve', 'approve', 'refuse', 'withdraw'] as const),
        proposal,
      },
      actor,
    }
  }
  const fitting = Object.entries(REFERENCE).filter(([, { from }]) => from.includes(model.state))
  const [move, row] = chance.of(fitting.length > 0 && chance.upTo(20) > 0 ? fitting : Object.entries(REFERENCE))
  const fit = people.filter(({ officerId, role }) =>
    row.who.includes('*')
      ? model.handlers.includes(officerId)
      : row.who.includes(role[0] === 'h' && role !== 'head' ? 't' : role[0]!),
  )
  const actor = chance.of(fit.length > 0 && chance.upTo(5) > 0 ? fit : people)
  const asked = { version, reason, move, input: inputFor(chance, move, now), evidence: ['e1'] }
  // Now and then it is asked for in the wrong way, or told of a day or two ago.
  const isProposal = (row.approval !== '') !== (chance.upTo(40) === 0)
  if (isProposal) return { act: { ...asked, op: 'propose' }, actor }
  return { act: { ...asked, op: 'make', ...(chance.upTo(6) === 0 ? { at: earlier(now, chance) } : {}) }, actor }
}

/** Something for each field, right or wrong for the matter but readable. */
function inputFor(chance: Chance, move: string, now: string): Input {
  const fields = procedure.moves[move]!.takes
  const today = day(now)
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { type, optional, choice }]) => {
      if (optional && chance.upTo(3) === 0) return []
      const choices = choice ? Object.keys(procedure.choices[choice]!) : []
      const value = {
        flag: () => chance.upTo(2) === 0,
        text: () => '某',
        record: () => 'r1',
        day: () =>
          name === 'conduct_ended_on'
            ? addDays(today, 5 - chance.upTo(1000))
            : addDays(today, name === 'hearing_on' ? 5 + chance.upTo(20) : -chance.upTo(6)),
        instant: () => `${addDays(today, -chance.upTo(60))}T09:00:00+08:00`,
        count: () => chance.upTo(33),
        money: () => chance.of([0, 15_000, 20_000, 20_001, 300_000, 300_001]),
        officer: () => chance.of(PEOPLE(now)).officerId,
        officers: () =>
          chance.of([
            ['ann', 'ben'],
            ['ann', 'ben'],
            ['ben', 'cai'],
            ['ann', 'cai'],
            ['ann', 'ann'],
            ['cai', 'dan'],
            ['ann', 'ben', 'cai'],
          ]),
        one: () => chance.of(choices),
        some: () => choices.filter(() => chance.upTo(2) === 0),
      }[type]()
      return [[name, value]]
    }),
  )
}

/** Who is about: delegations come and go with the days. */
function PEOPLE(now: string): Actor[] {
  const lent = (by: string, inCharge: boolean, every: number) =>
    Number(day(now).slice(8)) % every === 0 ? [{ by, from: day(now), to: day(now), inCharge }] : []
  return [
    ANN,
    BEN,
    CAI,
    { ...DAN, delegations: lent('fay', false, 3) },
    { ...EVE, delegations: [...lent('fay', false, 5), ...lent('guo', true, 7)] },
    { ...FAY, delegations: lent('guo', true, 4) },
    GUO,
    HAN,
    { officerId: 'ian', role: 'analyst', isPrincipal: false, delegations: [] },
  ]
}

function moveOf(act: Act, model: Model): string | undefined {
  return 'move' in act ? act.move : model.pending.find(({ id }) => id === act.proposal)?.move
}

/** Most moves follow within hours or days, some after weeks or months. */
function later(now: string, state: string, chance: Chance): string {
  if (state === 'noticed') return shifted(now, chance.upTo(900))
  if (state === 'hearing') return shifted(now, 1440 * chance.upTo(12))
  if (state === 'enforcement') return shifted(now, chance.upTo(2) === 0 ? chance.upTo(300) : 1440 * chance.upTo(45))
  const kind = chance.upTo(60)
  if (kind < 42) return shifted(now, chance.upTo(300))
  if (kind < 56) return shifted(now, 1440 * chance.upTo(6))
  if (kind < 58) return shifted(now, 1440 * chance.upTo(40))
  return shifted(now, 1440 * chance.upTo(220))
}

function earlier(now: string, chance: Chance): string {
  return shifted(now, 720 - chance.upTo(4000))
}

function at(from: string, chance: Chance): string {
  return shifted(`${from}T08:00:00+08:00`, chance.upTo(600))
}

/** Minutes on, written in Shanghai time. */
function shifted(from: string, minutes: number): string {
  return `${new Date(Date.parse(from) + minutes * 60_000 + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}

function count(counts: Map<string, number>, name: string) {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

/** Frozen through and through: whatever changes it in place throws. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}

interface Chance {
  /** A whole number from 0, below `n`. */
  upTo(n: number): number
  of<T>(items: readonly T[]): T
}

/** mulberry32: the same moves every time. */
function chanceOf(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (n: number) => Math.floor(next() * n)
  return { upTo, of: (items) => items[upTo(items.length)]! }
}
