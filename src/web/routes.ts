import express, { type Router } from 'express'
import { may } from '../core/access/viewer.ts'
import { showApprovals } from './approvals/approvals.tsx'
import { showArticle } from './articles/article.tsx'
import { showArticles } from './articles/articles-list.tsx'
import { postConfirm } from './articles/confirm.ts'
import { postRecord } from './articles/record.ts'
import { postAttach } from './calls/attach.ts'
import { postCheck } from './calls/check-call.tsx'
import { showCalls } from './calls/desk.tsx'
import { postImport, showImportForm } from './calls/import.tsx'
import { postFollowUp } from './calls/log-follow-up.ts'
import { newCall } from './calls/new-call.ts'
import { showReceipt } from './calls/receipt.tsx'
import { postDraft, postDrop } from './calls/save-draft.ts'
import { showSellers } from './calls/sellers.tsx'
import { showCall } from './calls/show-call.tsx'
import { postCall } from './calls/submit.tsx'
import { showBoard } from './clocks/board.tsx'
import { showDelegations } from './delegations/delegations.tsx'
import { postGrant, postRevoke } from './delegations/lend.ts'
import { postChooseLawVersion } from './documents/choose-law-version.ts'
import { postCorrect } from './documents/correct.ts'
import { postDismiss as postDismissFinding } from './documents/dismiss.ts'
import { showDocument } from './documents/document.tsx'
import { showDocuments } from './documents/documents-list.tsx'
import { postMissed } from './documents/mark-missed.ts'
import { sendOriginal } from './documents/original.ts'
import { postRetry } from './documents/retry.ts'
import { postUphold } from './documents/uphold.ts'
import { screen } from './doors.ts'
import { postDismiss } from './inbox/dismiss-lead.ts'
import { postDispatch } from './inbox/dispatch-lead.ts'
import { showInbox } from './inbox/inbox.tsx'
import { showLead } from './inbox/lead.tsx'
import { postOpen } from './inbox/open-case.ts'
import { postRelease } from './inbox/release-lead.ts'
import { postReopen } from './inbox/reopen-lead.ts'
import { postReturn } from './inbox/return-lead.ts'
import { postTake } from './inbox/take-lead.ts'
import { showImport } from './intake/import-page.tsx'
import { showImports } from './intake/imports-list.tsx'
import { sendRejects } from './intake/rejects-csv.ts'
import { postUpload } from './intake/upload.tsx'
import { showUpload } from './intake/upload-form.tsx'
import { showUploadResult } from './intake/upload-result.tsx'
import { showAwaited } from './joint/awaited-page.tsx'
import { postCloseCampaign, showCampaign } from './joint/campaign-page.tsx'
import { postOpenCampaign, showCampaigns } from './joint/campaigns-page.tsx'
import { postAddItem, showDuties } from './joint/duties-page.tsx'
import { postFinishItem, showDutyItem } from './joint/duty-item-page.tsx'
import { postLineDeed, postNotes, postOpenLines } from './joint/lines.ts'
import { postAskOpinions, postOpinionDeed } from './joint/opinions.ts'
import { showResponsibilities } from './joint/responsibilities-page.tsx'
import { postAddTask, postTaskDeed } from './joint/tasks.ts'
import { showTasks } from './joint/tasks-page.tsx'
import { showVenue } from './joint/venue-page.tsx'
import { showRegions } from './layout/show-regions.tsx'
import { letterRoutes } from './letters/letter-routes.ts'
import { postDecision, postMove } from './matters/act.ts'
import { postDescribe } from './matters/describe.ts'
import { showMatter } from './matters/matter.tsx'
import { showMatters } from './matters/matters-list.tsx'
import { postNewLead, showNewLead } from './matters/new-lead.tsx'
import { postPeople } from './matters/people.tsx'
import { postAnswer } from './models/answer-sample.ts'
import { showModels } from './models/models.tsx'
import { postPromote } from './models/promote.ts'
import { postRollBackModel } from './models/roll-back.ts'
import { showSample } from './models/sample.tsx'
import { postApprove } from './rulebook/approve.ts'
import { postRecheck } from './rulebook/recheck.ts'
import { postRollBack } from './rulebook/roll-back.ts'
import { showVersion } from './rulebook/version.tsx'
import { showVersions } from './rulebook/versions.tsx'
import { switchLanguage } from './session/language.ts'
import { postSignIn, showSignIn } from './session/sign-in.tsx'
import { postSignOut } from './session/sign-out.ts'
import { showFigure } from './statistics/figure-list.tsx'
import { sendStatisticsCsv } from './statistics/statistics-csv.ts'
import { showStatistics } from './statistics/statistics-page.tsx'
import { showStatus } from './status/status.tsx'
import type { WebParts } from './web-parts.ts'
import { postWorksheet } from './worksheet/save.ts'
import { showWorksheet } from './worksheet/worksheet.tsx'

/** Every screen and form post, by address. */
export function routes(web: WebParts): Router {
  const router = express.Router()
  router.get('/sign-in', showSignIn(web))
  router.post('/sign-in', postSignIn(web))
  router.post('/sign-out', postSignOut(web))
  router.get('/language/:language', switchLanguage)

  router.get(
    '/',
    screen(web, async ({ viewer }, _req, res) => res.redirect(303, may(viewer, 'lead.read') ? '/inbox' : '/calls')),
  )
  router.get('/regions', showRegions(web))
  router.get('/calls', showCalls(web))
  router.get('/calls/new', newCall(web))
  router.get('/calls/sellers', showSellers(web))
  router.get('/calls/import', showImportForm(web))
  router.post('/calls/import', postImport(web))
  router.post('/calls/follow-up', postFollowUp(web))
  router.get('/calls/:id', showCall(web))
  router.post('/calls/:id', postCall(web))
  router.post('/calls/:id/draft', postDraft(web))
  router.post('/calls/:id/check', postCheck(web))
  router.post('/calls/:id/files', postAttach(web))
  router.post('/calls/:id/drop', postDrop(web))
  router.get('/calls/:id/receipt', showReceipt(web))

  router.get('/inbox', showInbox(web))
  router.get('/leads/:id', showLead(web))
  router.post('/leads/:id/take', postTake(web))
  router.post('/leads/:id/release', postRelease(web))
  router.post('/leads/:id/dispatch', postDispatch(web))
  router.post('/leads/:id/return', postReturn(web))
  router.post('/leads/:id/dismiss', postDismiss(web))
  router.post('/leads/:id/reopen', postReopen(web))
  router.post('/leads/:id/open', postOpen(web))

  router.get('/documents', showDocuments(web))
  router.get('/documents/:id', showDocument(web))
  router.get('/documents/:id/original', sendOriginal(web))
  router.post('/documents/:id/retry', postRetry(web))
  router.post('/documents/:id/correct', postCorrect(web))
  router.post('/documents/:id/law-version', postChooseLawVersion(web))
  router.post('/documents/:id/missed', postMissed(web))
  router.post('/documents/:id/findings/:findingId/uphold', postUphold(web))
  router.post('/documents/:id/findings/:findingId/dismiss', postDismissFinding(web))

  router.get('/upload', showUpload(web))
  router.post('/upload', postUpload(web))
  router.get('/upload/result', showUploadResult(web))
  router.get('/imports', showImports(web))
  router.get('/imports/:id', showImport(web))
  router.get('/imports/:id/rejects.csv', sendRejects(web))

  router.get('/matters', showMatters(web))
  router.get('/matters/new', showNewLead(web))
  router.post('/matters/new', postNewLead(web))
  router.get('/matters/:id', showMatter(web))
  router.post('/matters/:id/moves/:move', postMove(web))
  router.post('/matters/:id/proposals/:proposal', postDecision(web))
  router.post('/matters/:id/describe', postDescribe(web))
  router.get('/matters/:id/worksheet', showWorksheet(web))
  router.post('/matters/:id/worksheet', postWorksheet(web))
  router.post('/matters/:id/people', postPeople(web))
  // Where cases stood before; addresses of theirs are in letters and bookmarks.
  router.get('/cases', (_req, res) => res.redirect(301, '/matters'))
  router.get('/cases/:id', (req, res) => res.redirect(301, `/matters/${encodeURIComponent(String(req.params.id))}`))
  router.post('/matters/:id/lines', postOpenLines(web))
  router.post('/matters/:id/lines/:line/:deed', postLineDeed(web))
  router.post('/matters/:id/notes', postNotes(web))
  router.post('/matters/:id/opinions', postAskOpinions(web))
  router.post('/matters/:id/opinions/:opinion/:deed', postOpinionDeed(web))
  router.post(
    '/matters/:id/tasks',
    postAddTask(web, (matterId) => ({ matterId })),
  )
  router.get(
    '/joint',
    screen(web, async ({ viewer }, _req, res) =>
      res.redirect(303, may(viewer, 'campaign.read') ? '/tasks' : '/responsibilities'),
    ),
  )
  router.get('/tasks', showTasks(web))
  router.get('/awaited', showAwaited(web))
  router.post('/tasks/:id/:deed', postTaskDeed(web))
  router.get('/campaigns', showCampaigns(web))
  router.post('/campaigns', postOpenCampaign(web))
  router.get('/campaigns/:id', showCampaign(web))
  router.post('/campaigns/:id/close', postCloseCampaign(web))
  router.post(
    '/campaigns/:id/tasks',
    postAddTask(web, (campaignId) => ({ campaignId })),
  )
  router.get('/duties', showDuties(web))
  router.post('/duties', postAddItem(web))
  router.get('/duties/:id', showDutyItem(web))
  router.post('/duties/:id/finish', postFinishItem(web))
  router.post(
    '/duties/:id/tasks',
    postAddTask(web, (dutyItemId) => ({ dutyItemId })),
  )
  router.get('/responsibilities', showResponsibilities(web))
  router.get('/venue', showVenue(web))
  router.get('/statistics', showStatistics(web))
  router.get('/statistics.csv', sendStatisticsCsv(web))
  router.get('/statistics/list', showFigure(web))
  router.use(letterRoutes(web))
  router.get('/approvals', showApprovals(web))
  router.get('/clocks', showBoard(web))
  router.get('/delegations', showDelegations(web))
  router.post('/delegations', postGrant(web))
  router.post('/delegations/:id/revoke', postRevoke(web))
  router.get('/articles', showArticles(web))
  router.get('/articles/:instrument/:article', showArticle(web))
  router.post('/articles/:instrument/:article/record', postRecord(web))
  router.post('/articles/:instrument/:article/confirm', postConfirm(web))
  router.get('/rulebook', showVersions(web))
  router.post('/rulebook/recheck', postRecheck(web))
  router.get('/rulebook/:hash', showVersion(web))
  router.post('/rulebook/:hash/approve', postApprove(web))
  router.post('/rulebook/:hash/roll-back', postRollBack(web))
  router.get('/models', showModels(web))
  router.get('/models/sample', showSample(web))
  router.post('/models/sample/:id', postAnswer(web))
  router.post('/models/:hash/promote', postPromote(web))
  router.post('/models/:hash/roll-back', postRollBackModel(web))
  router.get('/status', showStatus(web))
  return router
}
