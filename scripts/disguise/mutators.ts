import * as opencc from 'opencc-js'
import { otherWays } from './characters.ts'

/** A place of a word in a text. */
export interface Place {
  start: number
  end: number
}

/**
 * One way of disguising: the text with the words at `places` (in order, apart) written otherwise, or nothing where it does not apply.
 * Written without regard to how it is undone.
 */
export type Mutator = (text: string, places: readonly Place[]) => string | undefined

const toTraditional = opencc.Converter({ from: 'cn', to: 't' })
const toJapanese = opencc.Converter({ from: 't', to: 'jp' })
const toTaiwan = opencc.Converter({ from: 'cn', to: 'tw' })

/** Every disguise, by name. */
export const MUTATORS: Readonly<Record<string, Mutator>> = {
  fullWidth: (text) =>
    changed(
      text,
      text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace(/ /g, '　'),
    ),
  traditional: (text) => changed(text, toTraditional(text)),
  taiwan: (text) => changed(text, toTaiwan(text)),
  traditionalWords: eachWord((word) => toTraditional(word)),
  japaneseWords: eachWord((word) => word.replace(/./gu, (c) => japaneseOf(c))),
  zeroWidth: (text) => changed(text, [...text].join('\u200b')),
  bidi: eachWord((word) => `\u202e${[...word].join('\u2066')}\u202c`),
  softHyphen: eachWord((word) => [...word].join('\u00ad')),
  star: between('*'),
  fullStop: between('.'),
  blank: between(' '),
  wideBlank: between('\u3000'),
  emoji: between('😀'),
  underline: between('_'),
  slash: between('/'),
  repeated: eachWord((word) => oneOf(word, (character) => character.repeat(3))),
  pinyinInBrackets: eachWord((word) => oneOf(word, (character) => after(character, (pinyin) => `(${pinyin})`))),
  wordPinyinInBrackets: eachWord((word) => {
    const all = [...word].map((character) => otherWays(character)?.pinyin)
    return all.includes(undefined) ? undefined : `${word}（${all.join(' ')}）`
  }),
  pinyinInstead: eachWord((word) => oneOf(word, (character) => tonelessOf(character))),
  capitalPinyin: eachWord((word) => oneOf(word, (character) => tonelessOf(character)?.toUpperCase())),
  seldomSound: eachWord((word) => oneOf(word, (character) => otherWays(character)?.seldomSound)),
  seldomShape: eachWord((word) => oneOf(word, (character) => otherWays(character)?.seldomShape)),
  halves: eachWord((word) => oneOf(word, (character) => otherWays(character)?.halves)),
  radicalHalves: eachWord((word) => oneOf(word, (character) => withRadical(character, RADICALS))),
  lookalikeRadicalHalves: eachWord((word) => oneOf(word, (character) => withRadical(character, LIKE_RADICALS))),
  spacedHalves: eachWord((word) => {
    const halves = oneOf(word, (character) => withRadical(character, RADICALS))
    return halves && [...halves].join(' ')
  }),
  markBesideSeldomSound: eachWord((word) => markedBeside(word, '❖')),
  dotBesideSeldomSound: eachWord((word) => markedBeside(word, '·')),
  circledDigits: digits((digit) => (digit === 0 ? '⓪' : String.fromCharCode(0x245f + digit))),
  mathematicalDigits: digits((digit) => String.fromCodePoint(0x1d7d8 + digit)),
  sansSerifDigits: digits((digit) => String.fromCodePoint(0x1d7e2 + digit)),
  decimalEntities: eachWord((word) => word.replace(/\p{Script=Han}/gu, (c) => `&#${c.codePointAt(0)};`)),
  hexEntities: eachWord((word) => word.replace(/\p{Script=Han}/gu, (c) => `&#x${c.codePointAt(0)!.toString(16)};`)),
  readAsLatin: (text) => misread(text, 'windows-1252'),
  // Two characters' bytes make three: an odd one would lose a byte, unless something follows it.
  readAsGbk: (text) => misread(text, 'gb18030') ?? misread(`${text}。`, 'gb18030'),
  lostBytes: between('锟斤拷'),
  lineBreaks: between('\n'),
  // One break alone cannot be told from a new line.
  hardWrapped: (text) => (text.length <= 26 ? undefined : text.replace(/[^\n]{13}(?=[^\n])/gu, '$&\n')),
}

/** Stand-ins that are everyday characters themselves: a reader guesses them from the sense, so not all can be undone. */
export const GUESSED: Readonly<Record<string, Mutator>> = {
  commonSound: eachWord((word) => oneOf(word, (character) => otherWays(character)?.commonSound)),
  commonShape: eachWord((word) => oneOf(word, (character) => otherWays(character)?.commonShape)),
}

function changed(before: string, after: string): string | undefined {
  return before === after ? undefined : after
}

function eachWord(disguise: (word: string) => string | undefined): Mutator {
  return (text, places) => {
    let out = ''
    let from = 0
    for (const { start, end } of places) {
      out += text.slice(from, start) + (disguise(text.slice(start, end)) ?? text.slice(start, end))
      from = end
    }
    return changed(text, out + text.slice(from))
  }
}

function between(mark: string): Mutator {
  return eachWord((word) => word.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, mark))
}

/** Changes the one character that can be, looked for from a place that differs from word to word. */
function oneOf(word: string, disguise: (character: string) => string | undefined): string | undefined {
  const characters = [...word]
  if (characters.length < 2) return undefined
  const first = characters.reduce((sum, character) => sum + character.codePointAt(0)!, 0)
  for (let i = 0; i < characters.length; i++) {
    const at = (first + i) % characters.length
    const other = disguise(characters[at]!)
    if (other !== undefined) return characters.with(at, other).join('')
  }
  return undefined
}

/** Japanese forms that are other characters in Chinese. */
const OTHERS = '予弁欠缶芸糸'

function japaneseOf(character: string): string {
  const form = toJapanese(toTraditional(character))
  return OTHERS.includes(form) ? character : form
}

/** What the left halves are as radicals, and what is typed for want of them. */
const RADICALS = '人亻水氵丝纟手扌金钅言讠心忄辵辶衣衤示礻犬犭食饣病疒'
const LIKE_RADICALS = '人イ水シ丝糸手オ金釒言訁辵辶衣ネ示ネ食飠病疒'

/** A character in halves, its left one as `radicals` has it. */
function withRadical(character: string, radicals: string): string | undefined {
  const halves = otherWays(character)?.halves
  const at = halves === undefined ? -1 : radicals.indexOf(halves[0]!)
  return at < 0 || at % 2 === 1 ? undefined : radicals[at + 1]! + halves!.slice(1)
}

/** Two characters of a word, one of them written by its sound, with a mark between them. */
function markedBeside(word: string, mark: string): string | undefined {
  if (word.length !== 2) return undefined
  return oneOf(word, (character) => otherWays(character)?.seldomSound)?.replace(/^./u, `$&${mark}`)
}

function after(character: string, put: (pinyin: string) => string): string | undefined {
  const pinyin = otherWays(character)?.pinyin
  return pinyin === undefined ? undefined : character + put(pinyin)
}

function tonelessOf(character: string): string | undefined {
  return otherWays(character)
    ?.pinyin.normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC')
}

function digits(style: (digit: number) => string): Mutator {
  return (text) =>
    changed(
      text,
      text.replace(/\d/g, (digit) => style(Number(digit))),
    )
}

/** UTF-8 read in another encoding; nothing where bytes would be lost for good. */
function misread(text: string, encoding: string): string | undefined {
  const out = new TextDecoder(encoding).decode(new TextEncoder().encode(text))
  return out.includes('\ufffd') ? undefined : changed(text, out)
}
