import type { WordsOf } from '../words.ts'
import type { events as zh } from '../zh/events.ts'

export const events: WordsOf<typeof zh> = {
  'lead.proposed': 'proposed by the system',
  'lead.document_joined': 'another paper joined',
  'lead.raised': 'raised',
  'lead.taken': 'taken',
  'lead.released': 'released',
  'lead.dispatched': 'dispatched',
  'lead.returned': 'returned',
  'lead.dismissed': 'dismissed',
  'lead.opened': 'case opened',
  'case.opened': 'case opened',
  'finding.upheld': 'finding upheld',
  'finding.dismissed': 'finding dismissed',
  'document.received': 'received',
  'document.assessed': 'assessed',
  'document.split': 'split into rows',
  'document.unreadable': 'could not be read',
  'document.failed': 'processing failed',
  'officer.added': 'officer added',
  'officer.signed_in': 'signed in',
  'officer.password_set': 'password reset',
  'officer.disabled': 'account disabled',
  'api_token.created': 'API token created',
  'api_token.revoked': 'API token revoked',
  other: 'changed',
}
