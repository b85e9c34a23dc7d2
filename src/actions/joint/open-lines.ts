import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { noSuchRegion } from '../../core/regions/no-such-region.ts'
import { isRegion } from '../../core/regions/region.ts'
import type { IntakeFacts } from '../../core/routing/intake-facts.ts'
import type { ProposedLine } from '../../core/routing/lines.ts'
import type { LineKind } from '../../core/routing/responsibility.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import { insertLine, type Line } from '../../store/lines.ts'
import { documentsOfMatter, type MatterFile, mattersOfBundle } from '../../store/matters.ts'
import { openMatterIn } from '../matters/open-matter.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { matterForJointWork } from './joint-matter.ts'
import { proposeLinesIn } from './propose-lines.ts'

export interface LinesOrder {
  matterId: string
  /** Of the matter as the officer saw it. */
  version: number
  /** Lines of `rules/responsibilities.yaml`, proposed or not. */
  lines: readonly string[]
  /** Region of a bureau elsewhere, for a request for assistance. */
  place?: string
  reason: string
}

/** A line opened, with the matter of our own that begins with it, if one does. */
export interface LineOpened {
  line: Omit<Line, 'version'>
  opened: MatterFile | null
}

/**
 * Opens several lines of one letter at once (一案多线). A line of our own begins a matter, or goes on under the one that is there; one that
 * goes to others is written down and sent by itself. The matter and its clocks stay as they are.
 * @throws problem auth.forbidden, not_found, form.stale (the matter moved on, or a line was opened meanwhile), form.invalid (lines, place, reason)
 */
export async function openLines(
  parts: Pick<Parts, 'db' | 'now' | 'procedure' | 'compiled' | 'responsibilities'>,
  viewer: Viewer,
  order: LinesOrder,
): Promise<LineOpened[]> {
  const kinds = [...new Set(order.lines)].map((id) => parts.responsibilities.lines[id])
  if (kinds.length === 0 || kinds.includes(undefined)) throw problem('form.invalid', { field: 'lines' })
  const place = order.place?.trim() ?? ''
  if (place !== '' && !isRegion(place)) throw noSuchRegion('place', place)
  if (place === '' && kinds.some((kind) => kind!.elsewhere)) throw problem('form.invalid', { field: 'place' })
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    const file = await matterForJointWork(trx, viewer, 'line.open', order)
    const reason = mustSayWhy(order.reason)
    const { facts, lines: proposed } = await proposeLinesIn(trx, parts, file)
    const opened: LineOpened[] = []
    for (const kind of kinds as LineKind[]) {
      const target = await targetOf(trx, parts, viewer.officerId, file, kind, { asks: facts.asks, reason, now })
      const line = {
        id: newId(),
        bundleId: file.bundleId,
        matterId: file.id,
        line: kind.id,
        place: kind.elsewhere ? place : '',
        department: kind.to,
        targetId: target?.matter.id ?? null,
        state: 'open' as const,
        because: reasonsOf(proposed, kind.id),
        openedBy: viewer.officerId,
        openedAt: now,
        sentAt: null,
        sentHow: '',
        due: null,
        answeredAt: null,
        answer: '',
      }
      if (!(await insertLine(trx, line))) throw problem('form.stale', { matterId: file.id, line: kind.id })
      await appendEvent(trx, {
        at: now,
        actor: viewer.officerId,
        verb: 'line.opened',
        subjectType: 'matter',
        subjectId: file.id,
        reason,
        after: { line: kind.id, title: kind.title.zh, ...(target ? { number: target.matter.number } : {}) },
      })
      opened.push({ line, opened: target?.isNew ? target.matter : null })
    }
    return opened
  })
}

function reasonsOf(proposed: readonly ProposedLine[], line: string): Line['because'] {
  const found = proposed.find((each) => each.line.id === line)
  return found?.because.map(({ matter, why }) => ({ matter: matter?.id ?? null, why })) ?? []
}

/** The matter that carries the line: the one of the letter that fits, else a new one. Null where others carry it. */
async function targetOf(
  trx: Knex.Transaction,
  parts: Pick<Parts, 'now' | 'procedure'>,
  by: string,
  file: MatterFile,
  kind: LineKind,
  { asks, reason, now }: { asks: IntakeFacts['asks']; reason: string; now: string },
): Promise<{ matter: MatterFile; isNew: boolean } | null> {
  const isAsked = kind.asks !== null && asks.includes(kind.asks)
  const begins = isAsked ? kind.opens : (kind.found?.[file.state] ?? kind.found?.any ?? kind.opens)
  if (begins === null) return null
  const opening = parts.procedure.openings[begins]!
  const carries = opening.kind === 'complaint' ? ['complaint'] : ['report', 'lead']
  const bundle = await mattersOfBundle(trx, file.bundleId)
  const fitting = bundle.find((each) => carries.includes(each.kind) && !OVER.has(each.state))
  if (fitting) return { matter: fitting, isNew: false }
  const { named, advertising } = file.matter.facts
  const matter = await openMatterIn(trx, parts, by, {
    opening: begins,
    region: file.region,
    title: file.title,
    summary: file.summary,
    operatorId: file.operatorId,
    operatorSaid: file.operatorSaid,
    bundleId: file.bundleId,
    parentId: file.id,
    source: 'matter',
    category: file.category,
    paidFen: file.paidFen,
    // What the letter itself asks for was received with it; what we find in it was found now.
    receivedAt: isAsked ? file.receivedAt : now,
    reason,
    facts: {
      ...(named === undefined ? {} : { named }),
      ...(advertising === undefined ? {} : { advertising }),
    },
    documentIds: await documentsOfMatter(trx, file.id),
  })
  return { matter, isNew: true }
}

/** A matter that no longer carries anything. */
const OVER: ReadonlySet<string> = new Set(['withdrawn', 'returned', 'dismissed', 'joined', 'archived'])
