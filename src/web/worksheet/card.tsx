import { may } from '../../core/access/viewer.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { graverThan, penaltySheetOf } from '../../core/worksheet/penalty-sheet.ts'
import type { MatterPage } from '../../store/views/matter-page.ts'
import { worksheetGlance } from '../../store/views/worksheet-page.ts'
import type { MatterCard } from '../matters/cards.ts'
import type { Visit } from '../visit.ts'
import { totalText } from './amounts.ts'
import { sheetText } from './sheet-text.ts'

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
          <Approved file={file} newest={newest} visit={visit} />
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

/** What a head approved to be told of, and how the newest version goes beyond it. */
function Approved(props: { file: MatterPage['file']; newest: Parameters<typeof penaltySheetOf>[0]; visit: Visit }) {
  const { file, newest, visit } = props
  const { words, language } = visit
  const w = words.worksheet
  const { proposed, decided } = file.matter.penalty ?? {}
  const approved = decided ?? proposed
  if (!approved) return null
  const now = penaltySheetOf(newest)
  const graver = now && !decided ? graverThan(now, approved) : []
  return (
    <>
      <dl class="facts">
        <dt>{w.approved}</dt>
        <dd data-approved={approved.version}>{sheetText(approved, visit)}</dd>
      </dl>
      {graver.length > 0 ? (
        <p class="alert alert-strong">
          {w.graver}
          {graver.map((said) => said[language]).join(words.shell.listStop)}
        </p>
      ) : null}
    </>
  )
}
