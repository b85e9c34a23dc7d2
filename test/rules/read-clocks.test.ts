import { expect } from 'chai'
import { readCalendar } from '../../src/rulebook/read-calendar.ts'
import { readClocks } from '../../src/rulebook/read-clocks.ts'
import { parseYaml, sayMistake } from '../../src/rulebook/yaml-source.ts'

function mistakesOf(text: string): string {
  const { root, mistakes } = parseYaml(text, 'clocks.yaml')
  readClocks(root)
  return mistakes.map(sayMistake).join('\n')
}

function calendarMistakes(text: string): string {
  const { root, mistakes } = parseYaml(text, 'calendar/2026.yaml')
  readCalendar(root, 2026)
  return mistakes.map(sayMistake).join('\n')
}

const clock = (rest: string) => `instruments:
  order: { zh: 《办法》, en: Measures }
clocks:
  T01:
    title: { zh: 受理, en: accept }
    starts: { zh: 收到, en: received }
${rest}`

const VERSION = '{ from: 2026-04-15, length: 7 workday, articles: { order: [第一条, art. 1] } }'

describe('the file of clocks', () => {
  it('is read when nothing is wrong', () => {
    expect(mistakesOf(clock(`    versions: [${VERSION}]`))).to.equal('')
  })

  it('says a duty without a length only where no length is set', () => {
    const prompt = `{ from: 2026-04-15, prompt: true, length: 7 workday, articles: { order: [第一条, art. 1] } }`
    expect(mistakesOf(clock(`    versions: [${prompt}]`))).to.include('prompt: goes with none:')
  })

  it('is told with file, line and what is allowed', () => {
    const said = mistakesOf(
      clock(`    versions:\n      - { from: 2026-02-30, length: seven days, articles: { law: [第一条] } }`),
    )
    expect(said).to.include('rules/clocks.yaml:8:')
    expect(said).to.include('allowed: a day of the calendar')
    expect(said).to.include('as "7 workday"')
    expect(said).to.include('unknown instrument "law"; allowed: order')
    expect(said).to.include('in Chinese and in English')
  })

  it('may not overlap in time, nor leave open when an older version ended', () => {
    const older = (to: string) => `{ from: 2020-01-01${to}, length: 5 day, articles: { order: [] } }`
    const versions = (to: string) => mistakesOf(clock(`    versions: [${VERSION}, ${older(to)}]`))
    expect(versions(', to: 2026-04-14')).to.equal('')
    expect(versions(', to: 2026-04-15')).to.include('is not before 2026-04-15')
    expect(versions('')).to.include('only the newest version')
  })

  it('must say one thing of the length', () => {
    const version = (length: string) =>
      mistakesOf(clock(`    versions: [{ from: 2026-04-15, ${length} articles: { order: [] } }]`))
    expect(version('')).to.include('one of length, variants and none')
    expect(version('length: 5 day, none: { zh: 无, en: none },')).to.include('one of length, variants and none')
    expect(version('none: { zh: 无, en: none },')).to.equal('')
  })

  it('may not give two variants one name', () => {
    const variants = `{ a: { length: 2 year, title: { zh: 甲, en: one } }, b: { length: 5 year, title: { zh: 乙, en: two }, also: [甲] } }`
    expect(
      mistakesOf(clock(`    versions: [{ from: 2026-04-15, variants: ${variants}, articles: { order: [] } }]`)),
    ).to.include('"甲" names two variants')
  })

  it('may not extend in months, nor extend what is counted backwards', () => {
    const extension = `    extensions: [{ by: { zh: 批准, en: approved }, at_most: 1 month }]\n    backward: true\n`
    const said = mistakesOf(clock(`${extension}    versions: [${VERSION}]`))
    expect(said).to.include('an extension is in workday or day')
    expect(said).to.include('counted backwards is not extended')
  })
})

describe('a calendar', () => {
  const holiday = (rest: string) =>
    calendarMistakes(`notice: { zh: 通知, en: notice }\nholidays:\n  - { name: { zh: 元旦, en: New Year }, ${rest} }\n`)

  it('is read when nothing is wrong, with days of the December before', () => {
    expect(holiday('from: 2026-01-01, to: 2026-01-03, workdays: [2026-01-04]')).to.equal('')
    expect(holiday('from: 2025-12-31, to: 2026-01-03')).to.equal('')
  })

  it('may not leave its year, run backwards, or work on a day that is worked anyway', () => {
    expect(holiday('from: 2027-01-01, to: 2027-01-03')).to.include('2027-01-01 is no day of 2026')
    expect(holiday('from: 2026-01-03, to: 2026-01-01')).to.include('is before from')
    expect(holiday('from: 2026-01-01, to: 2026-01-03, workdays: [2026-01-05]')).to.include('no Saturday or Sunday')
    expect(holiday('from: 2026-01-01, to: 2026-01-03, workdays: [2026-01-03]')).to.include('is a day off')
  })
})
