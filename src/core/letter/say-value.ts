import { shanghaiDay } from '../clock/shanghai.ts'
import { amountInFigures, chineseAmount } from './chinese-amount.ts'
import { chineseDay, chineseMoment } from './chinese-day.ts'
import type { Shape } from './inline.ts'
import type { ValueType } from './sources.ts'

/** A value as a letter writes it. Lists and articles are laid out elsewhere. */
export function sayValue(type: ValueType, value: string | number | boolean, as: Shape | null = null): string {
  switch (type) {
    case 'day':
      return chineseDay(String(value))
    case 'moment':
      return as === 'day' ? chineseDay(shanghaiDay(String(value))) : chineseMoment(String(value))
    case 'fen':
      return as === 'digits'
        ? amountInFigures(Number(value))
        : `${chineseAmount(Number(value))}（${amountInFigures(Number(value))}）`
    case 'flag':
      return value === true ? '是' : '否'
    default:
      return String(value)
  }
}
