import type { Said } from '../clock/clock.ts'
import type { IntakeFacts } from './intake-facts.ts'
import type { ResponsibilityTable, Sign, SubjectMatter } from './responsibility.ts'

/** A matter that an intake is about, and what shows it. */
export interface Concern {
  matter: SubjectMatter
  why: Why[]
}

/** What shows it: the finding, the label, the body or channel, what an officer stated, a word of the text. */
export type Why =
  | { by: 'finding'; code: string; title: Said; quote: string }
  | { by: 'label'; label: string }
  | { by: 'entity'; entity: string }
  | { by: 'channel'; channel: string }
  | { by: 'note'; note: string; says: Said }
  | { by: 'word'; quote: string }
  | { by: 'asks'; asks: 'complaint' | 'report' }

/** What an intake is about, in the order of the table. Nothing here is a judgement: it says whom it may concern. */
export function concernsOf(table: ResponsibilityTable, facts: IntakeFacts): Concern[] {
  return Object.values(table.matters).flatMap((matter) => {
    const why = matter.signs.flatMap((sign) => whyOf(table, sign, facts) ?? [])
    return why.length === 0 ? [] : [{ matter, why: once(why) }]
  })
}

/** Undefined where a part of the sign does not hold. */
function whyOf(table: ResponsibilityTable, sign: Sign, facts: IntakeFacts): Why[] | undefined {
  const why: Why[] = []
  const coded = facts.findings.filter(({ code }) => sign.codes.includes(code))
  if (sign.codes.length > 0) {
    if (coded.length === 0) return undefined
    why.push(...coded.map(asWhy))
  }
  if (sign.category !== null) {
    const found = facts.findings.filter(
      ({ code, category, severity }) =>
        category === sign.category && severity >= sign.severity && !sign.codes.includes(code),
    )
    if (found.length === 0) return undefined
    why.push(...found.map(asWhy))
  }
  if (sign.label !== null) {
    if (!facts.labels.includes(sign.label)) return undefined
    why.push({ by: 'label', label: sign.label })
  }
  if (sign.entity !== null) {
    if (facts.entity !== sign.entity) return undefined
    why.push({ by: 'entity', entity: sign.entity })
  }
  if (sign.channels.length > 0) {
    if (!sign.channels.includes(facts.channel)) return undefined
    why.push({ by: 'channel', channel: facts.channel })
  }
  if (sign.note !== null) {
    const says = table.notes[sign.note]
    if (!says || !facts.notes.includes(sign.note)) return undefined
    why.push({ by: 'note', note: sign.note, says })
  }
  if (sign.words.length > 0) {
    const word = sign.words.find((each) => facts.text.includes(each))
    if (word === undefined) return undefined
    why.push({ by: 'word', quote: word })
  }
  return why
}

function asWhy({ code, title, quote }: IntakeFacts['findings'][number]): Why {
  return { by: 'finding', code, title, quote }
}

function once(why: readonly Why[]): Why[] {
  const seen = new Set<string>()
  return why.filter((each) => {
    const key = each.by === 'finding' ? each.code : JSON.stringify(each)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
