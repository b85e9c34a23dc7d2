import { ACT_IDS, blankAct, type WorksheetDraft } from '../../core/worksheet/draft.ts'
import type { WorksheetPage } from '../../store/views/worksheet-page.ts'
import { PostForm } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { ActFields } from './form-act.tsx'
import { CaseFields } from './form-case.tsx'
import { FactorFields } from './form-factors.tsx'
import { GroundFields } from './form-grounds.tsx'
import { ProposalFields } from './form-proposal.tsx'

export interface FormProps {
  page: WorksheetPage
  draft: WorksheetDraft
  web: WebParts
  visit: Visit
}

/** Everything that is filled in. Names in the form: `act.<ground>`, `a1.gains`, `factor.<id>`, `condition.<article>` and so on. */
export function WorksheetForm({ latest, ...props }: FormProps & { latest: number }) {
  const { page, draft, visit } = props
  const w = visit.words.worksheet
  const used = new Set([...Object.values(draft.belongs), ...draft.extra.map(({ act }) => act), '1'])
  return (
    <section class="card actions worksheet-form" id="fill">
      <h2>{w.fill}</h2>
      <PostForm visit={visit} action={`/matters/${page.file.id}/worksheet`} version={latest}>
        <GroundFields {...props} />
        {ACT_IDS.map((id) => (
          <ActFields
            act={draft.acts.find((act) => act.id === id) ?? blankAct(id)}
            isOpen={used.has(id)}
            visit={visit}
          />
        ))}
        <FactorFields {...props} />
        <CaseFields {...props} />
        <ProposalFields {...props} />
        <p class="help">{w.saveHelp}</p>
        <button type="submit">{w.save}</button>
      </PostForm>
    </section>
  )
}
