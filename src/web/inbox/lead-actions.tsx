import type { ComponentChildren } from 'preact'
import { may } from '../../core/access/viewer.ts'
import { DISMISS_REASONS, isOpenLead } from '../../core/case/ruling.ts'
import type { LeadPage } from '../../store/views/lead-page.ts'
import { region } from '../format.ts'
import { Choice, Field, PostForm } from '../layout/form.tsx'
import { RegionInput } from '../layout/region-input.tsx'
import type { Visit } from '../visit.ts'

/** The forms this viewer may use on this lead; every one carries the version she saw. */
export function LeadActions({ page: { lead }, visit }: { page: LeadPage; visit: Visit }) {
  const { viewer, words } = visit
  const w = words.lead
  const { shell } = words
  const post = (deed: string) => ({ visit, version: lead.version, action: `/leads/${lead.id}/${deed}` })
  if (lead.state === 'dismissed' && may(viewer, 'lead.reopen')) {
    return (
      <section class="card actions">
        <h2>{w.actions}</h2>
        <Deed title={w.reopen} help={w.reopenHelp}>
          <PostForm {...post('reopen')}>
            <Reason id="reopen-reason" label={w.reopenReason} />
            <button class="primary" type="submit">
              {w.reopen}
            </button>
          </PostForm>
        </Deed>
      </section>
    )
  }
  if (lead.state === 'dismissed') return <Closed>{w.actionsDismissed}</Closed>
  if (!isOpenLead(lead.state)) return <Closed>{w.actionsClosed}</Closed>
  if (!may(viewer, 'lead.take')) return <Closed>{w.actionsNone}</Closed>
  const isMine = lead.ownerId === viewer.officerId
  const mayRelease = lead.ownerId !== null && (isMine || viewer.role === 'head' || viewer.role === 'reviewer')
  return (
    <section class="card actions">
      <h2>{w.actions}</h2>
      {isMine ? null : (
        <PostForm {...post('take')}>
          <button class="primary wide" type="submit">
            {lead.ownerId ? w.takeOver : w.take}
          </button>
          <small class="help">{w.takeHelp}</small>
        </PostForm>
      )}
      {mayRelease ? (
        <PostForm {...post('release')}>
          <button class="wide" type="submit">
            {w.release}
          </button>
          <small class="help">{w.releaseHelp}</small>
        </PostForm>
      ) : null}
      {may(viewer, 'case.open') ? (
        <Deed title={w.open} help={w.openHelp}>
          <PostForm {...post('open')}>
            <Reason id="open-reason" label={w.openReason} />
            <button class="primary" type="submit">
              {w.open}
            </button>
          </PostForm>
        </Deed>
      ) : null}
      {may(viewer, 'lead.dismiss') ? (
        <Deed title={w.dismiss} help={w.dismissHelp}>
          <PostForm {...post('dismiss')}>
            <Field id="dismiss-reason" label={w.dismissReason}>
              <Choice
                id="dismiss-reason"
                name="reason"
                empty="—"
                options={DISMISS_REASONS}
                words={words.terms.dismissReason}
                required
              />
            </Field>
            <Field id="dismiss-note" label={shell.optional(w.note)}>
              <textarea id="dismiss-note" name="note" rows={2} maxLength={1000} />
            </Field>
            <button type="submit">{w.dismiss}</button>
          </PostForm>
        </Deed>
      ) : null}
      {may(viewer, 'lead.dispatch') ? (
        <Deed title={w.dispatch} help={w.dispatchHelp}>
          <PostForm {...post('dispatch')}>
            <Field id="dispatch-region" label={w.dispatchRegion} help={w.dispatchRegionHelp}>
              <RegionInput id="dispatch-region" visit={visit} within="000000" required />
            </Field>
            <Reason id="dispatch-reason" label={w.dispatchReason} />
            <button type="submit">{w.dispatch}</button>
          </PostForm>
        </Deed>
      ) : null}
      {lead.dispatchedFrom && may(viewer, 'lead.return') ? (
        <Deed title={w.return} help={w.returnHelp(region(lead.dispatchedFrom, visit))}>
          <PostForm {...post('return')}>
            <Reason id="return-reason" label={w.returnReason} />
            <button type="submit">{w.return}</button>
          </PostForm>
        </Deed>
      ) : null}
    </section>
  )
}

function Closed({ children }: { children: ComponentChildren }) {
  return <section class="card note">{children}</section>
}

function Deed({ title, help, children }: { title: string; help: string; children: ComponentChildren }) {
  return (
    <details class="deed">
      <summary>{title}</summary>
      <p class="help">{help}</p>
      {children}
    </details>
  )
}

function Reason({ id, label }: { id: string; label: string }) {
  return (
    <Field id={id} label={label}>
      <textarea id={id} name="reason" rows={2} maxLength={1000} required />
    </Field>
  )
}
