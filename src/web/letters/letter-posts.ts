import express, { type RequestHandler } from 'express'
import { correctLetter } from '../../actions/letters/correct-letter.ts'
import { draftLetter } from '../../actions/letters/draft-letter.ts'
import { dropDraft } from '../../actions/letters/drop-draft.ts'
import { issueLetter } from '../../actions/letters/issue-letter.ts'
import { packTransfer } from '../../actions/letters/pack-transfer.ts'
import { saveDraft } from '../../actions/letters/save-draft.ts'
import { verifyExhibits } from '../../actions/letters/verify-exhibits.ts'
import { form } from '../doors.ts'
import { type Fields, listField, textField, versionField } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'

// An interview is longer than other forms, and articles are ticked one by one.
const readLetter = express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 400 })

export function postDraft(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const matterId = String(req.params.id)
    const letterId = await draftLetter(web, visit.viewer, { matterId, type: textField(fields, 'type') })
    return `/matters/${matterId}/letters/${letterId}`
  })
}

export function postSave(web: WebParts): RequestHandler[] {
  return form(
    web,
    async (visit, fields, req) => {
      const target = targetOf(req.params)
      await saveDraft(web, visit.viewer, { ...target, version: versionField(fields), typed: typedOf(fields) })
      return pathOf(target)
    },
    readLetter,
  )
}

export function postIssue(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const target = targetOf(req.params)
    await issueLetter(web, visit.viewer, { ...target, version: versionField(fields) })
    return pathOf(target)
  })
}

export function postCorrectLetter(web: WebParts): RequestHandler[] {
  return form(web, async (visit, _fields, req) => {
    const target = targetOf(req.params)
    const letterId = await correctLetter(web, visit.viewer, target)
    return pathOf({ ...target, letterId })
  })
}

export function postDropDraft(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const target = targetOf(req.params)
    await dropDraft(web, visit.viewer, { ...target, version: versionField(fields) })
    return `/matters/${target.matterId}#letters`
  })
}

export function postPack(web: WebParts): RequestHandler[] {
  return form(web, async (visit, _fields, req) => {
    const target = targetOf(req.params)
    await packTransfer(web, visit.viewer, target)
    return pathOf(target)
  })
}

export function postVerify(web: WebParts): RequestHandler[] {
  return form(web, async (visit, _fields, req) => {
    const matterId = String(req.params.id)
    await verifyExhibits(web, visit.viewer, matterId)
    return `/matters/${matterId}#exhibits`
  })
}

interface Target {
  matterId: string
  letterId: string
}

function targetOf(params: Readonly<Record<string, unknown>>): Target {
  return { matterId: String(params.id), letterId: String(params.letter) }
}

function pathOf({ matterId, letterId }: Target): string {
  return `/matters/${matterId}/letters/${letterId}`
}

/** Fields of the form under the names a letter keeps them by. */
function typedOf(fields: Fields): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {}
  for (const name of Object.keys(fields)) {
    if (name.startsWith('f.')) typed[name.slice(2)] = textField(fields, name)
  }
  const served = textField(fields, 'served')
  if (served) typed['served.letter'] = served
  for (const kind of ['breach', 'penalty']) {
    const ticked = listField(fields, kind)
    if (ticked.length > 0) typed[`articles.${kind}`] = ticked
  }
  return typed
}
