import { may, type Permission } from '../../core/access/viewer.ts'
import type { Visit } from '../visit.ts'

export type JointTab = 'tasks' | 'awaited' | 'campaigns' | 'duties' | 'responsibilities' | 'venue'

const TABS: readonly { tab: JointTab; path: string; permission: Permission }[] = [
  { tab: 'tasks', path: '/tasks', permission: 'campaign.read' },
  { tab: 'awaited', path: '/awaited', permission: 'campaign.read' },
  { tab: 'campaigns', path: '/campaigns', permission: 'campaign.read' },
  { tab: 'duties', path: '/duties', permission: 'campaign.read' },
  { tab: 'responsibilities', path: '/responsibilities', permission: 'responsibility.read' },
  { tab: 'venue', path: '/venue', permission: 'responsibility.read' },
]

/** The ways through the pages of joint work. */
export function JointTabs({ visit, tab }: { visit: Visit; tab: JointTab }) {
  const w = visit.words.joint
  return (
    <nav class="tabs" aria-label={w.title}>
      {TABS.filter(({ permission }) => may(visit.viewer, permission)).map((each) => (
        <a href={each.path} aria-current={each.tab === tab ? 'page' : undefined}>
          {w.tabs[each.tab]}
        </a>
      ))}
    </nav>
  )
}
