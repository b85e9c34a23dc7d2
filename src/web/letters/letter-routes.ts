import express, { type Router } from 'express'
import type { WebParts } from '../web-parts.ts'
import { postExhibit } from './add-exhibit.ts'
import { postCustody } from './custody-form.tsx'
import { postMarkFinding } from './findings-to-mark.tsx'
import { showLetter } from './letter.tsx'
import {
  postCorrectLetter,
  postDraft,
  postDropDraft,
  postIssue,
  postPack,
  postSave,
  postVerify,
} from './letter-posts.ts'
import { postLetterhead, showLetterhead } from './letterhead.tsx'
import { postDropMark, postMark } from './marks.tsx'
import { postParticulars } from './particulars.ts'
import { sendExhibit, sendLetter } from './send-bytes.ts'

/** Screens and form posts of exhibits and letters, by address. */
export function letterRoutes(web: WebParts): Router {
  const router = express.Router()
  router.post('/matters/:id/exhibits', postExhibit(web))
  router.post('/matters/:id/exhibits/verify', postVerify(web))
  router.get('/matters/:id/exhibits/:exhibit/file', sendExhibit(web))
  router.post('/matters/:id/exhibits/:exhibit/custody', postCustody(web))
  router.post('/matters/:id/exhibits/:exhibit/marks', postMark(web))
  router.post('/matters/:id/marks/:mark/drop', postDropMark(web))
  router.post('/matters/:id/findings/:finding/mark', postMarkFinding(web))
  router.post('/matters/:id/particulars', postParticulars(web))
  router.post('/matters/:id/letters', postDraft(web))
  router.get('/matters/:id/letters/:letter', showLetter(web))
  router.post('/matters/:id/letters/:letter', postSave(web))
  router.post('/matters/:id/letters/:letter/issue', postIssue(web))
  router.post('/matters/:id/letters/:letter/correct', postCorrectLetter(web))
  router.post('/matters/:id/letters/:letter/drop', postDropDraft(web))
  router.post('/matters/:id/letters/:letter/pack', postPack(web))
  router.get('/matters/:id/letters/:letter/file', sendLetter(web, 'letter'))
  router.get('/matters/:id/letters/:letter/package', sendLetter(web, 'package'))
  router.get('/letterhead', showLetterhead(web))
  router.post('/letterhead', postLetterhead(web))
  return router
}
