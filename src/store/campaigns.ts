import type { Knex } from 'knex'

/** A campaign of the bureau (专项行动): tasks without a matter. */
export interface Campaign {
  id: string
  name: string
  aim: string
  region: string
  /** `YYYY-MM-DD`, both days included. */
  fromDay: string
  toDay: string
  ownerId: string
  state: 'open' | 'closed'
  /** What came of it, written at the end. */
  summary: string
  openedBy: string
  openedAt: string
  closedAt: string | null
  version: number
}

export async function insertCampaign(
  trx: Knex.Transaction,
  campaign: Omit<Campaign, 'state' | 'summary' | 'closedAt' | 'version'>,
): Promise<void> {
  await trx('campaigns').insert({
    id: campaign.id,
    name: campaign.name,
    aim: campaign.aim,
    region: campaign.region,
    from_day: campaign.fromDay,
    to_day: campaign.toDay,
    owner_id: campaign.ownerId,
    state: 'open',
    opened_by: campaign.openedBy,
    opened_at: campaign.openedAt,
  })
}

export async function campaignById(db: Knex, id: string): Promise<Campaign | undefined> {
  const row = await db('campaigns').where({ id }).first()
  return row && asCampaign(row)
}

/** @returns false when somebody else changed it since `version`, or it is closed already. */
export async function closeCampaignRow(
  trx: Knex.Transaction,
  id: string,
  version: number,
  end: { summary: string; at: string },
): Promise<boolean> {
  return (
    (await trx('campaigns')
      .where({ id, version, state: 'open' })
      .update({ state: 'closed', summary: end.summary, closed_at: end.at, version: version + 1 })) === 1
  )
}

export function asCampaign(row: Record<string, any>): Campaign {
  return {
    id: row.id,
    name: row.name,
    aim: row.aim,
    region: row.region,
    fromDay: row.from_day,
    toDay: row.to_day,
    ownerId: row.owner_id,
    state: row.state,
    summary: row.summary,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    version: row.version,
  }
}
