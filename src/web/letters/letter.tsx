import type { RequestHandler } from 'express'
import { type Composed, composeLetter } from '../../actions/letters/compose-letter.ts'
import { PACKED_LETTERS } from '../../actions/letters/pack-transfer.ts'
import { may } from '../../core/access/viewer.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { textOf } from '../../core/letter/laid-letter.ts'
import { templateOn } from '../../core/letter/template-on.ts'
import { type LetterPage, letterPage } from '../../store/views/letter-page.ts'
import { screen } from '../doors.ts'
import { PostForm } from '../layout/form.tsx'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { wordFor } from '../words/words.ts'
import { LetterFields } from './letter-fields.tsx'
import { Preview } from './preview.tsx'

/** One letter: a draft with its fields, its preview and what keeps it from going out; or what went out. */
export function showLetter(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const page = await letterPage(web.db, visit.viewer, String(req.params.id), String(req.params.letter))
    const { file, letter } = page
    const composed = letter.issue ? null : await composeLetter(web.db, web, file, letter)
    const template = composed?.template ?? templateOn(web.letters, letter.type, letter.day)
    const laid = letter.issue?.laid ?? composed!.letter
    const w = visit.words.letters
    const title = template?.title[visit.language] ?? textOf(laid.title)
    sendPage(
      res,
      <Page at={visit} title={title} section="cases" wide>
        <p class="crumbs">
          <a href="/matters">{visit.words.matters.title}</a>
          <a href={`/matters/${file.id}`}>{file.number}</a>
          <span>{title}</span>
        </p>
        <Heading
          title={title}
          sub={
            <span class="under">
              {template ? <span>{w.audience[template.audience]}</span> : null}
              {letter.issue?.number ? <span class="number">{letter.issue.number}</span> : null}
            </span>
          }
        >
          <span class="state state-large">{w.state[letter.state]}</span>
        </Heading>
        <div class="letter-columns">
          <div>
            {composed ? <Draft page={page} composed={composed} web={web} visit={visit} /> : null}
            {letter.issue ? <Issued page={page} visit={visit} /> : null}
          </div>
          <section class="card">
            <h2>{w.preview}</h2>
            <p class="help">{w.previewHelp}</p>
            <Preview letter={laid} template={template} visit={visit} />
          </section>
        </div>
      </Page>,
    )
  })
}

function Draft(props: { page: LetterPage; composed: Composed; web: WebParts; visit: Visit }) {
  const { page, composed, web, visit } = props
  const { letter } = page
  const { template, objections } = composed
  const w = visit.words.letters
  const at = `/matters/${letter.matterId}/letters/${letter.id}`
  const note = wordFor(w.audienceNote, template.audience, '')
  return (
    <>
      <section class={`card ${objections.length > 0 ? 'pending' : ''}`} id="objections">
        <h2>{objections.length > 0 ? w.objections : w.ready}</h2>
        <ul class="plain">
          {objections.map((each) => (
            <li>
              <span class="chip">{w.why[each.why]}</span> {each[visit.language]}
            </li>
          ))}
        </ul>
        {objections.some(({ why }) => why === 'missing') ? (
          <p class="help">
            {w.whereToFill} <a href={`/matters/${letter.matterId}#letters`}>{w.particulars}</a>
          </p>
        ) : null}
        <p class="help">
          {w.wording[template.wording]} {note}
        </p>
        {objections.length === 0 && may(visit.viewer, 'letter.issue') ? (
          <PostForm visit={visit} action={`${at}/issue`} version={letter.version}>
            <p class="help">{w.issueHelp}</p>
            <button class="primary" type="submit">
              {w.issue}
            </button>
          </PostForm>
        ) : null}
      </section>
      <section class="card" id="fill">
        <h2>{w.fill}</h2>
        <p class="help">{w.fillHelp}</p>
        <PostForm visit={visit} action={at} version={letter.version}>
          <LetterFields page={page} composed={composed} basis={web.compiled.rulebook.basis} visit={visit} />
          <button class="primary" type="submit">
            {w.saveDraft}
          </button>
        </PostForm>
        <PostForm visit={visit} action={`${at}/drop`} version={letter.version}>
          <button type="submit">{w.dropDraft}</button>
        </PostForm>
      </section>
    </>
  )
}

function Issued({ page, visit }: { page: LetterPage; visit: Visit }) {
  const { letter, transfer } = page
  const { issue } = letter
  if (!issue) return null
  const w = visit.words.letters
  const at = `/matters/${letter.matterId}/letters/${letter.id}`
  const mayPack = PACKED_LETTERS.some((type) => type === letter.type) && letter.correctedBy === null
  return (
    <section class="card" id="issued">
      <h2>{w.state.issued}</h2>
      <p>{w.issuedBy(page.issuedByName, shanghaiTime(issue.issuedAt))}</p>
      <p class="change">
        {w.hash} <code class="hash">{issue.sha256}</code>
      </p>
      <p>
        <a class="button primary" href={`${at}/file`}>
          {w.takeLetter}
        </a>
      </p>
      {letter.correctedBy ? (
        <p>
          <a href={`/matters/${letter.matterId}/letters/${letter.correctedBy}`}>{w.correctedBy}</a>
        </p>
      ) : (
        <PostForm visit={visit} action={`${at}/correct`}>
          <p class="help">{w.correctHelp}</p>
          <button type="submit">{w.correct}</button>
        </PostForm>
      )}
      {transfer ? (
        <p>
          <a class="button" href={`${at}/package`}>
            {w.takePackage}
          </a>{' '}
          {w.packed(transfer.exhibits)} <code class="hash">{transfer.sha256}</code>
        </p>
      ) : mayPack ? (
        <PostForm visit={visit} action={`${at}/pack`}>
          <p class="help">{w.packHelp}</p>
          <button type="submit">{w.pack}</button>
        </PostForm>
      ) : null}
    </section>
  )
}
