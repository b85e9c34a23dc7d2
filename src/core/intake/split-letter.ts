import type { Matcher, Rule } from '../check/rule.ts'
import type { Span } from '../document.ts'
import { sentences } from '../frame/sentences.ts'
import { type CleanText, originalSpan } from '../normalise/clean-text.ts'

/** A sentence of the letter, with the words that show what it is. */
export interface ShowingSentence extends Span {
  /** `original.slice(start, end)`, without the space around it. */
  quote: string
  /** The word that shows it, as it reads. */
  because: string
}

/** Which sentences ask for the writer's own remedy (投诉), and which want a breach looked into (举报). One sentence may do both. */
export interface SplitLetter {
  complaint: ShowingSentence[]
  report: ShowingSentence[]
}

/**
 * Tells complaint and report in one letter apart (令121 art. 9): by the elements `claim` and `report` of the rule for it, so that
 * its words are kept in one place. A word that is denied (不要求处罚) shows nothing.
 */
export function splitLetter(clean: CleanText, rule: Pick<Rule, 'elements'>): SplitLetter {
  const all = sentences(clean.text)
  const of = (id: string) => {
    const finders = (rule.elements.find((element) => element.id === id)?.any ?? []).flatMap(finderOf)
    return all.flatMap((sentence) => showing(clean, sentence, finders) ?? [])
  }
  return { complaint: of('claim'), report: of('report') }
}

/** What the letter itself wants; undefined where it says neither. */
export function wantsOf({ complaint, report }: SplitLetter): 'complaint' | 'report' | 'both' | undefined {
  if (complaint.length > 0 && report.length > 0) return 'both'
  if (complaint.length > 0) return 'complaint'
  return report.length > 0 ? 'report' : undefined
}

type Finder = (sentence: string) => { at: number; word: string } | undefined

function finderOf(matcher: Matcher): Finder[] {
  if ('words' in matcher)
    return matcher.words.map((word) => (sentence) => firstMeant(sentence, wordsAt(sentence, word)))
  if ('pattern' in matcher) {
    const pattern = new RegExp(matcher.pattern, 'g')
    return [
      (sentence) =>
        firstMeant(
          sentence,
          [...sentence.matchAll(pattern)].map((match) => ({ at: match.index, word: match[0] })),
        ),
    ]
  }
  return []
}

function wordsAt(sentence: string, word: string): { at: number; word: string }[] {
  const found: { at: number; word: string }[] = []
  for (let at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1)) found.push({ at, word })
  return found
}

/** The refusal of the seller (拒绝退款) is the quarrel itself; what the writer does not want (不要求处罚, 不是举报) is not asked for. */
function firstMeant(sentence: string, found: { at: number; word: string }[]): { at: number; word: string } | undefined {
  return found.find(({ at }) => !UNWANTED.test(sentence.slice(Math.max(0, at - 8), at)))
}

const UNWANTED = /(?:不(?:是(?:来|要)?|想|打算|准备|要求|申请|用|需要?)|无需|没有?(?:打算|要求)|暂不|放弃)(?:再)?$/

function showing(clean: CleanText, { start, end }: Span, finders: readonly Finder[]): ShowingSentence | undefined {
  const sentence = clean.text.slice(start, end)
  const hits = finders.flatMap((find) => find(sentence) ?? [])
  if (hits.length === 0) return undefined
  const { word } = hits.reduce((first, next) => (next.at < first.at ? next : first))
  const inked = { start: start + sentence.search(/\S/), end: start + sentence.trimEnd().length }
  const span = originalSpan(clean, inked.start, inked.end)
  return { ...span, quote: clean.original.slice(span.start, span.end), because: word }
}
