import type { Parts } from '../../actions/parts.ts'
import type { importPage } from '../../store/views/imports.ts'
import type { Status } from '../../store/views/status.ts'

/** Closed lists that live below the web, reached through what the web may see of them. */
type Reading = Awaited<ReturnType<Parts['reader']['read']>>
type ImportPage = Awaited<ReturnType<typeof importPage>>

export type UnreadableReason = Extract<Reading, { outcome: 'unreadable' }>['reason']
export type Stage = keyof Status['stages']
export type Outcome = keyof ImportPage['counts']['items']
export type RunState = ImportPage['run']['state']
