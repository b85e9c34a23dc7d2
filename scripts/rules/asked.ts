/** What `try` and `explain` are asked about: a text in its circumstances, one rule or all, and who is to judge it. */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readCircumstances } from '../../src/actions/imports/read-paper.ts'
import { paperOfDocument } from '../../src/actions/papers/paper-of-document.ts'
import { compileStored } from '../../src/actions/rulebook/use-active-rulebook.ts'
import { type CompiledRulebook, compile } from '../../src/core/check/compile.ts'
import type { Paper } from '../../src/core/pipeline.ts'
import { problem } from '../../src/core/problem.ts'
import { loadRulebook } from '../../src/rulebook/load.ts'
import { assessmentById } from '../../src/store/assessments.ts'
import { withDatabase } from './database.ts'
import { deskJudge, type Judge, judgeNamed, judgeOfAssessment, NO_MODEL } from './judge.ts'
import { today, UsageError } from './tell.ts'

export interface Asked {
  compiled: CompiledRulebook
  judge: Judge
  paper: Paper
  receivedOn: string
  /** Id or code of the one rule asked about. */
  wanted: string | undefined
}

const DOCUMENT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * `[--rule ID|CODE] [--folder DIR] [--model HASH|champion | --no-model] [circumstances] TEXT|FILE|-|DOCUMENT-ID`. A paper of the database is judged
 * by the rulebook and the model it was assessed with; where a folder is named, by its rules and the model that is champion now. Any other text is
 * judged by the model that came with the program, without a look at the database, unless `--model` names one that is kept there.
 * What is no file is the text itself.
 */
export async function readAsked(args: string[]): Promise<Asked> {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      rule: text,
      folder: text,
      kind: text,
      date: text,
      until: text,
      region: text,
      entity: text,
      channel: text,
      model: text,
      ...NO_MODEL,
    },
  })
  const [what, ...rest] = positionals
  if (what === undefined || rest.length > 0)
    throw new UsageError('name one text, file, "-" or document id / 请给出一段文字、一个文件、"-" 或材料编号')
  const { rule: wanted, folder, model, 'no-model': withoutModel, ...circumstances } = values
  if (model !== undefined && withoutModel)
    throw new UsageError('--model or --no-model, not both / --model 与 --no-model 只能选一')
  const by: Wanted = { folder, model, withoutModel }
  const asked = DOCUMENT_ID.test(what) ? await ofDocument(what, by) : await ofText(textOf(what), by)
  const { compiled } = asked
  if (wanted !== undefined)
    ruleNamed(
      compiled.rules.map(({ rule }) => rule),
      wanted,
    )
  return { ...asked, paper: { ...asked.paper, ...readCircumstances(circumstances) }, wanted }
}

/** @throws problem rulebook.invalid with the codes there are, where no rule is called so */
export function ruleNamed<R extends { id: string; code: string }>(rules: readonly R[], wanted: string): R {
  const found = rules.find((rule) => isWanted(rule, wanted))
  if (found) return found
  const codes = rules.map(({ code }) => code).sort()
  throw problem('rulebook.invalid', {
    mistakes: [`no rule is called / 没有规则 "${wanted}"; allowed / 允许: ${codes.join(', ')}`],
  })
}

export function isWanted(rule: { id: string; code: string }, wanted: string): boolean {
  return rule.id === wanted || rule.code === wanted
}

function textOf(what: string): string {
  if (what === '-') return readFileSync(0, 'utf8')
  if (existsSync(what)) return readFileSync(what, 'utf8')
  // A path that leads nowhere is a slip, not a text to be judged.
  if (/^[\w./\\~-]+$/.test(what)) throw problem('form.invalid', { says: `no file / 没有文件: ${what}` })
  return what
}

/** By which rules and which model it is to be judged. */
interface Wanted {
  folder: string | undefined
  model: string | undefined
  withoutModel: boolean | undefined
}

async function ofText(text: string, { folder, model, withoutModel }: Wanted): Promise<Omit<Asked, 'wanted'>> {
  const judge =
    model === undefined ? await deskJudge(withoutModel) : await withDatabase('reads', (db) => judgeNamed(db, model))
  return { compiled: compile(loadRulebook(folder)), judge, paper: { text }, receivedOn: today() }
}

async function ofDocument(id: string, { folder, model, withoutModel }: Wanted): Promise<Omit<Asked, 'wanted'>> {
  return withDatabase('reads', async (db) => {
    const found = await paperOfDocument(db, id)
    if (!found) throw problem('not_found', { documentId: id })
    const { document, paper, receivedOn } = found
    const assessment =
      folder === undefined && document.assessmentId ? await assessmentById(db, document.assessmentId) : undefined
    const compiled = assessment ? await compileStored(db, assessment.rulebook) : compile(loadRulebook(folder))
    const judgeOf = () =>
      assessment && !withoutModel ? judgeOfAssessment(db, assessment.model) : deskJudge(withoutModel, db)
    const judge = await (model === undefined ? judgeOf() : judgeNamed(db, model))
    return { compiled, judge, paper, receivedOn }
  })
}
