import type { RequestHandler } from 'express'
import { markFinding } from '../../actions/letters/mark-finding.ts'
import { ELEMENTS, type Element } from '../../core/letter/exhibit.ts'
import type { FindingToMark } from '../../store/views/letters-card.ts'
import { form } from '../doors.ts'
import { textField } from '../fields.ts'
import { PostForm } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'

/** What was found of fundraising in the papers, to be set against an element with one choice. */
export function FindingsToMark(props: { findings: readonly FindingToMark[]; matterId: string; visit: Visit }) {
  const { findings, matterId, visit } = props
  const w = visit.words.letters
  if (findings.length === 0) return null
  return (
    <details class="deed" id="findings-to-mark">
      <summary>
        {w.markFindings} <span class="count">{findings.length}</span>
      </summary>
      <p class="help">{w.markFindingsHelp}</p>
      <ul class="plain">
        {findings.map(({ id, title, quote }) => (
          <li>
            “{quote}” <small>{title}</small>
            <PostForm visit={visit} action={`/matters/${matterId}/findings/${id}/mark`} class="filter-line">
              <select name="element" required aria-label={w.element}>
                <option value="">{w.element}</option>
                {Object.entries(ELEMENTS).map(([key, said]) => (
                  <option value={key}>{said[visit.language]}</option>
                ))}
              </select>
              <button type="submit">{w.addMark.element}</button>
            </PostForm>
          </li>
        ))}
      </ul>
    </details>
  )
}

export function postMarkFinding(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const matterId = String(req.params.id)
    await markFinding(web, visit.viewer, {
      matterId,
      findingId: String(req.params.finding),
      element: textField(fields, 'element') as Element,
      // On paper it is Chinese, whatever the screen speaks.
      title: '在案材料',
      origin: '在案材料',
    })
    return `/matters/${matterId}#exhibits`
  })
}
