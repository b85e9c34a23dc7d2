import type { Knex } from 'knex'
import type { Source } from '../core/intake/envelope.ts'

/** The envelope as it came. */
export interface Intake {
  id: string
  deliveryKey: string
  source: Source
  sender: string
  external: string | null
  rowLocator: string | null
  fileName: string | null
  sha256: string
  region: string
  runId: string | null
  parentId: string | null
  identityId: string | null
  officerId: string | null
  receivedAt: string
}

/**
 * Insert unless the same delivery is there already.
 * @returns the intake now standing for this delivery: the one given, or the earlier one.
 */
export async function insertIntakeOnce(trx: Knex.Transaction, intake: Intake): Promise<Intake> {
  await trx('intakes').insert(asRow(intake)).onConflict('delivery_key').ignore()
  return asIntake(await trx('intakes').where({ delivery_key: intake.deliveryKey }).first())!
}

export async function intakeById(db: Knex, id: string): Promise<Intake | undefined> {
  return asIntake(await db('intakes').where({ id }).first())
}

function asRow(intake: Intake): Record<string, unknown> {
  return {
    id: intake.id,
    delivery_key: intake.deliveryKey,
    source: intake.source,
    sender: intake.sender,
    external: intake.external,
    row_locator: intake.rowLocator,
    file_name: intake.fileName,
    sha256: intake.sha256,
    region: intake.region,
    run_id: intake.runId,
    parent_id: intake.parentId,
    identity_id: intake.identityId,
    officer_id: intake.officerId,
    received_at: intake.receivedAt,
  }
}

function asIntake(row: Record<string, any> | undefined): Intake | undefined {
  return (
    row && {
      id: row.id,
      deliveryKey: row.delivery_key,
      source: row.source,
      sender: row.sender,
      external: row.external,
      rowLocator: row.row_locator,
      fileName: row.file_name,
      sha256: row.sha256,
      region: row.region,
      runId: row.run_id,
      parentId: row.parent_id,
      identityId: row.identity_id,
      officerId: row.officer_id,
      receivedAt: row.received_at,
    }
  )
}
