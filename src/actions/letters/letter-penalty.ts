import type { Knex } from 'knex'
import type { BasisArticle } from '../../core/check/rule.ts'
import { gravestSaid } from '../../core/letter/penalty-words.ts'
import type { CitedArticle, LetterFacts } from '../../core/letter/sources.ts'
import { hearingOf, tellsHearing } from '../../core/worksheet/hearing.ts'
import { penaltySheetOf } from '../../core/worksheet/penalty-sheet.ts'
import type { Typed } from '../../store/letters.ts'
import type { MatterFile } from '../../store/matters.ts'
import { worksheetGrounds } from '../../store/views/worksheet-page.ts'
import { type StoredWorksheet, worksheetOfMatter } from '../../store/worksheets.ts'
import type { Parts } from '../parts.ts'

/**
 * The articles a letter says are breached and those a penalty rests on, and whether a hearing is told of: what the officer named; else what the newest
 * worksheet of the decision came to; else, of the breached ones, those of the findings that were upheld.
 */
export async function penaltyFacts(
  db: Knex,
  parts: Pick<Parts, 'compiled' | 'discretion'>,
  file: MatterFile,
  letter: { typed: Typed; inputs: LetterFacts; day: string },
): Promise<LetterFacts> {
  const { basis } = parts.compiled.rulebook
  const sheet = await worksheetOfMatter(db, file.id)
  const named = (field: string) => articlesNamed(letter.typed[field], basis)
  const breached = named('articles.breach') ?? asCited(await breachedIds(db, file.id, sheet), basis)
  const penalties = named('articles.penalty') ?? asCited(sheet ? penaltyIds(sheet) : [], basis)
  return {
    'breach.articles': breached,
    'penalty.articles': penalties,
    'penalty.hearing': await isHearingDue(db, parts, file, sheet, letter),
    ...(sheet?.draft.proposed && { 'worksheet.fine': sheet.draft.proposed.fineFen }),
  }
}

/** Ids as ticked or typed, in that order; undefined where nothing was named. Unknown ones name nothing. */
function articlesNamed(typed: Typed[string] | undefined, basis: Basis): CitedArticle[] | undefined {
  const ids = [typed ?? []].flat().filter((id) => Object.hasOwn(basis, id))
  return ids.length > 0 ? asCited(ids, basis) : undefined
}

type Basis = Readonly<Record<string, BasisArticle>>

function asCited(ids: readonly string[], basis: Basis): CitedArticle[] {
  return [...new Set(ids)].flatMap((id) => {
    const article = basis[id]
    return article ? [citedArticle(article)] : []
  })
}

/** An article as a letter cites it: the instrument by its name, without the year by which the rulebook tells its versions apart. */
export function citedArticle({ id, title, article, confidence }: BasisArticle): CitedArticle {
  const instrument = title.zh.replace(/》（[^）]*[0-9]{4}年[^）]*）$/, '》')
  return { id, said: { zh: `${instrument}${article.zh}`, en: `${title.en} ${article.en}` }, confidence }
}

async function breachedIds(db: Knex, matterId: string, sheet: StoredWorksheet | undefined): Promise<string[]> {
  const punished = sheet ? countedLines(sheet).flatMap(({ punishes }) => punishes) : []
  if (punished.length > 0) return punished
  const grounds = await worksheetGrounds(db, matterId)
  return grounds.flatMap(({ finding: { basis, version } }) =>
    basis
      .filter((each) => each.role === 'violates' && each.condition === undefined)
      .filter((each) => each.version === undefined || version === null || each.version === version)
      .map(({ id }) => id),
  )
}

/** Of each act the article its one fine follows; all that count where no fine does. */
function penaltyIds(sheet: StoredWorksheet): string[] {
  return sheet.result.acts.flatMap(({ fine, lines }) =>
    fine.by !== null
      ? [fine.by]
      : lines.filter(({ status }) => status === 'applies' || status === 'shared').map(({ id }) => id),
  )
}

function countedLines({ result }: StoredWorksheet) {
  const ids = new Set(result.acts.flatMap(({ fine }) => (fine.by === null ? [] : [fine.by])))
  const counted = result.acts.flatMap(({ lines }) =>
    lines.filter(({ status }) => status === 'applies' || status === 'shared'),
  )
  return ids.size > 0 ? counted.filter(({ id }) => ids.has(id)) : counted
}

/**
 * By the worksheet, by the amounts of this letter and by its words; where it depends on something open, the right is told of. What an officer looked
 * up, and a head approved with the worksheet, leaves it out of a letter that takes no more; what no head approved leaves nothing out.
 */
async function isHearingDue(
  db: Knex,
  { discretion }: Pick<Parts, 'discretion'>,
  file: MatterFile,
  newest: StoredWorksheet | undefined,
  { inputs, day }: { inputs: LetterFacts; day: string },
): Promise<boolean> {
  const approved = file.matter.penalty?.proposed
  if (approved?.hearing || (newest && penaltySheetOf(newest)?.hearing)) return true
  const [fine, taken] = [Number(inputs['input.fine'] ?? 0), Number(inputs['input.illegal_gains'] ?? 0)]
  const said = gravestSaid(String(inputs['input.penalty'] ?? '')).map(({ kind }) => kind)
  const does = (kind: 'licence' | 'closure') =>
    newest?.draft.proposed?.[kind] || said.includes(kind) ? ('yes' as const) : ('no' as const)
  const weight = {
    fineFen: [fine, fine],
    takenFen: [taken, taken],
    licence: does('licence'),
    closure: does('closure'),
  } as const
  const hearing = hearingOf(weight, newest?.draft.party ?? 'unit', file.region, day, discretion)
  const isWithin = approved && fine <= approved.fineFen && taken <= (approved.takenFen ?? 0)
  const sheet = isWithin ? await worksheetOfMatter(db, file.id, approved.version) : undefined
  return tellsHearing(hearing, sheet?.draft.hearingLeftOut ?? null)
}
