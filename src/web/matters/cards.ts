import type { VNode } from 'preact'
import type { MatterPage } from '../../store/views/matter-page.ts'
import { acceptanceCard, followUpsCard } from '../calls/matter-cards.tsx'
import { jointCards } from '../joint/joint-cards.tsx'
import { lettersCard } from '../letters/letters-card.tsx'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { worksheetCard } from '../worksheet/card.tsx'
import type { Saying } from './say.ts'

/** What a card of the matter page is given. */
export interface MatterCardAt {
  web: WebParts
  visit: Visit
  page: MatterPage
  saying: Saying
}

/** Null where the viewer has nothing to see or do there. */
export type MatterCard = (at: MatterCardAt) => Promise<VNode | null>

/** What stands on a matter's page besides its way and its clocks, top to bottom. */
export const MATTER_CARDS: readonly MatterCard[] = [
  acceptanceCard,
  followUpsCard,
  jointCards,
  worksheetCard,
  lettersCard,
]
