import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Calendar, calendarOf, type YearCalendar } from '../core/clock/calendar.ts'
import type { Clock } from '../core/clock/clock.ts'
import { problem } from '../core/problem.ts'
import { rootPath } from '../root.ts'
import { readCalendar } from './read-calendar.ts'
import { readClocks } from './read-clocks.ts'
import { type Mistake, readYaml, sayMistake } from './yaml-source.ts'

/** The statutory periods and the days on which people work. No part of a rulebook version: law of procedure holds from its own day on. */
export interface ClockBook {
  /** By id, in the order of the file. */
  clocks: Readonly<Record<string, Clock>>
  calendar: Calendar
  /** SHA-256 of both as read. */
  hash: string
}

/**
 * Reads `clocks.yaml` and `calendar/` under `rules/`.
 * @throws problem `rulebook.invalid` with `mistakes`, as for the rules
 */
export function loadClocks(folder: string = rootPath('rules')): ClockBook {
  const mistakes: Mistake[] = []
  const open = (file: string) => {
    const source = readYaml(join(folder, file), file)
    return { ...source, done: () => mistakes.push(...source.mistakes) }
  }
  const file = open('clocks.yaml')
  const clocks = readClocks(file.root)
  file.done()
  const years: YearCalendar[] = []
  for (const name of readdirSync(join(folder, 'calendar'))
    .filter((each) => each.endsWith('.yaml'))
    .sort()) {
    const source = open(`calendar/${name}`)
    const year = /^(20\d{2})\.yaml$/.exec(name)?.[1]
    if (year) years.push(readCalendar(source.root, Number(year)))
    else source.root.complain(`${name} is no year; allowed: 2026.yaml`)
    source.done()
  }
  if (mistakes.length > 0) throw problem('rulebook.invalid', { mistakes: mistakes.map(sayMistake) })
  const hash = createHash('sha256').update(JSON.stringify({ clocks, years })).digest('hex')
  return { clocks, calendar: calendarOf(years), hash }
}
