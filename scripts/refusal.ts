import type { Problem } from '../src/core/problem.ts'
import { PLAIN_WORDS, plainWords } from '../src/run-process.ts'
import { WORDS } from '../src/web/words/words.ts'

/**
 * A refusal for the person at the terminal, in both languages: what was refused, its code in brackets, what to do next, and the values it is
 * about. The words are those of the screens, but where those speak of pages and forms.
 */
export function refusal(failure: Problem): string {
  const { code, detail } = failure
  if (PLAIN_WORDS[code]) return plainWords(failure)
  const { words, told } = headline(failure)
  const next = SPEAKS_OF_PAGES.test(code) ? [] : [both(code, 'next')]
  return [`${words} [${code}]`, ...next, ...values(detail, told)].join('\n  ')
}

/** The same on one line, for what is told beside the number of a line. */
export function refusalOnOneLine(failure: Problem): string {
  const { says } = failure.detail
  return typeof says === 'string' ? says : refusal(failure).replaceAll('\n', ';')
}

/** "Go back", "reload the page": nobody at a terminal can. */
const SPEAKS_OF_PAGES = /^(?:not_found|import\.not_found|form\..*|request\..*|(?:rulebook|model)\.already_.*)$/

/** What is not there, by the value it was looked for with. */
const NOT_FOUND: Record<string, string> = {
  login: 'no such officer / 没有此用户',
  tokenId: 'no live token / 没有此令牌',
  hash: 'no such version / 没有此版本',
  model: 'no such model / 没有此模型',
  documentId: 'no such paper / 没有此材料',
}

/** `told` is the value that the words hold already. */
function headline({ code, detail }: Problem): { words: string; told?: string } {
  const missing = Object.keys(NOT_FOUND).find((name) => detail[name] !== undefined)
  if (code === 'not_found' && missing)
    return { words: `${NOT_FOUND[missing]}: ${String(detail[missing])}`, told: missing }
  if (code === 'form.stale') return { words: 'somebody was faster: look and try again / 已被他人改动，请查看后重试' }
  if (!/^(?:form\.invalid|request\.malformed)$/.test(code)) return { words: both(code, 'title') }
  if (detail.field !== undefined) return { words: `--${String(detail.field)} cannot be used / 参数有误`, told: 'field' }
  return typeof detail.says === 'string'
    ? { words: detail.says, told: 'says' }
    : { words: 'this cannot be used / 参数有误' }
}

function both(code: Problem['code'], part: 'title' | 'next'): string {
  return `${WORDS.en.problems[code][part]} / ${WORDS.zh.problems[code][part]}`
}

function values(detail: Problem['detail'], told: string | undefined): string[] {
  return Object.entries(detail).flatMap(([key, value]) => {
    if (key === told) return []
    if (key === 'says') return [String(value)]
    return [`${key === 'allowed' ? 'allowed / 允许' : key}: ${[value].flat().join(', ')}`]
  })
}
