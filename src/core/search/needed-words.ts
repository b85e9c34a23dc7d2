/**
 * Words of which at least one stands in every match of a pattern; undefined where none can be named.
 * What is not understood (back-references, classes of many) counts as anything: the answer is then weaker, never wrong.
 */
export function neededWords(pattern: RegExp): string[] | undefined {
  return needOf(new Reader(pattern.source).alternatives())
}

/** What is known of all matches of a part: every string it can be, when they are few; words one of which it holds. */
interface Known {
  exact?: readonly string[]
  needs?: readonly string[]
}

const ANYTHING: Known = {}
const NOTHING: Known = { exact: [''] }
const MOST = 40

function needOf({ exact, needs }: Known): string[] | undefined {
  const own = exact?.every((word) => word !== '') ? exact : undefined
  const best = rarer(own, needs)
  return best && [...new Set(best)]
}

/** Of two lists of words the one that ordinary text holds less often. */
function rarer(a: readonly string[] | undefined, b: readonly string[] | undefined) {
  if (!a || !b) return a ?? b
  return commonness(a) <= commonness(b) ? a : b
}

function commonness(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (/^[\d\s]$/.test(word) ? 1 : 0.05 ** word.length), 0)
}

function either(parts: readonly Known[]): Known {
  const strings = parts.flatMap(({ exact }) => exact ?? [])
  const needs = parts.map(needOf)
  return {
    ...(parts.every(({ exact }) => exact) && strings.length <= MOST && { exact: strings }),
    ...(needs.every((words) => words) && { needs: needs.flatMap((words) => words ?? []) }),
  }
}

function inARow(parts: readonly Known[]): Known {
  let needs: readonly string[] | undefined
  let run: readonly string[] | undefined = ['']
  let whole = true
  const close = () => {
    if (run) needs = rarer(needs, needOf({ exact: run }))
  }
  for (const part of parts) {
    needs = rarer(needs, part.needs)
    const { exact } = part
    if (run && exact && run.length * exact.length <= MOST) {
      run = run.flatMap((before) => exact.map((after) => before + after))
      continue
    }
    whole = false
    close()
    run = exact
  }
  close()
  return { ...(whole && run && { exact: run }), ...(needs && { needs }) }
}

/** Reads the source of a regular expression from left to right. Lives for one pattern. */
class Reader {
  private at = 0
  private readonly source: string

  constructor(source: string) {
    this.source = source
  }

  alternatives(): Known {
    const found = [this.sequence()]
    while (this.source[this.at] === '|') {
      this.at++
      found.push(this.sequence())
    }
    return found.length === 1 ? found[0]! : either(found)
  }

  private sequence(): Known {
    const parts: Known[] = []
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')')
      parts.push(this.repeated(this.atom()))
    return inARow(parts)
  }

  private repeated(part: Known): Known {
    const times = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(this.source.slice(this.at, this.at + 24))
    if (!times) return part
    this.at += times[0].length
    const [, sign, least, , most] = times
    if (sign === '?' || (least === '0' && most === '1'))
      return part.exact && part.exact.length < MOST ? { exact: [...part.exact, ''] } : ANYTHING
    if (sign === '*' || least === '0') return ANYTHING
    const needs = needOf(part)
    return needs ? { needs } : ANYTHING
  }

  private atom(): Known {
    const sign = this.source[this.at++]!
    if (sign === '(') return this.group()
    if (sign === '[') return this.oneOf()
    if (sign === '\\') return this.escaped()
    if (sign === '^' || sign === '$') return NOTHING
    return sign === '.' ? ANYTHING : { exact: [sign] }
  }

  private group(): Known {
    const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.source.slice(this.at, this.at + 40))?.[0] ?? ''
    this.at += opening.length
    const inside = this.alternatives()
    this.at++
    // What is looked at around the match is not held by it.
    return /[=!]$/.test(opening) ? NOTHING : inside
  }

  private oneOf(): Known {
    const inside = /^(?:\\.|[^\]\\])*/s.exec(this.source.slice(this.at))![0]
    this.at += inside.length + 1
    if (inside.startsWith('^') || /[\\-]|[\ud800-\udfff]/.test(inside) || inside.length > MOST)
      return digitsOnly(inside)
    return { exact: inside.split('') }
  }

  private escaped(): Known {
    const sign = this.source[this.at++]!
    if (sign === 'u' && /^[\da-f]{4}/i.test(this.source.slice(this.at))) {
      this.at += 4
      return { exact: [String.fromCharCode(Number.parseInt(this.source.slice(this.at - 4, this.at), 16))] }
    }
    if (sign === 'd') return { exact: DIGITS }
    if (sign === 'n') return { exact: ['\n'] }
    if (sign === 'b' || sign === 'B') return NOTHING
    if (/[a-z0-9]/i.test(sign)) return this.beyond(sign)
    return { exact: [sign] }
  }

  /** Classes and properties; what is written in braces or numbers after them belongs to them. */
  private beyond(sign: string): Known {
    const rest = this.source.slice(this.at)
    const length = sign === 'x' ? 2 : sign === 'c' ? 1 : (/^(?:\{[^}]*\}|<\w+>)/.exec(rest)?.[0].length ?? 0)
    if (/[pPukx c]/.test(sign)) this.at += length
    return ANYTHING
  }
}

const DIGITS = '0123456789'.split('')

/** A class written with ranges says something only where it is plainly digits and a few more. */
function digitsOnly(inside: string): Known {
  if (inside.startsWith('^')) return ANYTHING
  const rest = inside.replace(/\\d|0-9/g, '')
  return /[\\-]|[\ud800-\udfff]/.test(rest) || rest.length > MOST - 10 || rest === inside
    ? ANYTHING
    : { exact: [...DIGITS, ...rest.split('')] }
}
