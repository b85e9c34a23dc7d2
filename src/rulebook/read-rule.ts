import type {
  BasisCondition,
  ChecklistItem,
  Rule,
  RuleBasis,
  RuleElement,
  Severity,
  Standard,
} from '../core/check/rule.ts'
import { RULE_KINDS } from '../core/check/rule.ts'
import { CATEGORIES, ENTITIES, FRAMES, KINDS } from '../core/document.ts'
import { bilingual, day, flag, has, list, number, oneOf, onlyKeys, text, texts } from './fields.ts'
import { nearestFirst } from './nearest-first.ts'
import { type KnownExceptions, readExceptions } from './read-exceptions.ts'
import type { Groups } from './read-groups.ts'
import { code, type KnownWords, matchers, within } from './read-matchers.ts'
import type { YamlNode } from './yaml-source.ts'

/** What a rule may refer to. */
export interface Known extends KnownExceptions {
  articles: ReadonlySet<string>
  groups: Groups
  standards: Readonly<Record<string, Standard>>
}

const KEYS = [
  'code',
  'purpose',
  'title',
  'status',
  'category',
  'severity',
  'confidence',
  'documents',
  'kind',
  'elements',
  'required',
  'standard',
  'missing',
  'within',
  'frames',
  'deniable',
  'outranks',
  'unless',
  'entities',
  'region',
  'overrides',
  'basis',
  'message',
  'false_positives',
  'steps',
  'owner',
  'since',
] as const

const NEEDS_STEPS: ReadonlySet<string> = new Set(['ratio', 'accumulation'])

/** Reads one rule and fills in defaults; every mistake is told at its place. */
export function readRule(node: YamlNode, id: string, known: Known): Rule {
  onlyKeys(node, KEYS)
  const kind = oneOf(node.at('kind'), RULE_KINDS)
  const isProcedure = has(node, 'purpose') && oneOf(node.at('purpose'), ['finding', 'procedure']) === 'procedure'
  if (isProcedure && has(node, 'category')) node.at('category').complain('a rule of procedure has no category')
  if (isProcedure && has(node, 'severity')) node.at('severity').complain('a rule of procedure has no severity')
  const checklist = has(node, 'standard') ? checklistOf(node, known) : undefined
  const standardElements = checklist ? known.standards[checklist.standard]!.elements : []
  const elements = [...standardElements, ...readElements(node.at('elements'), known, checklist ? 0 : 1)]
  if (kind === 'mention' && elements.length > 1)
    node.at('elements').complain('a mention has one element; use kind: nearby for several')
  if (kind === 'nearby' && elements.length < 2)
    node.at('elements').complain('nearby needs two elements or more; use kind: mention for one')
  if (elements.length > 30) node.at('elements').complain('a rule has at most 30 elements')
  const required = has(node, 'required') ? matchers(node.at('required'), known) : []
  if (kind === 'absence' && required.length === 0 && !has(node, 'standard'))
    node.complain('an absence rule names in required: what is missing, or a standard: of clauses')
  if (kind !== 'absence' && has(node, 'standard')) node.at('standard').complain('only kind: absence has a standard')
  const steps = list(node.at('steps')).map((step) => {
    onlyKeys(step, ['at_least', 'severity'])
    return {
      atLeast: number(step.at('at_least'), -1e12, 1e12),
      severity: number(step.at('severity'), 1, 4) as Severity,
    }
  })
  if (NEEDS_STEPS.has(kind) && steps.length === 0) node.complain(`kind: ${kind} needs steps: [{ at_least, severity }]`)
  if ((kind === 'ratio' || kind === 'contradiction') && elements.length < 2)
    node.at('elements').complain(`${kind} sets its first element against its second`)
  return {
    id,
    code: code(node.at('code')),
    title: bilingual(node.at('title')),
    status: oneOf(node.at('status'), ['draft', 'trial', 'active', 'retired']),
    category: isProcedure ? null : oneOf(node.at('category'), CATEGORIES),
    severity: isProcedure ? 1 : (number(node.at('severity'), 1, 4) as Severity),
    confidence: number(node.at('confidence'), 0, 1),
    documents: list(node.at('documents'), 1).map((item) => oneOf(item, KINDS)),
    kind,
    elements,
    required,
    ...(checklist && { checklist }),
    within: has(node, 'within') ? within(node.at('within')) : 'sentence',
    frames: has(node, 'frames')
      ? list(node.at('frames'), 1).map((item) => oneOf(item, FRAMES))
      : ['seller', 'complainant', 'other'],
    unless: readExceptions(node.at('unless'), known),
    deniable: flag(node, 'deniable', true),
    ...(flag(node, 'outranks') && { outranks: true }),
    ...(has(node, 'entities') && { entities: list(node.at('entities'), 1).map((item) => oneOf(item, ENTITIES)) }),
    ...(has(node, 'region') && { region: group(node.at('region'), known.groups.region) }),
    ...(has(node, 'overrides') && { overrides: list(node.at('overrides'), 1).map(code) }),
    basis: list(node.at('basis'), 1).map((item) => basis(item, known)),
    message: message(node.at('message')),
    falsePositives: texts(node.at('false_positives'), 1),
    ...(steps.length > 0 && { steps }),
  }
}

/** What a message may leave to be filled in, as `fill` in `core/check/run.ts` does. */
const PLACES: readonly string[] = ['quote', 'value', 'missing'].map((name) => `{${name}}`)

function message(node: YamlNode): { zh: string; en: string } {
  const read = bilingual(node)
  // A brace that is never closed, or that stands in Chinese width, is a slip of the same kind.
  for (const language of ['zh', 'en'] as const)
    for (const place of new Set(read[language].match(/[{｛][^{}｛｝]*[}｝]?|[}｝]/g)))
      if (!PLACES.includes(place)) node.at(language).complain(`unknown place "${place}"; allowed: ${PLACES.join(', ')}`)
  return read
}

/** The elements of a rule, or of a standard. */
export function readElements(node: YamlNode, known: KnownWords, least: number): RuleElement[] {
  return list(node, least).map((element) => {
    onlyKeys(element, ['id', 'any', 'anywhere'])
    const anywhere = flag(element, 'anywhere')
    return { id: text(element.at('id')), any: matchers(element.at('any'), known), ...(anywhere && { anywhere }) }
  })
}

function checklistOf(
  node: YamlNode,
  known: Known,
): { standard: string; items: ChecklistItem[]; missing: number } | undefined {
  const standard = text(node.at('standard'))
  const found = known.standards[standard]
  if (!found) {
    node
      .at('standard')
      .complain(
        `unknown standard "${standard}"; allowed: ${nearestFirst(standard, Object.keys(known.standards)).join(', ')}`,
      )
    return undefined
  }
  const missing = has(node, 'missing') ? number(node.at('missing'), 1, found.items.length) : 1
  return { standard, items: found.items, missing }
}

function basis(node: YamlNode, known: Known): RuleBasis {
  onlyKeys(node, ['article', 'role', 'from', 'to', 'channel', 'entity', 'region'])
  const id = text(node.at('article'))
  if (id !== '' && !known.articles.has(id)) {
    const siblings = [...known.articles].filter((article) => article.startsWith(`${id.split('/')[0]}/`))
    const allowed = siblings.length > 0 ? siblings : [...new Set([...known.articles].map((a) => a.split('/')[0]))]
    node.at('article').complain(`unknown article "${id}"; allowed: ${allowed.join(', ')}`)
  }
  const { channel, entity, region } = known.groups
  return {
    id,
    role: oneOf(node.at('role'), ['defines', 'violates', 'penalises']),
    ...(has(node, 'from') && { from: day(node.at('from')) }),
    ...(has(node, 'to') && { to: day(node.at('to')) }),
    ...(has(node, 'channel') && { channel: group(node.at('channel'), channel) }),
    ...(has(node, 'entity') && { entity: group(node.at('entity'), entity) }),
    ...(has(node, 'region') && { region: group(node.at('region'), region) }),
  }
}

function group<T>(node: YamlNode, groups: Record<string, BasisCondition<T>>): BasisCondition<T> {
  return groups[oneOf(node, Object.keys(groups))]!
}
