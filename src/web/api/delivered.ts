import { randomUUID } from 'node:crypto'
import type { PaperFields } from '../../actions/imports/paper-fields.ts'
import { LARGEST_PAPER } from '../../actions/imports/read-paper-file.ts'
import type { Delivery, Received } from '../../actions/papers/receive-document.ts'
import { covers } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import type { WebParts } from '../web-parts.ts'
import type { TokenHolder } from './token-holder.ts'

/** A paper taken in, as answered. */
export interface Receipt {
  id: string
  outcome: Received['outcome']
  /** Where it can be read. */
  href: string
}

/**
 * A paper through the API's door. Its number is the sender's own (`id` too, but only where the sender is named: it counts within one batch);
 * without one the Idempotency-Key stands for it (within the token, and with `nth` for the papers of one request), so that a retry after
 * a crash counts once; without either it is a delivery of its own. Numbers count within one officer's deliveries: two officers who
 * hand in the same number never meet each other's paper.
 * @throws problem form.invalid for a region the officer does not see: the paper would vanish from her sight
 */
export function delivery(
  holder: TokenHolder,
  key: string | undefined,
  nth: number | undefined,
  fields: PaperFields,
  content: { bytes: Uint8Array; fileName?: string },
): Omit<Delivery, 'runId' | 'actor'> {
  const { officerId, region } = holder.viewer
  if (fields.given.region && !covers(region, fields.given.region)) {
    throw problem('form.invalid', { field: 'region', allowed: `within ${region}` })
  }
  const suffix = nth === undefined ? '' : `#${nth}`
  const own = key ? `${key}@${holder.tokenId}${suffix}` : randomUUID()
  return {
    envelope: {
      source: 'api',
      sender: fields.sender ?? 'api',
      external: numberOf(fields) ?? own,
      scope: officerId,
    },
    ...content,
    given: fields.given,
    ...(fields.identity ? { identity: fields.identity } : {}),
  }
}

/** The number by which its sender knows a paper, if there is one. */
export function numberOf({ external, sender, id }: PaperFields): string | undefined {
  return external ?? (sender ? id : undefined)
}

/** @throws problem request.too_large, intake.empty */
export function paperBytes(text: string | undefined): Uint8Array {
  if (text === undefined) throw problem('form.invalid', { field: 'text', allowed: 'text' })
  const bytes = Buffer.from(text)
  if (bytes.length > LARGEST_PAPER) throw problem('request.too_large')
  if (bytes.length === 0) throw problem('intake.empty')
  return bytes
}

export function receiptOf(received: Received): Receipt {
  return { id: received.documentId, outcome: received.outcome, href: `/api/v1/documents/${received.documentId}` }
}

/** A paper whose sender names no region is handled where the officer behind the token works. */
export function partsFor(web: WebParts, holder: TokenHolder): WebParts {
  return { ...web, homeRegion: holder.viewer.region }
}
