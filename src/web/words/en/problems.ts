import type { WordsOf } from '../words.ts'
import type { problems as zh, problemPage as zhPage } from '../zh/problems.ts'

export const problems: WordsOf<typeof zh> = {
  'config.invalid': { title: 'The settings are wrong', next: 'Ask maintenance to check the configuration.' },
  'auth.required': { title: 'You are no longer signed in', next: 'Sign in and try again; nothing was done.' },
  'auth.wrong_credentials': {
    title: 'Wrong user name or password',
    next: 'Check both and try again. Your administrator can reset a forgotten password.',
  },
  'auth.too_many_attempts': {
    title: 'Too many wrong tries',
    next: 'Wait 15 minutes. If it was not you, tell your administrator.',
  },
  'auth.forbidden': { title: 'Your role may not do this', next: 'If you need to, ask the head of your bureau.' },
  'form.csrf': {
    title: 'The form is no longer good',
    next: 'For safety nothing was done. Go back, reload the page and submit again.',
  },
  'form.stale': {
    title: 'A colleague was faster',
    next: 'It changed after you opened the page. Go back, see where it stands now, then decide.',
  },
  'form.invalid': { title: 'One entry is not right', next: 'Go back, mend it and submit again.' },
  not_found: {
    title: 'Not found',
    next: 'It may not exist, or lie outside your region. Check the address or start from the list.',
  },
  'request.malformed': { title: 'The request was not understood', next: 'Use the links and buttons on the pages.' },
  'request.too_large': { title: 'Too much at once', next: '20 MB a file and 20 files at most. Submit in parts.' },
  'request.unsupported_media': { title: 'Not a form this page takes', next: 'Use the form on the page.' },
  'request.in_progress': { title: 'The same request is under way', next: 'Wait for its answer; do not submit again.' },
  'request.method_not_allowed': { title: 'Not a way to ask', next: 'Use the links and buttons on the pages.' },
  'request.idempotency_reused': {
    title: 'One key for two different requests',
    next: 'Use a new key and submit again.',
  },
  'intake.external_reused': {
    title: 'The number was used before',
    next: 'It stands for other content. Check it, or open the form afresh.',
  },
  'intake.export_table': {
    title: 'This is an export of a complaint platform; nothing was taken in',
    next: 'Taken in as papers, its rows become no matters and no period runs. An officer imports it under "Import a 12315 or 12345 export"; if it is meant as papers alone, tick so below, choose the files again and submit.',
  },
  'intake.empty': { title: 'Nothing came', next: 'Choose files or paste text, then submit.' },
  'document.not_set_aside': {
    title: 'The paper is not set aside',
    next: 'Only a paper that could not be read or failed is tried again. Go back and see where it stands.',
  },
  'document.not_assessed': {
    title: 'The paper is not assessed yet',
    next: 'Circumstances are corrected once it is. Reload in a moment.',
  },
  'article.same_officer': {
    title: 'Nobody approves what they recorded themselves',
    next: 'Ask another reviewer or head to check it against the source.',
  },
  'matter.move_closed': {
    title: 'This step cannot be taken now',
    next: 'Nothing was done. Take the earlier step first, or leave it to whoever may, as told below.',
  },
  'matter.move_input': {
    title: 'What was filled in cannot be used',
    next: 'Nothing was done. Go back, mend what is told below, and send it again.',
  },
  'matter.sealed': {
    title: 'Who reported is sealed',
    next: 'Propose its disclosure first; once a head has approved, whoever proposed it and the handlers may look.',
  },
  'delegation.not_yours': {
    title: 'Only one’s own power of approval can be lent or taken back',
    next: 'Leave it to the head who lends it.',
  },
  'joint.not_open': {
    title: 'This is over already',
    next: 'Nothing was done. What is answered, done, taken back or closed is not handled again; referrals go on by the procedure; a request for assistance is drafted in a report or lead under check. Go back to see.',
  },
  'joint.tasks_open': {
    title: 'Some tasks are still to be done',
    next: 'Nothing was done. Finish or drop the tasks below it first.',
  },
  'letter.not_ready': {
    title: 'The letter cannot be issued yet',
    next: 'It was not issued. Fill in or change what is named below, then issue it.',
  },
  'letter.not_draft': {
    title: 'The letter is no longer a draft',
    next: 'Nothing was saved. An issued letter is never changed; make a correction instead.',
  },
  'letter.not_issued': { title: 'The letter has not been issued', next: 'Nothing was done. Issue the letter first.' },
  'letter.corrected': {
    title: 'The letter has been corrected',
    next: 'Nothing was done. Act on the newest letter instead.',
  },
  'officer.last_head': {
    title: 'This is the last head who can sign in',
    next: 'Add another head first, then disable this one.',
  },
  'lead.closed': { title: 'The lead is closed', next: 'It was opened or dismissed. Go back and see its history.' },
  'lead.not_dispatched': {
    title: 'Nobody dispatched this lead here',
    next: 'Only a dispatched lead can be returned; dispatch it if it belongs elsewhere.',
  },
  'import.not_found': { title: 'No such import', next: 'It may not exist, or lie outside your region.' },
  'engine.data_dir_in_use': { title: 'The data folder is in use', next: 'Ask maintenance.' },
  'engine.queue_url_required': { title: 'The queue is not set up', next: 'Ask maintenance.' },
  'model.invalid': {
    title: 'The classifier model file cannot be used',
    next: 'Train again with npm run train, or put back the model file that came with the program.',
  },
  'model.nothing_taught': {
    title: 'There is nothing to learn from',
    next: "Rule on findings, or mark what the system missed on a paper's page, then train.",
  },
  'model.already_champion': {
    title: 'This model is the champion already',
    next: 'There is nothing to do.',
  },
  'model.own_training': {
    title: 'Nobody promotes the model they trained',
    next: 'Ask another reviewer or head.',
  },
  'model.not_in_shadow': {
    title: 'The model has not judged a paper yet',
    next: 'It judges new papers by itself; look at where the two models differ, then decide.',
  },
  'model.too_few_judged': {
    title: 'Too few papers were judged by both models to tell them apart',
    next: 'The challenger goes on judging new papers by itself; promote it once enough are judged.',
  },
  'model.never_champion': {
    title: 'There is no model to bring back',
    next: 'Only a former champion comes back at once; a new model is trained, tried in shadow and promoted.',
  },
  'rulebook.invalid': { title: 'The rulebook has mistakes', next: 'Ask the rule authors.' },
  'rulebook.not_proposed': {
    title: 'Nobody has proposed this version',
    next: 'Let a rule author propose it, and somebody else approve it.',
  },
  'rulebook.own_proposal': {
    title: 'Nobody approves their own version',
    next: 'Ask another reviewer or head to approve it.',
  },
  'rulebook.no_backtest': {
    title: 'A backtest against the active version is missing',
    next: 'Run and save a backtest from the active version to this one, then approve.',
  },
  'rulebook.already_active': { title: 'This version is active already', next: 'There is nothing to do.' },
  'rulebook.never_active': {
    title: 'This version was never active',
    next: 'Only a version that was active can be brought back; a new one is proposed, tested and approved.',
  },
  'rulebook.unusable': {
    title: 'This version cannot run',
    next: 'It was written by another release of the program. Propose it again from its files.',
  },
  'rulebook.nothing_to_recheck': {
    title: 'Nothing to check again',
    next: 'Every paper of these days was assessed under the active version, or is being checked again already.',
  },
}

export const problemPage: WordsOf<typeof zhPage> = {
  bug: {
    title: 'Something broke',
    next: 'It is on record. Try again; if it happens once more, give maintenance the number below.',
  },
  bugId: 'Error number',
  back: 'Back to the page',
  home: 'Home',
  signIn: 'Sign in',
  field: 'Entry that is not right',
  fields: {
    region: 'region (six digits, and not the present one)',
    reason: 'reason (may not be empty)',
    note: 'note',
    from: 'first day (YYYY-MM-DD)',
    to: 'last day (YYYY-MM-DD, not before the first)',
    date: 'date (YYYY-MM-DD, not in the future)',
    kind: 'kind',
    channel: 'channel',
    entity: 'sort of body',
    files: 'files or text (one of them)',
    version: 'form version',
    until: 'last day (not before the first, not in the future)',
    changes: 'corrections (at least one)',
    text: 'official text',
    source: 'source',
    readOn: 'day it was read (not in the future)',
    choice: 'version that applies',
    worksheet_act: 'number of the act',
    worksheet_article: 'the further penalty',
    worksheet_factor: 'circumstance',
    worksheet_party: 'party',
    worksheet_seat: 'seat of the party',
    worksheet_sum: 'amount in yuan, two places at most',
    verdict: 'verdict',
    category: 'category (one the system did not see)',
    answer: 'answer to the sample',
    evidence_kind: 'Kind of evidence',
    taken_on: 'Taken on (not after today)',
    pages: 'Pages',
    quote: 'Words of the exhibit (as the paper has them)',
    element: 'Element',
    page: 'Page (not past the last)',
    amount: 'Amount',
    verb: 'Step of custody',
    word: "The bureau's word",
    credit_code: 'credit code (18 characters, check digit right)',
    login: 'user name',
    password: 'password',
    lines: 'lines (one at least)',
    place: 'place of the other bureau (six digits)',
    departments: 'departments (one at least, and none whose answer is still awaited)',
    owner: 'owner (must be of this region)',
    due_day: 'last day (YYYY-MM-DD)',
    sent_at: 'sent at (not later than now)',
    answered_at: 'came at (after the question, not later than now)',
    lead: 'lead department',
    joint: 'joint departments',
    matter: 'matter of the table',
    year: 'year',
    to_day: 'from and to (in this order)',
    notes: 'what else it concerns',
  },
}
