import type { Channel } from '../document.ts'
import { type Call, wantsComplaint } from './call.ts'

/**
 * The places told that decide which bureau a call is for, what counts most first; GB/T 2260. For a complaint the seller's own alone (令121 art. 13); for a
 * mere report that of the act (art. 29), yet that of the seller on the net (art. 31) and of whoever publishes an advertisement (art. 32).
 */
export function decidingPlaces(call: Call): string[] {
  const { seller, happenedIn, channel } = call
  if (wantsComplaint(call)) return told(seller.region)
  return isOnline(channel) || isPublished(call) ? told(seller.region, happenedIn) : told(happenedIn, seller.region)
}

export function isOnline(channel: Channel | undefined): boolean {
  return channel === 'web' || channel === 'app' || channel === 'live'
}

/** What stands outdoors or is handed out goes by where that is. */
function isPublished({ isAboutAdvertising, channel }: Call): boolean {
  return isAboutAdvertising && channel !== 'outdoor' && channel !== 'print'
}

function told(...places: (string | undefined)[]): string[] {
  return places.flatMap((place) => place ?? [])
}
