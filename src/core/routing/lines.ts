import type { Said } from '../clock/clock.ts'
import { type Concern, concernsOf, type Why } from './concerns.ts'
import { levelOf } from './duties.ts'
import type { IntakeFacts } from './intake-facts.ts'
import { inForce, type LineKind, type ResponsibilityTable, type SubjectMatter } from './responsibility.ts'

/** A way the intake may go, proposed with its reasons. */
export interface ProposedLine {
  line: LineKind
  /** The matters that bring it about, each with what shows it; a line the letter itself asks for may have none. */
  because: { matter: SubjectMatter | null; why: Why[] }[]
  /** As they stand on the day of receipt. */
  basis: { article: Said; confidence: 'V' | 'V*' | 'M' }[]
  cautions: Said[]
  isOpen: boolean
}

/**
 * The lines of one intake (一案多线), in the order of the table. A letter that reports something opens its own check; so does anything
 * found in a letter that asks for a remedy only. A line without law on that day is not proposed.
 */
export function linesFor(table: ResponsibilityTable, facts: IntakeFacts): ProposedLine[] {
  const concerns = concernsOf(table, facts)
  return Object.values(table.lines).flatMap((line) => {
    const because = [...asked(line, facts), ...concerns.filter(({ matter }) => matter.lines.includes(line.id))]
    const basis = inForce(line.articles, facts.on)
    if (because.length === 0 || !basis) return []
    return [
      {
        line,
        because,
        basis: [basis, ...leadBasis(line, because, facts)].map(({ article, confidence }) => ({ article, confidence })),
        cautions: cautionsOf(line, facts),
        isOpen: facts.opened.includes(line.id),
      },
    ]
  })
}

function asked(line: LineKind, facts: IntakeFacts): ProposedLine['because'] {
  if (line.asks === null || !facts.asks.includes(line.asks)) return []
  return [{ matter: null, why: [{ by: 'asks', asks: line.asks }] }]
}

/** What the department that takes the line answers for, in those matters. */
function leadBasis(line: LineKind, because: ProposedLine['because'], facts: IntakeFacts) {
  const level = levelOf(facts.bureau)
  return because.flatMap(({ matter }) => {
    const duties = matter?.duties.filter(
      ({ department, levels, regions }) =>
        department === line.to &&
        (level === null || levels.includes(level)) &&
        (regions.length === 0 || regions.some((prefix) => facts.bureau.startsWith(prefix))),
    )
    const first = duties?.map(({ articles }) => inForce(articles, facts.on)).find((each) => each !== undefined)
    return first ? [first] : []
  })
}

function cautionsOf(line: LineKind, { findings }: IntakeFacts): Said[] {
  return line.cautions
    .filter(({ codes }) => codes.length === 0 || findings.some(({ code }) => codes.includes(code)))
    .map(({ says }) => says)
}

export type { Concern }
