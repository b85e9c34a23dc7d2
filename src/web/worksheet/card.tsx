import { may } from '../../core/access/viewer.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { worksheetGlance } from '../../store/views/worksheet-page.ts'
import type { MatterCard } from '../matters/cards.ts'
import { totalText } from './amounts.ts'

/** What the newest worksheet of a case comes to, and the way to it. */
export const worksheetCard: MatterCard = async ({ web, visit, page: { file } }) => {
  const w = visit.words.worksheet
  if (file.kind === 'complaint' || !may(visit.viewer, 'worksheet.read')) return null
  const newest = await worksheetGlance(web.db, visit.viewer, file)
  const path = `/matters/${file.id}/worksheet`
  return (
    <section class="card" id="worksheet">
      <h2>{w.title}</h2>
      {newest ? (
        <>
          <dl class="facts">
            <dt>{w.fine}</dt>
            <dd>{totalText(newest.result, visit)}</dd>
            <dt>{w.hearing}</dt>
            <dd>{w.hearingNeeded[newest.result.hearing.needed]}</dd>
            <dt>{w.review}</dt>
            <dd>{w.reviewLegal[newest.result.review.legal]}</dd>
          </dl>
          <p class="help">
            {w.version(newest.version)} · {w.savedBy(newest.savedByName, shanghaiTime(newest.savedAt))}
          </p>
        </>
      ) : (
        <p class="help">{w.none}</p>
      )}
      <p>
        <a class="button" href={path}>
          {w.open}
        </a>
      </p>
    </section>
  )
}
