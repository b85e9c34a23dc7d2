import { type CompiledRulebook, compile } from '../../core/check/compile.ts'
import type { Rulebook } from '../../core/check/rule.ts'
import { assess } from '../../core/pipeline.ts'
import { problem } from '../../core/problem.ts'
import { activeHash } from '../../store/rulebook-activations.ts'
import { rulebookByHash } from '../../store/rulebooks.ts'
import type { Parts } from '../parts.ts'

/**
 * Take up the rulebook that is active in the database, if these parts hold another: one short query when nothing changed. Asked before each
 * paper, so that every process follows an activation without being started again. Each assessment carries the hash it was made with.
 * On a database that knows no activation the rulebook at hand stays.
 * @throws problem rulebook.unusable when the active version was written by another release of the program
 */
export async function useActiveRulebook(parts: Pick<Parts, 'db' | 'compiled' | 'log'>): Promise<CompiledRulebook> {
  const hash = await activeHash(parts.db)
  const before = parts.compiled.rulebook.hash
  if (hash === undefined || hash === before) return parts.compiled
  parts.compiled = await compileStored(parts.db, hash)
  parts.log.info({ before, after: hash }, 'took up another rulebook')
  return parts.compiled
}

/** A stored version made ready to run. @throws problem not_found, rulebook.unusable */
export async function compileStored(db: Parts['db'], hash: string): Promise<CompiledRulebook> {
  const rulebook = await rulebookByHash(db, hash)
  if (!rulebook) throw problem('not_found', { hash })
  return madeReady(rulebook)
}

/** Compiled, and tried on a paper before anybody relies on it: a version of another release may lack what this one asks for. @throws problem rulebook.unusable */
export function madeReady(rulebook: Rulebook): CompiledRulebook {
  try {
    const compiled = compile(rulebook)
    assess({ text: '旅居养老会员卡，每月返利，保本保息，年化收益12%。', kind: 'marketing' }, '2026-01-01', compiled)
    return compiled
  } catch (error) {
    throw problem('rulebook.unusable', { hash: rulebook.hash }, error)
  }
}
