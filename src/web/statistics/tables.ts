import {
  CLOCK_MEASURES,
  type CountedMatter,
  type Figure,
  isCounted,
  JOINT_MEASURES,
  MEASURES,
  NO_CATEGORY,
  OUTCOMES,
  rowsOf,
  shareOf,
} from '../../core/statistics/figures.ts'
import { region, yuan } from '../format.ts'
import { clockName, stateName } from '../matters/say.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { wordFor } from '../words/words.ts'

/** A table as shown and as written to csv. */
export interface StatisticsTable {
  id: TableId
  columns: string[]
  rows: { name: string; cells: Cell[] }[]
}

export type TableId = 'kind' | 'category' | 'region' | 'state' | 'clock' | 'mediation' | 'outcome' | 'department'

/** A count, a share or a sum, each with the list behind it. */
export type Cell = ({ count: number } | { share: number | null } | { said: string }) & { figure: Figure }

interface Told {
  web: WebParts
  visit: Visit
  matters: readonly CountedMatter[]
  now: string
}

/** Every table of the page, in order. */
export function tablesOf(told: Told): StatisticsTable[] {
  return [
    farTable(told, 'kind'),
    farTable(told, 'category'),
    farTable(told, 'region'),
    stateTable(told),
    clockTable(told),
    mediationTable(told),
    outcomeTable(told),
    departmentTable(told),
  ]
}

/** What a row is called. */
export function rowName(
  { web, visit }: Pick<Told, 'web' | 'visit'>,
  { by, value }: Pick<Figure, 'by' | 'value'>,
): string {
  const { statistics: w, matters, terms } = visit.words
  switch (by) {
    case 'kind':
      return wordFor(matters.kind, value, value)
    case 'category':
      return value === NO_CATEGORY ? w.noCategory : wordFor(terms.category, value, value)
    case 'region':
      return region(value, visit)
    case 'state':
      return stateName({ procedure: web.procedure, visit }, value)
    case 'clock':
      return `${value} ${clockName({ procedure: web.procedure, visit }, value, null)}`
    case 'department':
      return web.responsibilities.departments[value]?.short[visit.language] ?? value
    case 'mediation':
    case 'outcome':
      return wordFor(w.measure, value, value)
    default:
      return w.all
  }
}

function counted(told: Told, figure: Figure): { count: number; figure: Figure } {
  return { count: told.matters.filter((matter) => isCounted(matter, figure, told.now)).length, figure }
}

/** How far the matters of each row are, with a sum. */
function farTable(told: Told, by: 'kind' | 'category' | 'region'): StatisticsTable {
  const w = told.visit.words.statistics
  const row = (figure: Pick<Figure, 'by' | 'value'>) => ({
    name: rowName(told, figure),
    cells: MEASURES.map((measure) => counted(told, { ...figure, measure })),
  })
  return {
    id: by,
    columns: MEASURES.map((measure) => w.measure[measure]),
    rows: [...rowsOf(by, told.matters).map((value) => row({ by, value })), row({ by: 'all', value: '' })],
  }
}

function stateTable(told: Told): StatisticsTable {
  const rows = rowsOf('state', told.matters).map((value) => ({
    name: rowName(told, { by: 'state', value }),
    cells: [counted(told, { by: 'state', value, measure: 'received' })],
  }))
  return { id: 'state', columns: [told.visit.words.statistics.measure.count], rows }
}

function clockTable(told: Told): StatisticsTable {
  const w = told.visit.words.statistics.measure
  const rows = rowsOf('clock', told.matters).map((value) => {
    const cells = CLOCK_MEASURES.map((measure) => counted(told, { by: 'clock', value, measure }))
    const [onTime, late, overdue] = cells.map(({ count }) => count) as [number, number, number]
    const share: Cell = { share: shareOf(onTime, late, overdue), figure: { by: 'clock', value, measure: 'all' } }
    return { name: rowName(told, { by: 'clock', value }), cells: [...cells, share] }
  })
  return { id: 'clock', columns: [...CLOCK_MEASURES.map((measure) => w[measure]), w.share], rows }
}

function mediationTable(told: Told): StatisticsTable {
  const { visit, matters } = told
  const w = visit.words.statistics
  const [settled, terminated, recovered] = ['settled', 'terminated', 'recovered'].map((value) =>
    counted(told, { by: 'mediation', value, measure: 'received' }),
  ) as [{ count: number; figure: Figure }, { count: number; figure: Figure }, { count: number; figure: Figure }]
  const fen = matters
    .filter(({ kind }) => kind === 'complaint')
    .reduce((sum, each) => sum + (each.recoveredFen ?? 0), 0)
  return {
    id: 'mediation',
    columns: [w.measure.settled, w.measure.terminated, w.measure.success, w.measure.recovered, w.measure.money],
    rows: [
      {
        name: w.all,
        cells: [
          settled,
          terminated,
          {
            share: shareOf(settled.count, terminated.count),
            figure: { by: 'mediation', value: 'all', measure: 'received' },
          },
          recovered,
          { said: yuan(fen, visit.words), figure: recovered.figure },
        ],
      },
    ],
  }
}

function outcomeTable(told: Told): StatisticsTable {
  const w = told.visit.words.statistics
  return {
    id: 'outcome',
    columns: OUTCOMES.map((value) => w.measure[value]),
    rows: [
      {
        name: w.all,
        cells: OUTCOMES.map((value) => counted(told, { by: 'outcome', value, measure: 'received' })),
      },
    ],
  }
}

function departmentTable(told: Told): StatisticsTable {
  const w = told.visit.words.statistics
  return {
    id: 'department',
    columns: JOINT_MEASURES.map((measure) => w.measure[measure]),
    rows: rowsOf('department', told.matters).map((value) => ({
      name: rowName(told, { by: 'department', value }),
      cells: JOINT_MEASURES.map((measure) => counted(told, { by: 'department', value, measure })),
    })),
  }
}
