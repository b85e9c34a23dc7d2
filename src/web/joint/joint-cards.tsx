import { proposeLines } from '../../actions/joint/propose-lines.ts'
import { may } from '../../core/access/viewer.ts'
import { type JointCard, jointCard } from '../../store/views/joint-card.ts'
import type { MatterPage } from '../../store/views/matter-page.ts'
import type { MatterCard } from '../matters/cards.ts'
import type { Saying } from '../matters/say.ts'
import { LinesCard } from './lines-card.tsx'
import { OpinionsCard } from './opinions-card.tsx'
import type { JointSaying } from './say.ts'
import { TasksCard } from './tasks-card.tsx'

/** What the cards of joint work share. */
export interface JointAt extends JointSaying {
  page: MatterPage
  saying: Saying
  card: JointCard
}

/** 一案多线, the opinions of departments, and tasks, on the page of a matter. */
export const jointCards: MatterCard = async ({ web, visit, page, saying }) => {
  const card = await jointCard(web.db, page.file)
  const { facts, lines } = await proposeLines(web, visit.viewer, page.file.id)
  const at: JointAt = { table: web.responsibilities, visit, page, saying, card }
  const { viewer } = visit
  const mayKeep = may(viewer, 'task.keep')
  return (
    <>
      <LinesCard at={at} facts={facts} proposed={lines} mayOpen={may(viewer, 'line.open')} />
      <OpinionsCard at={at} mayAsk={may(viewer, 'opinion.ask')} />
      {card.tasks.length > 0 || mayKeep ? (
        <TasksCard
          visit={visit}
          tasks={card.tasks}
          names={card.names}
          reminders={card.reminders}
          owners={page.officers}
          mayKeep={mayKeep}
          back={`/matters/${page.file.id}`}
          version={page.file.version}
        />
      ) : null}
    </>
  )
}
