import type { Scoring, Severity } from '../core/check/rule.ts'
import { BANDS, CATEGORIES, FRAMES, perCategory } from '../core/document.ts'
import { GENRES } from '../core/frame/frame.ts'
import { CLEAR } from '../core/score/assessment.ts'
import { bilingual, isMap, list, number, oneOf, onlyKeys } from './fields.ts'
import type { YamlNode } from './yaml-source.ts'

/** Reads `rules/scoring.yaml`, which may name these lexicons. */
export function readScoring(node: YamlNode, lexicons: ReadonlySet<string>): Scoring {
  onlyKeys(node, [
    'severity_points',
    'frame_factor',
    'genre_factor',
    'repeat_factor',
    'same_words_factor',
    'signal_factor',
    'signal_genre_factor',
    'doubt',
    'second_hearing',
    'watched_from',
    'lawful_marks',
    'bands',
    'label',
    'band_cap',
    'officer_does',
  ])
  const share = (at: YamlNode) => number(at, 0, 1)
  const points = node.at('severity_points')
  onlyKeys(points, ['1', '2', '3', '4'])
  const doubt = node.at('doubt')
  onlyKeys(doubt, ['floor', 'until', 'passage', 'clause', 'fewest'])
  const second = node.at('second_hearing')
  if (second.value !== undefined) onlyKeys(second, ['from', 'most'])
  const marks = node.at('lawful_marks')
  onlyKeys(marks, ['factor', ...CATEGORIES])
  const bands = node.at('bands')
  onlyKeys(bands, ['red', 'orange', 'yellow', 'blue'])
  const cap = node.at('band_cap')
  onlyKeys(cap, ['1', '2', '3', '4'])
  const does = node.at('officer_does')
  onlyKeys(does, BANDS)
  const colours = {
    red: share(bands.at('red')),
    orange: share(bands.at('orange')),
    yellow: share(bands.at('yellow')),
    blue: share(bands.at('blue')),
  }
  if (!(colours.red > colours.orange && colours.orange > colours.yellow && colours.yellow > colours.blue)) {
    bands.complain('bands must fall from red over orange and yellow to blue')
  }
  return {
    severityPoints: {
      1: share(points.at('1')),
      2: share(points.at('2')),
      3: share(points.at('3')),
      4: share(points.at('4')),
    },
    frameFactor: factors(node.at('frame_factor'), FRAMES),
    genreFactor: factors(node.at('genre_factor'), GENRES),
    repeatFactor: share(node.at('repeat_factor')),
    sameWordsFactor: share(node.at('same_words_factor')),
    signalFactor: share(node.at('signal_factor')),
    signalGenreFactor: factors(node.at('signal_genre_factor'), GENRES),
    doubt: {
      floor: share(doubt.at('floor')),
      until: number(doubt.at('until'), 0.01, 1),
      passage: share(doubt.at('passage')),
      // Folders of before have none.
      ...(doubt.at('clause').value !== undefined && { clause: number(doubt.at('clause'), CLEAR, 1) }),
      fewest: number(doubt.at('fewest'), 0, 1000),
    },
    ...(second.value !== undefined && {
      secondHearing: { from: number(second.at('from'), 0.5, 1), most: oneOf(second.at('most'), BANDS) },
    }),
    watchedFrom: number(node.at('watched_from'), 1, 4) as Severity,
    lawfulMarks: {
      factor: share(marks.at('factor')),
      lexicons: perCategory((category) => names(marks.at(category), lexicons)),
    },
    bands: colours,
    label: share(node.at('label')),
    bandCap: {
      1: oneOf(cap.at('1'), BANDS),
      2: oneOf(cap.at('2'), BANDS),
      3: oneOf(cap.at('3'), BANDS),
      4: oneOf(cap.at('4'), BANDS),
    },
    officerDoes: {
      red: bilingual(does.at('red')),
      orange: bilingual(does.at('orange')),
      yellow: bilingual(does.at('yellow')),
      blue: bilingual(does.at('blue')),
      none: bilingual(does.at('none')),
    },
  }
}

function factors<T extends string>(node: YamlNode, names: readonly T[]): Partial<Record<T, number>> {
  if (!isMap(node.value)) return {}
  const out: Partial<Record<T, number>> = {}
  onlyKeys(node, names)
  for (const name of names) if (node.at(name).value !== undefined) out[name] = number(node.at(name), 0, 1)
  return out
}

function names(node: YamlNode, known: ReadonlySet<string>): string[] {
  return list(node).map((each) => oneOf(each, [...known]))
}
