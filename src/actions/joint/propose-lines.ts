import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import type { CompiledRulebook } from '../../core/check/compile.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import type { Category } from '../../core/document.ts'
import { assess } from '../../core/pipeline.ts'
import { problem } from '../../core/problem.ts'
import type { FoundCode, IntakeFacts } from '../../core/routing/intake-facts.ts'
import { linesFor, type ProposedLine } from '../../core/routing/lines.ts'
import { linesOfBundle, notesOfBundle } from '../../store/lines.ts'
import { type MatterFile, matterById, mattersOfBundle } from '../../store/matters.ts'
import { type BundlePaper, papersOfBundle } from '../../store/views/bundle-papers.ts'
import { maySeeMatter } from '../../store/visibility.ts'
import type { Parts } from '../parts.ts'

/** What the letter of a matter may open, and what was known when it was asked. */
export interface LinesProposed {
  facts: IntakeFacts
  lines: ProposedLine[]
}

/**
 * Which ways the letter of a matter may go: from what was found in its papers (findings ruled out left out), what was told, and what officers
 * stated besides.
 * @throws problem not_found when the viewer may not see the matter
 */
export async function proposeLines(
  parts: Pick<Parts, 'db' | 'compiled' | 'responsibilities'>,
  viewer: Viewer,
  matterId: string,
): Promise<LinesProposed> {
  const file = await matterById(parts.db, matterId)
  if (!file || !maySeeMatter(viewer, file)) throw problem('not_found', { matterId })
  return proposeLinesIn(parts.db, parts, file)
}

/** The same inside a deed's transaction; whoever calls has checked that the matter may be seen. */
export async function proposeLinesIn(
  db: Knex,
  { compiled, responsibilities }: Pick<Parts, 'compiled' | 'responsibilities'>,
  file: MatterFile,
): Promise<LinesProposed> {
  const bundle = await mattersOfBundle(db, file.bundleId)
  const papers = await papersOfBundle(
    db,
    bundle.map(({ id }) => id),
  )
  const hints = papers.flatMap((paper) => hintsOf(paper, compiled))
  const isSplit = hints.some(({ code }) => code === 'PX-01')
  const kinds = new Set(bundle.map(({ kind }) => kind))
  const facts: IntakeFacts = {
    on: shanghaiDay(file.receivedAt),
    bureau: file.region,
    asks: [
      ...(kinds.has('complaint') || isSplit ? (['complaint'] as const) : []),
      ...(kinds.has('report') || isSplit ? (['report'] as const) : []),
    ],
    labels: labelsOf(bundle, papers),
    findings: [...papers.flatMap(({ findings }) => findings.map((each) => titled(each, compiled))), ...hints],
    entity: firstKnown(papers.map(({ circumstances }) => circumstances.entity)),
    channel: firstKnown(papers.map(({ circumstances }) => circumstances.channel)),
    text: [file.summary, ...papers.map(({ text }) => text)].join('\n'),
    notes: await notesOfBundle(db, file.bundleId),
    opened: [
      ...(await linesOfBundle(db, file.bundleId)).map(({ line }) => line),
      ...(kinds.has('complaint') ? ['complaint_mediation'] : []),
      ...(kinds.has('report') || kinds.has('lead') ? ['report_check'] : []),
    ],
  }
  return { facts, lines: linesFor(responsibilities, facts) }
}

/** Hints of procedure are told anew: they are not kept. */
const HINT_CHARACTERS = 20_000

function hintsOf({ kind, text, circumstances }: BundlePaper, compiled: CompiledRulebook): FoundCode[] {
  if (kind !== 'complaint' && kind !== 'report') return []
  const { date, region } = circumstances
  const told = assess({ text: text.slice(0, HINT_CHARACTERS), kind, date, region }, date, compiled).procedure
  return told.map(({ code, title, quote }) => ({ code, title, quote, category: null, severity: 1 }))
}

function titled(finding: BundlePaper['findings'][number], { rulebook }: CompiledRulebook): FoundCode {
  const { code, rule, quote, category, severity } = finding
  const title = rulebook.rules.find(({ id }) => id === rule)?.title ?? { zh: code, en: code }
  return { code, title, quote, category, severity }
}

function labelsOf(bundle: readonly MatterFile[], papers: readonly BundlePaper[]): Category[] {
  const said = [...papers.flatMap(({ labels }) => labels), ...bundle.flatMap(({ category }) => category ?? [])]
  return [...new Set(said)] as Category[]
}

function firstKnown<T extends string>(values: readonly (T | 'unknown')[]): T | 'unknown' {
  return values.find((value) => value !== 'unknown') ?? 'unknown'
}
