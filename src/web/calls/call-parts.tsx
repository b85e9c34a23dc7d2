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
import { region } from '../format.ts'
import { Choice, Field } from '../layout/form.tsx'
import { RegionInput } from '../layout/region-input.tsx'
import type { Visit } from '../visit.ts'
import { Folded, Part, Pick, Text, Tick, When } from './call-inputs.tsx'

interface PartProps {
  visit: Visit
  fields: CallFields
}

export function CallerPart({ visit, fields }: PartProps) {
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

export function SellerPart({ visit, fields }: PartProps) {
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

export function StoryPart({ visit, fields }: PartProps) {
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

export function MoneyPart({ visit, fields }: PartProps) {
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

export function RestPart({ visit, fields, attached }: PartProps & { attached: number }) {
  const { calls: w, terms } = visit.words
  const channels = CHANNELS.filter((each) => each !== 'unknown')
  const requested = new Set((fields.requests ?? '').split(','))
  return (
    <Part title={w.restSection}>
      <div class="call-row">
        <When name="happened_on" label={w.happenedOn} fields={fields} to="day" />
        <Field id="happened_in" label={w.happenedIn} help={w.happenedInHelp}>
          <div class="call-beside">
            <RegionInput
              id="happened_in"
              name="happened_in"
              visit={visit}
              within="000000"
              value={fields.happened_in ?? ''}
            />
            {/* Only by hand: the seller's place does not say where the conduct took place. */}
            <button type="button" data-fills="happened_in" data-from="region" hidden>
              {w.happenedInSame}
            </button>
          </div>
        </Field>
        <When name="known_on" label={w.knownOn} fields={fields} to="day" />
      </div>
      <div class="call-row">
        <Pick
          name="elsewhere"
          label={w.elsewhere}
          options={ELSEWHERE}
          words={w.elsewhereWords}
          fields={fields}
          empty={w.choose}
        />
        <Pick
          name="channel"
          label={w.channel}
          options={channels}
          words={terms.channel}
          fields={fields}
          empty={w.choose}
        />
        <Pick name="wants" label={w.wants} options={WANTS} words={w.wantsWords} fields={fields} empty={w.wantsAuto} />
      </div>
      <div class="call-ticks">
        <Tick name="advertising" label={w.advertising} fields={fields} />
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
