import {
  type Clock,
  type ClockVersion,
  type Extension,
  PERIOD_UNITS,
  type Period,
  type Said,
  type Variant,
} from '../core/clock/clock.ts'
import { bilingual, day, entries, flag, has, inOrder, list, oneOf, onlyKeys, optional, texts } from './fields.ts'
import type { YamlNode } from './yaml-source.ts'

/** Reads the statutory periods, by id: `rules/clocks.yaml`. */
export function readClocks(node: YamlNode): Record<string, Clock> {
  onlyKeys(node, ['instruments', 'clocks'])
  const instruments = new Map(entries(node.at('instruments')).map(([id, at]) => [id, bilingual(at)]))
  return Object.fromEntries(entries(node.at('clocks')).map(([id, at]) => [id, readClock(id, at, instruments)]))
}

type Instruments = ReadonlyMap<string, Said>

function readClock(id: string, node: YamlNode, instruments: Instruments): Clock {
  onlyKeys(node, [
    'title',
    'starts',
    'backward',
    'rolled',
    'extensions',
    'suspension',
    'restart',
    'received',
    'ends',
    'consequence',
    'versions',
  ])
  if (!/^T\d{2}h?$/.test(id)) node.complain(`id is "${id}"; allowed: T and two digits`)
  const clock: Clock = {
    id,
    title: bilingual(node.at('title')),
    starts: bilingual(node.at('starts')),
    backward: flag(node, 'backward'),
    rolled: flag(node, 'rolled'),
    extensions: list(node.at('extensions')).map(readExtension),
    suspension: optional(node, 'suspension', bilingual),
    restart: optional(node, 'restart', (at) => {
      onlyKeys(at, ['from', 'articles'])
      return { from: day(at.at('from')), article: readArticles(at.at('articles'), instruments) }
    }),
    received: optional(node, 'received', (at) => {
      onlyKeys(at, ['starts', 'length'])
      return { starts: bilingual(at.at('starts')), length: period(at.at('length')) }
    }),
    ends: optional(node, 'ends', bilingual),
    consequence: optional(node, 'consequence', bilingual),
    versions: list(node.at('versions'), 1).map((item) => readVersion(item, instruments)),
  }
  inOrder(clock.versions, node.at('versions'))
  if (
    clock.backward &&
    (clock.extensions.length > 0 || clock.suspension || clock.restart || clock.received || clock.rolled)
  )
    node.at('backward').complain('a clock counted backwards is not extended, suspended, restarted or rolled')
  return clock
}

function readVersion(node: YamlNode, instruments: Instruments): ClockVersion {
  onlyKeys(node, ['from', 'to', 'length', 'variants', 'none', 'prompt', 'articles', 'confidence', 'caution'])
  const given = ['length', 'variants', 'none'].filter((key) => has(node, key))
  if (given.length !== 1) node.complain('needs one of length, variants and none')
  if (has(node, 'prompt') && !has(node, 'none'))
    node.at('prompt').complain('prompt: goes with none:, where no length is set')
  return {
    from: day(node.at('from')),
    to: optional(node, 'to', day),
    article: readArticles(node.at('articles'), instruments),
    confidence: has(node, 'confidence') ? oneOf(node.at('confidence'), ['V', 'V*', 'M'] as const) : 'V',
    lengths: has(node, 'variants')
      ? readVariants(node.at('variants'))
      : has(node, 'length')
        ? [{ id: '', title: { zh: '', en: '' }, length: period(node.at('length')), also: [] }]
        : [],
    none: optional(node, 'none', bilingual),
    prompt: flag(node, 'prompt'),
    caution: optional(node, 'caution', bilingual),
  }
}

function readVariants(node: YamlNode): Variant[] {
  const variants = entries(node).map(([id, at]) => {
    onlyKeys(at, ['length', 'title', 'also'])
    return { id, title: bilingual(at.at('title')), length: period(at.at('length')), also: texts(at.at('also')) }
  })
  if (variants.length < 2) node.complain('needs two or more variants; for one write length:')
  const names = variants.flatMap(({ id, title, also }) => [...new Set([id, title.zh, title.en, ...also])])
  for (const name of new Set(names.filter((each, i) => names.indexOf(each) < i)))
    node.complain(`"${name}" names two variants`)
  return variants
}

function readExtension(node: YamlNode): Extension {
  onlyKeys(node, ['by', 'at_most', 'discussed', 'by_notice'])
  const atMost = optional(node, 'at_most', period)
  if (atMost && atMost.unit !== 'workday' && atMost.unit !== 'day')
    node.at('at_most').complain('an extension is in workday or day')
  return { by: bilingual(node.at('by')), atMost, discussed: flag(node, 'discussed'), byNotice: flag(node, 'by_notice') }
}

/** `7 workday`. */
function period(node: YamlNode): Period {
  const [, n, unit] = /^([1-9]\d{0,2}) ([a-z]+)$/.exec(typeof node.value === 'string' ? node.value : '') ?? []
  const known = PERIOD_UNITS.find((each) => each === unit)
  if (n !== undefined && known) return { n: Number(n), unit: known }
  node.complain(
    `${String(node.path.at(-1))} is ${JSON.stringify(node.value)}; allowed: a number and one of ${PERIOD_UNITS.join(', ')}, as "7 workday"`,
  )
  return { n: 1, unit: 'day' }
}

/** `{ order-121: [第十五条, art. 15] }`: an instrument alone, with `[]`, is cited as a whole. */
function readArticles(node: YamlNode, instruments: Instruments): Said {
  const cited = entries(node).map(([instrument, at]) => {
    const title = instruments.get(instrument)
    if (!title) at.complain(`unknown instrument "${instrument}"; allowed: ${[...instruments.keys()].join(', ')}`)
    const words = texts(at)
    if (words.length !== 0 && words.length !== 2) at.complain('needs the article in Chinese and in English, or []')
    const [zh = '', en = ''] = words
    return { zh: `${title?.zh ?? ''}${zh}`, en: `${title?.en ?? ''} ${en}`.trim() }
  })
  if (cited.length === 0) node.complain('needs one instrument or more')
  return { zh: cited.map(({ zh }) => zh).join('；'), en: cited.map(({ en }) => en).join('; ') }
}
