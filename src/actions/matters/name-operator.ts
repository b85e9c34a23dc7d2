import type { Knex } from 'knex'
import { isCreditCode } from '../../core/extract/licence.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import {
  addIdentifiers,
  type Identifier,
  insertOperator,
  type Operator,
  operatorByIdentifier,
} from '../../store/operators.ts'

/**
 * A credit code as an officer typed it, in the form it is compared in: a mistyped one would tie strangers together. Empty where none was typed.
 * @throws problem form.invalid (credit_code) for one that breaks its check digit
 */
export function mustBeCreditCode(typed: string): string {
  const code = typed.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  if (code !== '' && !isCreditCode(code)) throw problem('form.invalid', { field: 'credit_code' })
  return code
}

/** A seller as somebody names it. */
export interface NamedSeller {
  name: string
  creditCode?: string
  phone?: string
  region: string
}

/**
 * The operator that is meant: by its credit code, else by its whole name within the province; a new one where neither is known.
 * What was named besides is noted as its own. A telephone alone never makes or finds one: numbers change hands. Undefined when nothing is named.
 */
export async function nameOperator(
  trx: Knex.Transaction,
  by: string,
  { name, creditCode = '', phone = '', region }: NamedSeller,
  now: string,
): Promise<Operator | undefined> {
  const known =
    (creditCode && (await operatorByIdentifier(trx, { kind: 'credit_code', value: creditCode }))) ||
    (name && (await operatorByIdentifier(trx, { kind: 'name', value: name }, region))) ||
    undefined
  if (!known && name === '') return undefined
  const besides: Identifier[] = [
    ...(name ? [{ kind: 'name', value: name } as const] : []),
    ...(creditCode ? [{ kind: 'credit_code', value: creditCode } as const] : []),
    ...(phone ? [{ kind: 'phone', value: phone } as const] : []),
  ]
  if (known) {
    await addIdentifiers(trx, known.id, besides, now)
    return known
  }
  const operator = await insertOperator(trx, { name, region, createdAt: now, createdBy: by }, besides)
  await appendEvent(trx, {
    at: now,
    actor: by,
    verb: 'operator.noted',
    subjectType: 'operator',
    subjectId: operator.id,
  })
  return operator
}
