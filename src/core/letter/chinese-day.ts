import { shanghaiDay, shanghaiTime } from '../clock/shanghai.ts'

/** `2026-11-02` as official papers write it (GB/T 9704-2012 7.3.5.4): 2026年11月2日, no padded figures. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** An instant in Shanghai: 2026年11月2日9时05分. */
export function chineseMoment(instant: string): string {
  const [, hour, minute] = /(\d{2}):(\d{2})$/.exec(shanghaiTime(instant))!
  return `${chineseDay(shanghaiDay(instant))}${Number(hour)}时${minute}分`
}
