import type { Said } from '../clock/clock.ts'
import { readMoment } from '../clock/day.ts'
import { isDay } from '../clock/shanghai.ts'
import { say } from './conditions/situation.ts'
import type { Input } from './matter.ts'
import type { Field, Move, Procedure } from './move.ts'

/** What is missing or unusable in what was filled in. */
export function mistakesIn(
  procedure: Procedure,
  move: Move,
  filled: { input: Input; evidence: readonly string[] },
): Said[] {
  const mistakes: Said[] = []
  for (const name of Object.keys(filled.input))
    if (!move.takes[name]) mistakes.push(say(`不需要“${name}”`, `${name} is not asked for`))
  for (const [name, field] of Object.entries(move.takes)) {
    const value = filled.input[name]
    if (value === undefined || value === null) {
      const title = procedure.fields[name]!
      if (!field.optional) mistakes.push(say(`须填写“${title.zh}”`, `${title.en} is needed (${name})`))
    } else if (!fits(procedure, field, value)) {
      const title = procedure.fields[name]!
      mistakes.push(say(`“${title.zh}”填写有误`, `${title.en} cannot be read as ${field.type} (${name})`))
    }
  }
  if (move.evidence && filled.evidence.length === 0) mistakes.push(say('须附证据材料', 'an exhibit must support it'))
  return mistakes
}

function fits(procedure: Procedure, { type, choice }: Field, value: unknown): boolean {
  const isText = typeof value === 'string' && value.trim() !== ''
  switch (type) {
    case 'flag':
      return typeof value === 'boolean'
    case 'text':
    case 'record':
    case 'officer':
      return isText
    case 'officers':
      return Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== '')
    case 'day':
      return isText && isDay(value)
    case 'instant':
      return isText && readMoment(value)?.instant != null
    case 'count':
      return Number.isInteger(value)
    case 'money':
      return Number.isSafeInteger(value) && (value as number) >= 0
    case 'one':
      return isText && Object.hasOwn(procedure.choices[choice!]!, value)
    case 'some':
      return Array.isArray(value) && value.every((each) => Object.hasOwn(procedure.choices[choice!]!, each))
  }
}
