import { choiceOf } from '../../../src/core/check/choice.ts'
import { citation } from '../../../src/core/check/citation.ts'
import { pairUp } from '../../../src/core/check/pair-up.ts'
import type { Act, UpheldFinding } from '../../../src/core/worksheet/act-sheet.ts'
import type { Sum, Sums } from '../../../src/core/worksheet/fine-range.ts'
import type { Proposed, WorksheetInput } from '../../../src/core/worksheet/worksheet.ts'
import { shipped } from '../../support/rulebook.ts'

export const SHIPPED_BASIS = shipped.rulebook.basis

export const NONE: Sum = { state: 'none' }
export const UNKNOWN: Sum = { state: 'unknown' }

/** Of so many yuan. */
export function known(yuan: number): Sum {
  return { state: 'known', fen: Math.round(yuan * 100) }
}

/** A finding that rests on articles of the rulebook as shipped. `condition`: by article. */
export function finding(
  ids: string[],
  more: {
    id?: string
    receivedOn?: string
    date?: string
    condition?: Record<string, string>
    version?: 'old' | 'new'
  } = {},
): UpheldFinding {
  const basis = pairUp(
    ids.map((id) => {
      const article = SHIPPED_BASIS[id]
      if (!article) throw new Error(`no article ${id}`)
      const role = article.penalty ? 'penalises' : 'violates'
      return citation(article, role, [article.from, article.to], more.condition?.[id])
    }),
    SHIPPED_BASIS,
  )
  const now = { date: more.date ?? '2026-05-01', ...(more.receivedOn && { receivedOn: more.receivedOn }) }
  const choice = choiceOf(basis, now as never, SHIPPED_BASIS, 'finding')
  return {
    id: more.id ?? ids.join(),
    code: 'TT-01',
    quote: '保本保息',
    basis,
    version: more.version ?? null,
    ...(choice && { choice }),
  }
}

export function anAct(findings: UpheldFinding[], sums: Partial<Sums> = {}, over: Partial<Act> = {}): Act {
  return {
    id: 'a1',
    title: '推介会宣传',
    findings,
    sums: { gains: UNKNOWN, fee: UNKNOWN, raised: UNKNOWN, ...sums },
    refundFen: 0,
    serious: false,
    seriousReason: '',
    ...over,
  }
}

export function anInput(acts: Act[], over: Partial<WorksheetInput> = {}): WorksheetInput {
  return {
    acts,
    party: 'unit',
    region: '440100',
    law: { conditions: {}, confirmed: [] },
    factors: [],
    limitation: { endedOn: null, foundOn: null, serious: false },
    grounds: [],
    isHeard: false,
    seat: 'same_province',
    isLowFine: null,
    proposed: null,
    isSummary: false,
    decidedOn: null,
    today: '2026-06-01',
    ...over,
  }
}

/** Whole yuan. */
export function aProposal(yuan: number, over: Partial<Proposed> = {}): Proposed {
  return {
    fineFen: yuan * 100,
    warning: false,
    criticism: false,
    confiscate: true,
    licence: false,
    closure: false,
    reason: '情节一般',
    ...over,
  }
}
