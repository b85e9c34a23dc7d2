import type { Knex } from 'knex'
import * as desk from './0001_desk.ts'
import * as circumstances from './0002_circumstances.ts'
import * as rulebookVersions from './0003_rulebook_versions.ts'
import * as models from './0004_models.ts'
import * as matters from './0005_matters.ts'
import * as letters from './0006_letters.ts'
import * as jointWork from './0007_joint_work.ts'
import * as calls from './0008_calls.ts'
import * as worksheets from './0009_worksheets.ts'
import * as jointReminders from './0010_joint_reminders.ts'
import * as secondHearing from './0011_second_hearing.ts'

/** Every migration in order. Two branches that take one number meet here as a merge conflict, which is the intention. */
const migrations = [
  { name: '0001_desk', ...desk },
  { name: '0002_circumstances', ...circumstances },
  { name: '0003_rulebook_versions', ...rulebookVersions },
  { name: '0004_models', ...models },
  { name: '0005_matters', ...matters },
  { name: '0006_letters', ...letters },
  { name: '0007_joint_work', ...jointWork },
  { name: '0008_calls', ...calls },
  { name: '0009_worksheets', ...worksheets },
  { name: '0010_joint_reminders', ...jointReminders },
  { name: '0011_second_hearing', ...secondHearing },
] as const

type Listed = (typeof migrations)[number]

/** Names without extensions, so that `.ts` and `.js` runs agree on what was done (knex records names). */
export const migrationSource: Knex.MigrationSource<Listed> = {
  getMigrations: async () => [...migrations],
  getMigrationName: (migration) => migration.name,
  getMigration: async (migration) => migration,
}
