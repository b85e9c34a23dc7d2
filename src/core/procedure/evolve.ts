import type { Change, ClockRun, Matter, MatterEvent } from './matter.ts'

/** The matter after an event. The first is made of nothing. */
export function evolve(matter: Matter | null, event: MatterEvent): Matter {
  const after: Matter = matter ? structuredClone(matter) : blank(event)
  if (event.matter !== after.id || event.seq !== after.version + 1)
    throw new Error(`event ${event.seq} of ${event.matter} does not follow version ${after.version} of ${after.id}`)
  after.version = event.seq
  for (const change of event.changes) carryOut(after, structuredClone(change), event)
  return after
}

/** The matter as its events tell it. */
export function replay(events: readonly MatterEvent[]): Matter {
  const matter = events.reduce<Matter | null>(evolve, null)
  if (!matter) throw new Error('a matter without events')
  return matter
}

/** The run of a clock that has not ended; by key, or by id whatever its length. */
export function runningClock(matter: Pick<Matter, 'clocks'>, name: string): ClockRun | undefined {
  return matter.clocks.find((run) => run.endedAt === null && isNamed(run, name))
}

export function isNamed(run: { key: string }, name: string): boolean {
  return run.key === name || run.key.startsWith(`${name}:`)
}

export function trackOf(matter: Pick<Matter, 'tracks'>, name: string): string {
  return matter.tracks[name] ?? 'none'
}

function blank(event: MatterEvent): Matter {
  return {
    id: event.matter,
    kind: 'lead',
    opening: event.move,
    state: '',
    tracks: {},
    version: 0,
    since: event.at,
    handlers: [],
    everHandlers: [],
    recused: [],
    facts: {},
    clocks: [],
    pauses: [],
    pending: [],
  }
}

function carryOut(matter: Matter, change: Change, event: MatterEvent) {
  if ('clock' in change) return changeClock(matter, change, event)
  if ('pause' in change) {
    if (change.pause === 'begin') matter.pauses.push({ cause: change.cause, clocks: change.clocks, from: change.from })
    else matter.pauses = matter.pauses.filter(({ cause }) => cause !== change.cause)
    return
  }
  if ('pending' in change) {
    if (change.pending === 'add') matter.pending.push({ id: event.seq, ...change.proposal })
    else matter.pending = matter.pending.filter(({ id }) => id !== change.id)
    return
  }
  if ('clear' in change) {
    for (const name of change.names) delete matter.facts[name]
    // Where even the notice counts no longer, what was approved for it does not either. A hearing held leaves both standing.
    if (change.names.includes('noticed')) delete matter.penalty
    return
  }
  switch (change.set) {
    case 'kind':
      matter.kind = change.to
      return
    case 'state':
      matter.state = change.to
      matter.since = event.at
      return
    case 'track':
      matter.tracks[change.name] = change.to
      return
    case 'handlers':
      matter.handlers = change.to
      matter.everHandlers = [...new Set([...matter.everHandlers, ...change.to])]
      return
    case 'recused':
      matter.recused = [...new Set([...matter.recused, change.officer])]
      matter.handlers = matter.handlers.filter((each) => each !== change.officer)
      return
    case 'penalty':
      matter.penalty = { ...matter.penalty, [change.of]: change.to }
      return
    case 'facts':
      Object.assign(matter.facts, change.to)
  }
}

function changeClock(matter: Matter, change: Extract<Change, { clock: string }>, event: MatterEvent) {
  if (change.clock === 'start') {
    const { key, id, variant, eventAt } = change
    matter.clocks.push({
      key,
      clock: id,
      variant,
      eventAt,
      startedBy: event.seq,
      steps: [],
      endedAt: null,
      endedBy: null,
    })
    return
  }
  const run = matter.clocks.find(({ key, endedAt }) => key === change.key && endedAt === null)
  if (!run) throw new Error(`event ${event.seq} changes ${change.key}, which does not run`)
  if (change.clock === 'step') {
    run.steps.push(change.step)
  } else if (change.clock === 'resume') {
    for (const step of run.steps)
      if (step.op === 'suspend' && step.to === null && step.cause === change.cause) step.to = change.to
  } else {
    run.endedAt = change.at
    run.endedBy = event.seq
  }
}
