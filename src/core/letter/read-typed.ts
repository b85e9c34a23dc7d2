import type { Said } from '../clock/clock.ts'
import { isDay } from '../clock/shanghai.ts'
import type { LetterFacts, Row, Source, Value, ValueType } from './sources.ts'
import type { LetterTemplate } from './template.ts'

/**
 * What an officer typed for a letter, as values: days `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:mm` in Shanghai, money in yuan, flags `yes` or `no`, rows of
 * a list a line each with ｜ or | or tabs between columns. What was left empty is not known; what cannot be read is named and not known either.
 * @param typed by name of the input
 */
export function readTyped(
  { input }: Pick<LetterTemplate, 'input'>,
  typed: Readonly<Record<string, unknown>>,
): { facts: LetterFacts; unreadable: Said[] } {
  const facts: Record<string, Value> = {}
  const unreadable: Said[] = []
  for (const [name, source] of Object.entries(input)) {
    const words = typeof typed[name] === 'string' ? typed[name].replaceAll('\r\n', '\n').trim() : ''
    if (words === '') continue
    const value = source.type === 'list' ? readRows(source, words, unreadable) : readValue(source.type, words)
    if (value === undefined) unreadable.push(unreadableSaid(source))
    else facts[`input.${name}`] = value
  }
  return { facts, unreadable }
}

function readRows(source: Source, words: string, unreadable: Said[]): Row[] {
  const columns = Object.entries(source.of ?? {})
  return words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      const cells = line.split(/[|｜\t]/).map((cell) => cell.trim())
      const nth = { zh: `第${i + 1}行`, en: `, row ${i + 1}` }
      if (cells.length > columns.length)
        unreadable.push({ zh: `“${source.zh}”${nth.zh}栏目过多`, en: `${source.en}${nth.en} has too many columns` })
      return Object.fromEntries(
        columns.map(([name, column], place) => {
          const cell = cells[place] ?? ''
          if (cell === '') return [name, null]
          const value = readValue(column.type, cell)
          if (value === undefined)
            unreadable.push(
              unreadableSaid({ zh: source.zh + nth.zh + column.zh, en: `${source.en}${nth.en}: ${column.en}` }),
            )
          return [name, typeof value === 'boolean' ? null : (value ?? null)]
        }),
      )
    })
}

/** Undefined for what cannot be read. */
function readValue(type: ValueType, words: string): string | number | boolean | undefined {
  switch (type) {
    case 'day':
      return isDay(words) ? words : undefined
    case 'moment': {
      const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(words) ? Date.parse(`${words}:00+08:00`) : Number.NaN
      return Number.isNaN(instant) ? undefined : new Date(instant).toISOString()
    }
    case 'fen': {
      const yuan = words.replaceAll(',', '')
      return /^\d{1,12}(?:\.\d{1,2})?$/.test(yuan) ? Math.round(Number(yuan) * 100) : undefined
    }
    case 'count':
      return /^\d{1,7}$/.test(words) ? Number(words) : undefined
    case 'flag':
      return words === 'yes' ? true : words === 'no' ? false : undefined
    default:
      return words
  }
}

function unreadableSaid({ zh, en }: Said): Said {
  return { zh: `“${zh}”填写有误，无法读取`, en: `${en} cannot be read` }
}
