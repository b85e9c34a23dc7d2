import { acceptanceOf } from '../../actions/calls/acceptance-of.ts'
import { may } from '../../core/access/viewer.ts'
import { followUpsOn } from '../../store/views/calls-list.ts'
import type { MatterCard } from '../matters/cards.ts'
import { AcceptanceProposed } from './acceptance-proposed.tsx'
import { FollowUpForm, FollowUps } from './follow-ups.tsx'
import { Missing } from './live-panel.tsx'

/** On a complaint not decided yet: what is proposed on acceptance, why, and what is still to be asked for. */
export const acceptanceCard: MatterCard = async ({ web, visit, page }) => {
  const { file } = page
  if (file.kind !== 'complaint' || file.state !== 'received' || !may(visit.viewer, 'matter.list')) return null
  // The note of the call itself is no attachment.
  const found = await acceptanceOf(web, file, page.documents.length - 1)
  if (!found?.acceptance) return null
  const w = visit.words.calls
  return (
    <section class="card">
      <h2>{w.acceptance}</h2>
      <AcceptanceProposed proposal={found.acceptance} visit={visit} />
      {found.missing.length > 0 ? (
        <>
          <h3>{w.missing}</h3>
          <Missing missing={found.missing} visit={visit} />
        </>
      ) : null}
      {found.acceptance.propose === 'not_accept' ? <p class="help">{w.howToRefuse}</p> : null}
    </section>
  )
}

/** What was told after the call, and room for more. */
export const followUpsCard: MatterCard = async ({ web, visit, page }) => {
  const { file } = page
  const isTold = ['hotline', 'import', 'api'].includes(file.source)
  if (!isTold || !may(visit.viewer, 'call.take')) return null
  const followUps = await followUpsOn(web.db, file.id)
  return (
    <section class="card">
      <h2>{visit.words.calls.followUps}</h2>
      <FollowUps followUps={followUps} visit={visit} />
      <FollowUpForm matterId={file.id} number={file.number} visit={visit} />
    </section>
  )
}
