import type { Said } from '../core/clock/clock.ts'
import {
  CITES,
  type Cited,
  COMPETENCES,
  type Dated,
  type Discretion,
  EFFECTS,
  type Factor,
  type Reading,
  type Threshold,
  WHEN,
} from '../core/worksheet/discretion.ts'
import {
  bilingual,
  day,
  entries,
  flag,
  has,
  inOrder,
  list,
  number,
  oneOf,
  onlyKeys,
  optional,
  text,
  texts,
} from './fields.ts'
import type { YamlNode } from './yaml-source.ts'

/** Reads how a penalty is measured: `rules/discretion.yaml`. */
export function readDiscretion(node: YamlNode): Omit<Discretion, 'thresholds'> {
  onlyKeys(node, ['instruments', 'cites', 'departments', 'readings', 'factors', 'bands'])
  const instruments = titlesOf(node.at('instruments'))
  const cites = entries(node.at('cites'))
  for (const name of CITES) if (!cites.some(([id]) => id === name)) node.at('cites').complain(`cites needs ${name}`)
  return {
    cites: Object.fromEntries(
      cites.map(([id, at]) => {
        oneOf({ ...at, value: id }, CITES)
        onlyKeys(at, ['cites', 'confidence'])
        return [id, readCited(at, instruments)]
      }),
    ) as unknown as Discretion['cites'],
    departments: Object.fromEntries(
      list(node.at('departments'), 1).map((at) => {
        onlyKeys(at, ['as', 'competence'])
        return [text(at.at('as')), oneOf(at.at('competence'), COMPETENCES)]
      }),
    ),
    readings: Object.fromEntries(entries(node.at('readings')).map(([id, at]) => [id, readReading(at)])),
    factors: Object.fromEntries(entries(node.at('factors')).map(([id, at]) => [id, readFactor(id, at, instruments)])),
    bands: readDated(node.at('bands'), ['lighter', 'heavier'], instruments, (at) => ({
      lighter: number(at.at('lighter'), 1, 100),
      heavier: number(at.at('heavier'), 1, 100),
    })),
  }
}

/** Reads from which amounts a hearing may be asked for: `rules/hearing-thresholds.yaml`. */
export function readThresholds(node: YamlNode): Threshold[] {
  onlyKeys(node, ['instruments', 'thresholds'])
  const instruments = titlesOf(node.at('instruments'))
  return list(node.at('thresholds'), 1).map((at) => {
    onlyKeys(at, ['region', 'from', 'to', 'person_yuan', 'unit_yuan', 'confidence', 'cites'])
    const region = optional(at, 'region', text) ?? ''
    if (!/^\d{0,6}$/.test(region)) at.at('region').complain(`region is "${region}"; allowed: up to six digits`)
    return {
      region,
      from: day(at.at('from')),
      to: optional(at, 'to', day),
      personFen: yuan(at.at('person_yuan')),
      unitFen: yuan(at.at('unit_yuan')),
      ...readCited(at, instruments),
    }
  })
}

type Titles = ReadonlyMap<string, Said>

function titlesOf(node: YamlNode): Titles {
  return new Map(entries(node).map(([id, at]) => [id, bilingual(at)]))
}

function readReading(node: YamlNode): Reading {
  onlyKeys(node, [
    'capped_times',
    'times_from_yuan',
    'may',
    'licence',
    'closure',
    'gives_way_to',
    'gives_way_of',
    'caution',
  ])
  return {
    cappedTimes: optional(node, 'capped_times', (at) => {
      onlyKeys(at, ['without_yuan'])
      return { withoutFen: yuan(at.at('without_yuan')) }
    }),
    timesFromFen: optional(node, 'times_from_yuan', yuan),
    may: flag(node, 'may'),
    licence: optional(node, 'licence', (at) => oneOf(at, WHEN)),
    closure: optional(node, 'closure', (at) => oneOf(at, WHEN)),
    givesWayTo: texts(node.at('gives_way_to')),
    givesWayOf: optional(node, 'gives_way_of', (at) => texts(at, 1)),
    caution: optional(node, 'caution', bilingual),
  }
}

function readFactor(id: string, node: YamlNode, instruments: Titles): Factor {
  onlyKeys(node, ['title', 'effect', 'caution', 'versions'])
  return {
    id,
    title: bilingual(node.at('title')),
    effect: oneOf(node.at('effect'), EFFECTS),
    caution: optional(node, 'caution', bilingual),
    versions: readDated(node.at('versions'), [], instruments, () => ({})),
  }
}

function readDated<T>(
  node: YamlNode,
  keys: readonly string[],
  instruments: Titles,
  more: (at: YamlNode) => T,
): (Dated & T)[] {
  const versions = list(node, 1).map((at) => {
    onlyKeys(at, [...keys, 'from', 'to', 'cites', 'confidence'])
    return { ...more(at), from: day(at.at('from')), to: optional(at, 'to', day), ...readCited(at, instruments) }
  })
  inOrder(versions, node)
  return versions
}

function readCited(node: YamlNode, instruments: Titles): Cited {
  const cited = entries(node.at('cites')).map(([id, at]) => {
    const title = instruments.get(id)
    if (!title) at.complain(`unknown instrument "${id}"; allowed: ${[...instruments.keys()].join(', ')}`)
    const words = texts(at)
    if (words.length !== 0 && words.length !== 2) at.complain('needs the article in Chinese and in English, or []')
    return { zh: `${title?.zh ?? ''}${words[0] ?? ''}`, en: `${title?.en ?? ''} ${words[1] ?? ''}`.trim() }
  })
  return {
    article: { zh: cited.map(({ zh }) => zh).join('；'), en: cited.map(({ en }) => en).join('; ') },
    confidence: has(node, 'confidence') ? oneOf(node.at('confidence'), ['V', 'V*', 'M'] as const) : 'V',
  }
}

/** Whole yuan, kept in fen. */
function yuan(node: YamlNode): number {
  return number(node, 0, 1_000_000_000) * 100
}
