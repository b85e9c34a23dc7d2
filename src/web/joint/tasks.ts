import type { RequestHandler } from 'express'
import { addTask, type TaskUnder } from '../../actions/joint/add-task.ts'
import { completeTask } from '../../actions/joint/complete-task.ts'
import { dropTask } from '../../actions/joint/drop-task.ts'
import { handOnTask } from '../../actions/joint/hand-on-task.ts'
import { problem } from '../../core/problem.ts'
import { form } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import { localPath } from '../local-path.ts'
import type { WebParts } from '../web-parts.ts'

/** One more task under a matter, a campaign or an item of the yearly list. */
export function postAddTask(web: WebParts, under: (id: string) => TaskUnder): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    await addTask(web, visit.viewer, {
      ...under(String(req.params.id)),
      version: versionField(fields),
      title: textField(fields, 'title'),
      ownerId: textField(fields, 'owner'),
      dueDay: textField(fields, 'due_day'),
    })
    return `${localPath(textField(fields, 'back'), '/tasks')}#tasks`
  })
}

/** Done, handed on or dropped: `/tasks/:id/:deed`. */
export function postTaskDeed(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const target = { taskId: String(req.params.id), version: versionField(fields) }
    const reason = textField(fields, 'reason')
    const { deed } = req.params
    if (deed === 'complete') await completeTask(web, visit.viewer, { ...target, result: textField(fields, 'result') })
    else if (deed === 'hand-on') {
      const to = { ownerId: textField(fields, 'owner'), dueDay: textField(fields, 'due_day') }
      await handOnTask(web, visit.viewer, { ...target, ...to, reason })
    } else if (deed === 'drop') await dropTask(web, visit.viewer, { ...target, reason })
    else throw problem('not_found')
    return localPath(textField(fields, 'back'), '/tasks')
  })
}
