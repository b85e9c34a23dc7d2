import type { VNode } from 'preact'
import type { Fact, FactType } from '../../core/extract/fact.ts'
import type { DocumentPage } from '../../store/views/document-page.ts'
import type { FindingOnPage } from '../../store/views/findings-on-page.ts'
import type { Words } from '../words/words.ts'
import { type Layer, type Segment, segments } from './segments.ts'

/** What may cover a stretch of text. Numbers are those of the findings beside it, from 1. */
type Cover = { finding: number; isElement: boolean } | { context: number } | { fact: FactType }

/** A finding that spans more than this is marked at its elements only: a page all shaded shows nothing. */
const WHOLE_SPAN_AT_MOST = 160

interface MarkedTextProps {
  text: NonNullable<DocumentPage['text']>
  findings: readonly FindingOnPage[]
  facts: readonly Fact[]
  words: Words
}

/** The original text to the letter, with findings shaded by severity and facts underlined. */
export function MarkedText({ text, findings, facts, words }: MarkedTextProps): VNode {
  const pages = new Map((text.pages ?? []).map((start, at) => [start, at + 1]))
  const layers = [
    ...findings.flatMap((finding, at) => layersOf(finding, at + 1)),
    ...facts.flatMap((fact) => layersOfFact(fact)),
  ]
  const begun = new Set<number>()
  return (
    <div class="paper" lang="zh-CN">
      {segments<Cover>(text.text, layers, [...pages.keys()]).map((segment) => (
        <>
          {pages.has(segment.start) && pages.size > 1 ? (
            <span class="page-break" data-page={words.document.page(pages.get(segment.start)!)} />
          ) : null}
          <Stretch segment={segment} findings={findings} begun={begun} words={words} />
        </>
      ))}
    </div>
  )
}

function layersOf(finding: FindingOnPage, number: number): Layer<Cover>[] {
  const layers = finding.elements.map(({ start, end }): Layer<Cover> => {
    // What the rule only needed somewhere in the paper (that it is about care) stands outside the finding's own words.
    const isInside = start >= finding.start && end <= finding.end
    return { start, end, is: isInside ? { finding: number, isElement: true } : { context: number } }
  })
  const isShort = finding.end - finding.start <= WHOLE_SPAN_AT_MOST
  const hasElements = layers.some(({ start, end, is }) => start < end && 'finding' in is)
  if (!isShort && hasElements) return layers
  return [{ start: finding.start, end: finding.end, is: { finding: number, isElement: false } }, ...layers]
}

function layersOfFact(fact: Fact): Layer<Cover>[] {
  return (fact.parts ?? [fact]).map(({ start, end }) => ({ start, end, is: { fact: fact.type } }))
}

interface StretchProps {
  segment: Segment<Cover>
  findings: readonly FindingOnPage[]
  /** Numbers whose mark has begun; a finding's anchor stands where it begins. */
  begun: Set<number>
  words: Words
}

function Stretch({ segment, findings, begun, words }: StretchProps) {
  const numbers = [...new Set(segment.covers.flatMap((cover) => ('finding' in cover ? [cover.finding] : [])))]
  const types = [...new Set(segment.covers.flatMap((cover) => ('fact' in cover ? [cover.fact] : [])))]
  const fact = types.length > 0 ? types.map((type) => words.terms.fact[type]).join(' · ') : undefined
  if (numbers.length === 0) {
    const context = contextOf(segment, findings)
    return fact || context ? (
      <span class={context ? 'context' : 'fact'} title={[context, fact].filter(Boolean).join(' · ')}>
        {segment.text}
      </span>
    ) : (
      segment.text
    )
  }
  const worst = numbers.reduce((a, b) => (findings[b - 1]!.severity > findings[a - 1]!.severity ? b : a))
  const isElement = segment.covers.some((cover) => 'finding' in cover && cover.isElement)
  const isDismissed = numbers.every((number) => findings[number - 1]!.rulings.at(-1)?.verdict === 'dismissed')
  const beginning = numbers.filter((number) => !begun.has(number))
  for (const number of beginning) begun.add(number)
  return (
    <>
      {beginning.map((number) => (
        // Its number is drawn by the stylesheet, so that searching and copying the page meet the paper's own words only.
        // biome-ignore lint/a11y/useAnchorContent: named by aria-label
        <a
          class={`badge sev-${findings[number - 1]!.severity}`}
          id={`m-${number}`}
          href={`#f-${number}`}
          data-n={number}
          aria-label={`${words.document.findings} ${number}`}
        />
      ))}
      <mark
        class={[
          `sev-${findings[worst - 1]!.severity}`,
          isElement && 'element',
          isDismissed && 'dismissed',
          fact && 'fact',
        ]
          .filter(Boolean)
          .join(' ')}
        title={[...numbers.map((number) => findings[number - 1]!.code), fact].filter(Boolean).join(' · ')}
        data-findings={numbers.join(' ')}
      >
        <a href={`#f-${worst}`}>{segment.text}</a>
      </mark>
    </>
  )
}

function contextOf(segment: Segment<Cover>, findings: readonly FindingOnPage[]): string | undefined {
  const codes = segment.covers.flatMap((cover) => ('context' in cover ? [findings[cover.context - 1]!.code] : []))
  return codes.length > 0 ? [...new Set(codes)].join(' · ') : undefined
}

/** Whether a finding has a mark in the text to jump to. */
export function hasMark(finding: FindingOnPage): boolean {
  return layersOf(finding, 1).some(({ start, end, is }) => start < end && 'finding' in is)
}
