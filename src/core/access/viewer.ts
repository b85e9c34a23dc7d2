/** What an officer does here; it decides what she may do, the region decides what she may see. */
export const ROLES = ['hotline', 'officer', 'reviewer', 'head', 'analyst'] as const
export type Role = (typeof ROLES)[number]

/** Who is looking. Every read takes one. */
export interface Viewer {
  officerId: string
  name: string
  role: Role
  /** GB/T 2260, six digits; `000000` is the whole country. */
  region: string
}

const PERMISSIONS = {
  'document.receive': ['hotline', 'officer', 'reviewer', 'head', 'analyst'],
  'document.read': ['hotline', 'officer', 'reviewer', 'head', 'analyst'],
  'document.retry': ['officer', 'reviewer', 'head'],
  'document.correct': ['officer', 'reviewer', 'head'],
  'law.choose': ['officer', 'reviewer', 'head'],
  'article.read': ['officer', 'reviewer', 'head', 'analyst'],
  'article.record': ['reviewer', 'head'],
  'article.approve': ['reviewer', 'head'],
  'lead.read': ['officer', 'reviewer', 'head', 'analyst'],
  'lead.take': ['officer', 'reviewer', 'head'],
  'lead.dispatch': ['reviewer', 'head'],
  'lead.return': ['officer', 'reviewer', 'head'],
  'lead.dismiss': ['officer', 'reviewer', 'head'],
  'lead.reopen': ['reviewer', 'head'],
  'finding.rule': ['officer', 'reviewer', 'head'],
  'case.open': ['officer', 'head'],
  // A hotline clerk reads and moves only what she took in herself; which moves are hers the procedure says.
  'matter.read': ['hotline', 'officer', 'reviewer', 'head', 'analyst'],
  'matter.list': ['officer', 'reviewer', 'head', 'analyst'],
  'matter.open': ['hotline', 'officer', 'reviewer', 'head'],
  // A clerk's leads come in as calls.
  'lead.note': ['officer', 'reviewer', 'head'],
  'matter.act': ['hotline', 'officer', 'reviewer', 'head'],
  'matter.describe': ['hotline', 'officer', 'reviewer', 'head'],
  'operator.read': ['hotline', 'officer', 'reviewer', 'head', 'analyst'],
  'operator.name': ['hotline', 'officer', 'reviewer', 'head'],
  // At the telephone: to take a call, look sellers up and log what was told afterwards; none of it shows what a case says.
  'call.take': ['hotline', 'officer', 'reviewer', 'head'],
  'call.import': ['officer', 'reviewer', 'head'],
  'delegation.grant': ['head'],
  'approval.read': ['officer', 'reviewer', 'head'],
  'clock.read': ['officer', 'reviewer', 'head', 'analyst'],
  'responsibility.read': ['hotline', 'officer', 'reviewer', 'head', 'analyst'],
  'line.open': ['officer', 'reviewer', 'head'],
  'opinion.ask': ['officer', 'reviewer', 'head'],
  'worksheet.read': ['officer', 'reviewer', 'head', 'analyst'],
  'worksheet.keep': ['officer', 'reviewer', 'head'],
  'task.keep': ['officer', 'reviewer', 'head'],
  'campaign.read': ['officer', 'reviewer', 'head', 'analyst'],
  'campaign.keep': ['reviewer', 'head'],
  'exhibit.keep': ['officer', 'reviewer', 'head'],
  'letter.keep': ['officer', 'reviewer', 'head'],
  'letter.issue': ['officer', 'reviewer', 'head'],
  'bureau.keep': ['head'],
  'statistics.read': ['officer', 'reviewer', 'head', 'analyst'],
  'import.read': ['officer', 'reviewer', 'head', 'analyst'],
  'rulebook.read': ['officer', 'reviewer', 'head', 'analyst'],
  'rulebook.propose': ['reviewer', 'head', 'analyst'],
  'rulebook.activate': ['reviewer', 'head'],
  'rulebook.recheck': ['reviewer', 'head', 'analyst'],
  'document.mark_missed': ['officer', 'reviewer', 'head'],
  'model.read': ['officer', 'reviewer', 'head', 'analyst'],
  'model.train': ['reviewer', 'head', 'analyst'],
  'model.promote': ['reviewer', 'head'],
  'sample.answer': ['officer', 'reviewer', 'head'],
  'status.read': ['officer', 'reviewer', 'head', 'analyst'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS

/** Whether the viewer's role allows it; where she may do it is the region's matter. */
export function may(viewer: Viewer, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(viewer.role)
}

/**
 * The prefix a region code covers under GB/T 2260: province `440000` -> `44`, city `440300` -> `4403`, county `440305` -> itself,
 * the whole country `000000` -> the empty prefix.
 */
export function regionPrefix(region: string): string {
  return region.replace(/(00)+$/, '')
}

/** Whether `region` lies within what a viewer of `viewerRegion` sees. */
export function covers(viewerRegion: string, region: string): boolean {
  return region.startsWith(regionPrefix(viewerRegion))
}
