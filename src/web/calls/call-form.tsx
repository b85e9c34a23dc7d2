import type { VNode } from 'preact'
import type { Said } from '../../core/clock/clock.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { CallFields } from '../../core/intake/call-fields.ts'
import type { Problem } from '../../core/problem.ts'
import { CSRF_FIELD } from '../csrf.ts'
import { Page } from '../layout/page.tsx'
import type { Visit } from '../visit.ts'
import { CallerPart, MoneyPart, RestPart, SellerPart, StoryPart } from './call-parts.tsx'

export interface CallFormProps {
  visit: Visit
  callId: string
  fields: CallFields
  /** Of the draft as kept, 0 for none. */
  version: number
  attached: number
  savedAt?: string
  wrong?: Problem
  /** What the live check says, where the page was asked for it without a script. */
  live?: VNode
}

/**
 * One page to be filled in while somebody talks. The main fields come first in each part, so that five of them are reached by the fewest
 * keys; what is seldom asked is folded away. Every part works without a script; with one it keeps, checks and suggests by itself.
 */
export function CallForm(props: CallFormProps): VNode {
  const { visit, callId, fields, version, attached, savedAt, wrong, live } = props
  const { calls: w, problems } = visit.words
  const at = { visit, fields }
  return (
    <Page at={visit} title={w.title} section="calls" script="calls.js" wide>
      <div class="call-head">
        <h1>{w.title}</h1>
        <dl class="call-keys" aria-label={w.keysTitle}>
          {w.keys.map(([key, does]) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
      {wrong ? (
        <div class="alert" role="alert">
          <b>{problems[wrong.code].title}</b>
          <span>{fieldName(visit, String(wrong.detail.field ?? '')) ?? problems[wrong.code].next}</span>
          {((wrong.detail.why ?? []) as Said[]).map((said) => (
            <span>{said[visit.language]}</span>
          ))}
        </div>
      ) : null}
      <form
        class="call"
        method="post"
        action={`/calls/${callId}`}
        encType="multipart/form-data"
        data-call={callId}
        data-unsaved={w.unsaved}
        data-restored={w.restored}
        data-stale={w.elsewhereOpen}
        data-unsent={w.unsent}
        data-saving={w.saving}
        data-attach-failed={w.attachFailed}
      >
        <input type="hidden" name={CSRF_FIELD} value={visit.csrfToken} />
        <input type="hidden" name="version" value={String(version)} />
        <div class="call-form">
          <CallerPart {...at} />
          <SellerPart {...at} />
          <StoryPart {...at} />
          <MoneyPart {...at} />
          <RestPart {...at} attached={attached} />
          <div class="call-submit">
            <button class="primary" type="submit">
              {w.submit}
            </button>
            <button
              type="submit"
              formAction={`/calls/${callId}/draft`}
              formEncType="application/x-www-form-urlencoded"
              formNoValidate
            >
              {w.save}
            </button>
            <button
              type="submit"
              formAction={`/calls/${callId}/check`}
              formEncType="application/x-www-form-urlencoded"
              formNoValidate
              data-plain
            >
              {w.check}
            </button>
            <output class="call-saved" data-saved aria-live="polite">
              {savedAt ? w.saved(shanghaiTime(savedAt).slice(-5)) : ''}
            </output>
            {version > 0 ? (
              <button
                class="quiet"
                type="submit"
                formAction={`/calls/${callId}/drop`}
                formEncType="application/x-www-form-urlencoded"
                formNoValidate
                title={w.dropHelp}
              >
                {w.drop}
              </button>
            ) : null}
          </div>
        </div>
        <aside class="call-live" data-live aria-live="polite">
          {live ?? (
            <section class="card">
              <h2>{w.live}</h2>
              <p class="help">{w.liveEmpty}</p>
            </section>
          )}
        </aside>
      </form>
    </Page>
  )
}

/** A field by the label the form gives it. */
function fieldName({ words: { calls: w } }: Visit, field: string): string | undefined {
  const labels: Record<string, string> = {
    story: w.story,
    paid: w.paid,
    asked: w.asked,
    paid_on: w.paidOn,
    happened_on: w.happenedOn,
    happened_in: w.happenedIn,
    known_on: w.knownOn,
    region: w.sellerRegion,
    called_at: w.calledAt,
    received_at: w.receivedAt,
    authority: w.authority,
  }
  return labels[field]
}
