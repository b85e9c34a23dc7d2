import { may } from '../../core/access/viewer.ts'
import { LAW_VERSIONS } from '../../core/case/law-version.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { DocumentPage, LawMatterOnPage } from '../../store/views/document-page.ts'
import type { ArticleOnPage } from '../../store/views/findings-on-page.ts'
import { Field, PostForm } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'

interface MatterProps {
  page: DocumentPage
  matter: LawMatterOnPage
  visit: Visit
}

/** Each change of law the paper met: both versions side by side, and the officer's choice, once for all findings. */
export function LawMatters({ page, visit }: Omit<MatterProps, 'matter'>) {
  const { circumstances: c } = visit.words
  if (page.matters.length === 0) return null
  return (
    <section class="card law" id="law">
      <h2>{c.matterTitle}</h2>
      {page.matters.map((matter) => (
        <Matter page={page} matter={matter} visit={visit} />
      ))}
    </section>
  )
}

function Matter({ page, matter, visit }: MatterProps) {
  const { circumstances: c } = visit.words
  const articles: Record<string, ArticleOnPage> = Object.assign({}, ...page.findings.map((one) => one.articles))
  const standing = matter.choices.at(-1)
  return (
    <div class="matter">
      <h3>{c.matterHead(matter.on)}</h3>
      <div class="versions">
        {LAW_VERSIONS.map((version) => (
          <section class={`version version-${version}${standing?.version === version ? ' is-chosen' : ''}`}>
            <h5>
              {c.version[version]} <small>{c.versionHelp[version]}</small>
            </h5>
            {matter[version].length === 0 ? <p>{c.noOld}</p> : null}
            {matter[version].map((id) => (
              <p>{nameOf(articles[id], id, visit)}</p>
            ))}
          </section>
        ))}
      </div>
      <p class="choice-note">{matter.note[visit.language]}</p>
      <p class="concerned">
        {c.matterFindings}
        {matter.findings.map((place) => (
          <a href={`#f-${place + 1}`}>{place + 1}</a>
        ))}
      </p>
      <Choices matter={matter} visit={visit} />
      <ChoiceForm page={page} matter={matter} visit={visit} />
    </div>
  )
}

function nameOf(article: ArticleOnPage | undefined, id: string, { language }: Visit): string {
  if (!article) return id
  const { title, article: number } = article
  return language === 'zh' ? `${title.zh}${number.zh}` : `${title.en}, ${number.en}`
}

function Choices({ matter, visit }: { matter: LawMatterOnPage; visit: Visit }) {
  const { circumstances: c } = visit.words
  const standing = matter.choices.at(-1)
  if (!standing) return <p class="nobody">{c.notChosen}</p>
  const earlier = matter.choices.slice(0, -1).toReversed()
  const line = ({ version, reason, officerName, at }: typeof standing) => (
    <p>
      <b class="verdict verdict-upheld">{c.chosen(c.version[version])}</b> <q class="said">{reason}</q>{' '}
      <small>
        {officerName} {shanghaiTime(at)}
      </small>
    </p>
  )
  return (
    <div class="rulings">
      {line(standing)}
      {earlier.length > 0 ? (
        <details>
          <summary>{c.chosenEarlier(earlier.length)}</summary>
          {earlier.map(line)}
        </details>
      ) : null}
    </div>
  )
}

/** The version of the form is the number of the choice that stood when the page was made. */
function ChoiceForm({ page, matter, visit }: MatterProps) {
  if (!may(visit.viewer, 'law.choose')) return null
  const { circumstances: c } = visit.words
  const id = `law-${page.matters.indexOf(matter)}`
  const standing = matter.choices.at(-1)
  return (
    <details class="rule-on">
      <summary>{standing ? c.chooseAgain : c.choose}</summary>
      <PostForm
        visit={visit}
        version={standing?.seq ?? 0}
        action={`/documents/${page.document.id}/law-version`}
        class="ruling"
      >
        <input type="hidden" name="matter" value={matter.key} />
        <fieldset class="choose">
          <legend>{c.choose}</legend>
          {LAW_VERSIONS.map((version) => (
            <label>
              <input type="radio" name="choice" value={version} required /> {c.version[version]}
            </label>
          ))}
        </fieldset>
        <Field id={`${id}-reason`} label={c.chooseReason}>
          <input id={`${id}-reason`} name="reason" maxLength={1000} autocomplete="off" required />
        </Field>
        <button type="submit">{c.chooseSubmit}</button>
      </PostForm>
    </details>
  )
}
