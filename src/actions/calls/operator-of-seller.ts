import type { Knex } from 'knex'
import { isCreditCode } from '../../core/extract/licence.ts'
import type { Seller } from '../../core/intake/call.ts'
import { addIdentifiers, type Operator, operatorById } from '../../store/operators.ts'
import { nameOperator } from '../matters/name-operator.ts'

/** The enterprise a caller speaks of: the one chosen on the form, else the one that is meant by what was told. Undefined where nothing names it. */
export async function operatorOfSeller(
  trx: Knex.Transaction,
  seller: Seller,
  heard: { region: string; by: string; at: string },
): Promise<Operator | undefined> {
  const { name = '', phone = '' } = seller
  const chosen = seller.operatorId ? await operatorById(trx, seller.operatorId) : undefined
  if (!chosen) {
    const region = seller.region ?? heard.region
    return nameOperator(trx, heard.by, { name, creditCode: codeOf(seller), phone, region }, heard.at)
  }
  const told = [
    { kind: 'name', value: name },
    { kind: 'credit_code', value: codeOf(seller) },
    { kind: 'phone', value: phone },
  ] as const
  await addIdentifiers(trx, chosen.id, told, heard.at)
  return chosen
}

/** A code heard wrong would tie strangers together: one that breaks its own check digit is left out. */
function codeOf({ code = '' }: Seller): string {
  const bare = code.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  return isCreditCode(bare) ? bare : ''
}
