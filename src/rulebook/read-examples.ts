import { CHANNELS, type Channel, ENTITIES, type Entity, KINDS, type Kind } from '../core/document.ts'
import { day, has, list, oneOf, onlyKeys, text } from './fields.ts'
import type { YamlNode } from './yaml-source.ts'

/** A text beside a rule, in the circumstances it needs. */
export interface Example {
  text: string
  kind?: Kind
  date?: string
  region?: string
  entity?: Entity
  channel?: Channel
}

/** One the rule must find, with the words it quotes. */
export interface Hit extends Example {
  quote: string
  /** How the writing is disguised, in a word, when it is. */
  disguise?: string
}

/** One that looks alike and must stay silent, and why it is lawful. */
export interface Miss extends Example {
  why: string
}

export interface Examples {
  hits: Hit[]
  misses: Miss[]
}

const CIRCUMSTANCES = ['kind', 'date', 'region', 'entity', 'channel'] as const

/** Reads `<rule>.examples.yaml`: at least three hits, one of them disguised, and three near misses. */
export function readExamples(node: YamlNode): Examples {
  onlyKeys(node, ['hits', 'misses'])
  const hits = list(node.at('hits'), 3).map((item) => {
    onlyKeys(item, ['text', 'quote', 'disguise', ...CIRCUMSTANCES])
    const hit: Hit = {
      ...example(item),
      quote: typeof item.at('quote').value === 'string' ? String(item.at('quote').value) : text(item.at('quote')),
    }
    if (!hit.text.includes(hit.quote)) item.at('quote').complain('quote does not stand in the text, letter for letter')
    return has(item, 'disguise') ? { ...hit, disguise: text(item.at('disguise')) } : hit
  })
  if (hits.length > 0 && !hits.some(({ disguise }) => disguise))
    node.at('hits').complain('one hit must be disguised and say how in disguise:')
  const misses = list(node.at('misses'), 3).map((item) => {
    onlyKeys(item, ['text', 'why', ...CIRCUMSTANCES])
    return { ...example(item), why: text(item.at('why')) }
  })
  return { hits, misses }
}

function example(node: YamlNode): Example {
  return {
    text: text(node.at('text')),
    ...(has(node, 'kind') && { kind: oneOf(node.at('kind'), KINDS) }),
    ...(has(node, 'date') && { date: day(node.at('date')) }),
    ...(has(node, 'region') && { region: text(node.at('region')) }),
    ...(has(node, 'entity') && { entity: oneOf(node.at('entity'), ENTITIES) }),
    ...(has(node, 'channel') && { channel: oneOf(node.at('channel'), CHANNELS) }),
  }
}
