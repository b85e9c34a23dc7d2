import type { ComponentChildren, VNode } from 'preact'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { CHANNELS } from '../../core/document.ts'
import {
  AUTHORITIES,
  ELSEWHERE,
  PAY_METHODS,
  PAYERS,
  PURPOSES,
  RELATIONS,
  REQUESTS,
  WANTS,
} from '../../core/intake/call.ts'
import type { CallFields } from '../../core/intake/call-fields.ts'
import type { Problem } from '../../core/problem.ts'
import { CSRF_FIELD } from '../csrf.ts'
import { region } from '../format.ts'
import { Choice, Field } from '../layout/form.tsx'
import { Page } from '../layout/page.tsx'
import { RegionInput } from '../layout/region-input.tsx'
import type { Visit } from '../visit.ts'
import { wordFor } from '../words/words.ts'

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
  const { calls: w, problems, problemPage } = visit.words
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
          <span>
            {fieldName(visit, String(wrong.detail.field ?? '')) ??
              wordFor(problemPage.fields, '', problems[wrong.code].next)}
          </span>
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
    known_on: w.knownOn,
    region: w.sellerRegion,
    called_at: w.calledAt,
    received_at: w.receivedAt,
    authority: w.authority,
  }
  return labels[field]
}

interface PartProps {
  visit: Visit
  fields: CallFields
}

function CallerPart({ visit, fields }: PartProps) {
  const w = visit.words.calls
  const isFolded = !['caller_id_number', 'caller_address', 'anonymous', 'capacity_doubt'].some((name) => fields[name])
  return (
    <Part title={w.callerSection}>
      <div class="call-row">
        <Text name="caller_name" label={w.name} fields={fields} main first />
        <Text name="caller_phone" label={w.phone} fields={fields} main inputMode="tel" />
        <Field id="relation" label={w.relation}>
          <select id="relation" name="relation">
            {RELATIONS.map((each) => (
              <option value={each} selected={each === (fields.relation ?? 'self')}>
                {w.relationWords[each]}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <div class="call-row for-other">
        <Text name="complainant_name" label={w.complainantName} fields={fields} />
        <Text name="complainant_phone" label={w.complainantPhone} fields={fields} inputMode="tel" />
        <Field id="authority" label={w.authority}>
          <Choice
            id="authority"
            name="authority"
            empty={w.choose}
            options={AUTHORITIES}
            words={w.authorityWords}
            chosen={AUTHORITIES.find((each) => each === fields.authority)}
          />
        </Field>
      </div>
      <Folded title={w.moreCaller} open={!isFolded}>
        <div class="call-row">
          <Text name="caller_id_number" label={w.idNumber} fields={fields} />
          <Text name="caller_address" label={w.address} fields={fields} />
        </div>
        <div class="call-row for-other">
          <Text name="complainant_id_number" label={w.complainantIdNumber} fields={fields} />
          <Text name="complainant_address" label={w.complainantAddress} fields={fields} />
        </div>
        <div class="call-ticks">
          <Tick name="capacity_doubt" label={w.capacityDoubt} fields={fields} />
          <Tick name="anonymous" label={w.anonymous} fields={fields} />
        </div>
      </Folded>
    </Part>
  )
}

function SellerPart({ visit, fields }: PartProps) {
  const w = visit.words.calls
  const isFolded = !['seller_phone', 'seller_code', 'seller_address', 'region'].some((name) => fields[name])
  return (
    <Part title={w.sellerSection}>
      <div class="call-seller">
        <Field id="seller_name" label={w.sellerName} help={w.sellerHelp}>
          <input
            id="seller_name"
            name="seller_name"
            maxLength={100}
            value={fields.seller_name ?? ''}
            autocomplete="off"
            role="combobox"
            aria-expanded="false"
            aria-controls="sellers"
            aria-autocomplete="list"
            data-main
          />
        </Field>
        <input type="hidden" name="operator_id" value={fields.operator_id ?? ''} />
        <div id="sellers" class="sellers" role="listbox" hidden />
        <output class="seller-chosen" data-chosen>
          {fields.operator_id ? w.sellerChosen : ''}
        </output>
      </div>
      <Folded title={w.moreSeller} open={!isFolded}>
        <div class="call-row">
          <Text name="seller_phone" label={w.sellerPhone} fields={fields} inputMode="tel" />
          <Text name="seller_code" label={w.sellerCode} fields={fields} />
        </div>
        <div class="call-row">
          <Text name="seller_address" label={w.sellerAddress} fields={fields} />
          <Field id="region" label={w.sellerRegion} help={w.sellerRegionHelp}>
            <RegionInput
              id="region"
              visit={visit}
              within="000000"
              value={fields.region ?? ''}
              placeholder={`${visit.viewer.region} ${region(visit.viewer.region, visit)}`}
            />
          </Field>
        </div>
      </Folded>
    </Part>
  )
}

function StoryPart({ visit, fields }: PartProps) {
  const w = visit.words.calls
  return (
    <Part title={w.storySection}>
      <Field id="story" label={w.story} help={w.storyHelp}>
        <textarea id="story" name="story" rows={4} maxLength={20_000} required data-main>
          {fields.story ?? ''}
        </textarea>
      </Field>
      <Text name="asks" label={w.asks} fields={fields} main />
    </Part>
  )
}

function MoneyPart({ visit, fields }: PartProps) {
  const w = visit.words.calls
  return (
    <Part title={w.moneySection}>
      <div class="call-row">
        <Text name="paid" label={w.paid} fields={fields} placeholder={w.paidHelp} />
        <When name="paid_on" label={w.paidOn} fields={fields} to="day" />
        <Pick
          name="paid_by"
          label={w.paidBy}
          options={PAY_METHODS}
          words={w.payWords}
          fields={fields}
          empty={w.choose}
        />
      </div>
      <div class="call-row">
        <Pick
          name="paid_for"
          label={w.paidFor}
          options={PURPOSES}
          words={w.purposeWords}
          fields={fields}
          empty={w.choose}
        />
        <Pick name="payer" label={w.payer} options={PAYERS} words={w.payerWords} fields={fields} empty={w.choose} />
        <Text name="asked" label={w.asked} fields={fields} />
      </div>
      <div class="call-row for-payer">
        <Text name="payer_name" label={w.payerName} fields={fields} />
        <Text name="payer_phone" label={w.payerPhone} fields={fields} inputMode="tel" />
      </div>
    </Part>
  )
}

function RestPart({ visit, fields, attached }: PartProps & { attached: number }) {
  const { calls: w, terms } = visit.words
  const channels = CHANNELS.filter((each) => each !== 'unknown')
  const requested = new Set((fields.requests ?? '').split(','))
  return (
    <Part title={w.restSection}>
      <div class="call-row">
        <When name="happened_on" label={w.happenedOn} fields={fields} to="day" />
        <When name="known_on" label={w.knownOn} fields={fields} to="day" />
        <Pick
          name="elsewhere"
          label={w.elsewhere}
          options={ELSEWHERE}
          words={w.elsewhereWords}
          fields={fields}
          empty={w.choose}
        />
      </div>
      <div class="call-row">
        <Pick
          name="channel"
          label={w.channel}
          options={channels}
          words={terms.channel}
          fields={fields}
          empty={w.choose}
        />
        <Pick name="wants" label={w.wants} options={WANTS} words={w.wantsWords} fields={fields} empty={w.wantsAuto} />
        <div class="call-ticks">
          <Tick name="advertising" label={w.advertising} fields={fields} />
        </div>
      </div>
      <fieldset class="call-ticks">
        <legend>{w.requests}</legend>
        {REQUESTS.map((each) => (
          <label class="tick">
            <input type="checkbox" name="requests" value={each} checked={requested.has(each)} />
            {w.requestWords[each]}
          </label>
        ))}
      </fieldset>
      <div class="call-row">
        <When name="called_at" label={w.calledAt} fields={fields} to="minute" />
        <When name="received_at" label={w.receivedAt} fields={fields} to="minute" help={w.timesHelp} />
      </div>
      <Field id="files" label={w.files} help={w.filesHelp}>
        <input id="files" name="files" type="file" multiple />
      </Field>
      <output class="help" data-attached>
        {attached > 0 ? w.attached(attached) : ''}
      </output>
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <fieldset class="card call-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

function Folded({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }) {
  return (
    <details class="call-more" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

function Text(props: {
  name: string
  label: string
  fields: CallFields
  /** Enter leads from one main field to the next. */
  main?: boolean
  /** Where the cursor is put when the page opens. */
  first?: boolean
  inputMode?: 'tel'
  placeholder?: string
}) {
  const { name, label, fields, main, first, inputMode, placeholder } = props
  return (
    <Field id={name} label={label}>
      <input
        id={name}
        name={name}
        maxLength={200}
        value={fields[name] ?? ''}
        inputMode={inputMode}
        placeholder={placeholder}
        autocomplete="off"
        {...(first ? { 'data-first': true } : {})}
        {...(main ? { 'data-main': true } : {})}
      />
    </Field>
  )
}

function When(props: { name: string; label: string; fields: CallFields; to: 'day' | 'minute'; help?: string }) {
  const { name, label, fields, to, help } = props
  const value = fields[name] ?? ''
  return (
    <Field id={name} label={label} {...(help ? { help } : {})}>
      {to === 'day' ? (
        <input id={name} name={name} type="date" value={value} />
      ) : (
        <input id={name} name={name} type="datetime-local" value={value} />
      )}
    </Field>
  )
}

function Pick<T extends string>(props: {
  name: string
  label: string
  options: readonly T[]
  words: Readonly<Record<T, string>>
  fields: CallFields
  empty: string
}) {
  const { name, label, options, words, fields, empty } = props
  return (
    <Field id={name} label={label}>
      <Choice
        id={name}
        name={name}
        empty={empty}
        options={options}
        words={words}
        chosen={options.find((each) => each === fields[name])}
      />
    </Field>
  )
}

function Tick({ name, label, fields }: { name: string; label: string; fields: CallFields }) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} value="yes" checked={Boolean(fields[name])} />
      {label}
    </label>
  )
}
