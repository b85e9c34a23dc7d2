import { may, type Viewer } from '../../core/access/viewer.ts'
import { CALL_PEOPLE, type Call } from '../../core/intake/call.ts'
import type { CallFields } from '../../core/intake/call-fields.ts'
import { IDENTITY_FIELDS, PERSON_FIELDS, readCallFields } from '../../core/intake/call-fields.ts'
import { openWords, sealWords } from '../../core/intake/sealed-words.ts'
import { problem } from '../../core/problem.ts'
import { deleteDraft, draftOf, saveDraft } from '../../store/call-drafts.ts'
import { callById } from '../../store/calls.ts'
import type { Parts } from '../parts.ts'

/**
 * Keep a call as far as it is typed, so that neither a dropped line nor a closed browser loses it.
 * @returns the version to save upon next
 * @throws problem auth.forbidden, form.invalid (call), form.stale when another window was faster or the call was taken already
 */
export async function saveCallDraft(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  draft: { callId: string; version: number; fields: CallFields },
): Promise<{ version: number; savedAt: string }> {
  mustTakeCalls(viewer, draft.callId)
  const now = parts.now().toISOString()
  const version = await parts.db.transaction(async (trx) => {
    if (await callById(trx, draft.callId)) throw problem('form.stale', { callId: draft.callId })
    const { callId: id, fields } = draft
    const { people } = readCallFields(fields).call
    const officer = { id, officerId: viewer.officerId }
    return saveDraft(trx, { ...officer, fields: sealedFields(people, fields), people }, draft.version, now)
  })
  if (version === undefined) throw problem('form.stale', { callId: draft.callId })
  return { version, savedAt: now }
}

/** Give a call up: nothing typed is kept, nobody named in it. @throws problem auth.forbidden, form.stale */
export async function dropCallDraft(
  parts: Pick<Parts, 'db'>,
  viewer: Viewer,
  draft: { callId: string; version: number },
): Promise<void> {
  mustTakeCalls(viewer, draft.callId)
  await parts.db.transaction(async (trx) => {
    const kept = await draftOf(trx, viewer.officerId, draft.callId)
    if (!kept || kept.version !== draft.version) throw problem('form.stale', { callId: draft.callId })
    await deleteDraft(trx, draft.callId, 'people')
  })
}

/** @throws problem auth.forbidden; form.invalid for what is no id of a call */
export function mustTakeCalls(viewer: Viewer, callId: string): void {
  if (!may(viewer, 'call.take')) throw problem('auth.forbidden', { permission: 'call.take' })
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(callId)) throw problem('form.invalid', { field: 'call' })
}

/** A call as it was typed so far, names and all; undefined where this officer has none. @throws problem auth.forbidden */
export async function draftFields(
  parts: Pick<Parts, 'db'>,
  viewer: Viewer,
  callId: string,
): Promise<{ fields: CallFields; version: number; savedAt: string; documentIds: string[] } | undefined> {
  mustTakeCalls(viewer, callId)
  const draft = await draftOf(parts.db, viewer.officerId, callId)
  if (!draft) return undefined
  const { people, version, savedAt, documentIds } = draft
  const names = CALL_PEOPLE.flatMap((who) =>
    Object.entries(PERSON_FIELDS).map(([field, key]) => [`${who}_${field}`, people[who]?.[key] ?? '']),
  )
  const fields = { ...draft.fields, ...Object.fromEntries(names.filter(([, value]) => value !== '')) }
  for (const name of FREE_WORDS) if (fields[name] !== undefined) fields[name] = openWords(people, fields[name])
  return { fields, version, savedAt, documentIds }
}

/** The fields of a draft as they may be kept beside the identities: names in the story too are read back from there. */
export function sealedFields(people: Call['people'], fields: CallFields): CallFields {
  const kept = { ...withoutNames(fields) }
  for (const name of FREE_WORDS) if (kept[name] !== undefined) kept[name] = sealWords(people, kept[name])
  return kept
}

/** Fields in which anything may be said of anybody. */
const FREE_WORDS = ['story', 'asks'] as const

/** The fields that may be kept beside the identities. */
export function withoutNames(fields: CallFields): CallFields {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== '' && !IDENTITY_FIELDS.includes(name)),
  )
}
