import type { RequestHandler } from 'express'
import { may } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { levelOf } from '../../core/routing/duties.ts'
import { whatToDo } from '../../core/routing/misdirected.ts'
import { AD_FORMS, TRADES, VENUE_OF } from '../../core/routing/responsibility.ts'
import { type Venue, type VenuePlace, type VenueQuestion, venueOf } from '../../core/routing/venue.ts'
import { screen } from '../doors.ts'
import { choice, dayField, type Fields, regionOrNone } from '../fields.ts'
import { region } from '../format.ts'
import { Choice, Field } from '../layout/form.tsx'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { RegionInput } from '../layout/region-input.tsx'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { JointTabs } from './joint-tabs.tsx'
import { fullName, type JointSaying } from './say.ts'

/** Whose is it: the competent place by the law of the day of receipt, and what to do when it is not us. */
export function showVenue(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    if (!may(visit.viewer, 'responsibility.read'))
      throw problem('auth.forbidden', { permission: 'responsibility.read' })
    const w = visit.words.joint
    const at = { table: web.responsibilities, visit }
    const question = questionOf(at, req.query as Fields)
    const venue = venueOf(web.responsibilities, question)
    sendPage(
      res,
      <Page at={visit} title={w.venue} section="joint">
        <Heading title={w.title} sub={w.venueSubtitle} />
        <JointTabs visit={visit} tab="venue" />
        <div class="split">
          <div>
            <Answer at={at} venue={venue} department={question.of === 'fundraising' ? 'fundraising_lead' : 'market'} />
            {question.of === 'complaint' || question.of === 'report' ? (
              <NotOurs at={at} kind={question.of} on={question.on} />
            ) : null}
          </div>
          <aside>
            <Question at={at} question={question} />
          </aside>
        </div>
      </Page>,
    )
  })
}

function questionOf({ table, visit }: JointSaying, query: Fields): VenueQuestion {
  const shown = choice(query, 'shown', ['yes', 'no'] as const)
  const places = Object.keys(table.places).flatMap((place) => {
    const code = regionOrNone(query, place)
    return code ? [[place, code] as const] : []
  })
  return {
    of: choice(query, 'of', VENUE_OF) ?? 'complaint',
    on: dayField(query, 'on') ?? shanghaiDay(visit.now),
    bureau: visit.viewer.region,
    trade: choice(query, 'trade', TRADES) ?? null,
    ad: choice(query, 'ad', AD_FORMS) ?? null,
    addressShown: shown === undefined ? null : shown === 'yes',
    raiser: choice(query, 'raiser', ['unit', 'person'] as const) ?? null,
    places: Object.fromEntries(places),
  }
}

function Answer({ at, venue, department }: { at: JointSaying; venue: Venue | undefined; department: string }) {
  const { table, visit } = at
  const w = visit.words.joint
  if (!venue) {
    return (
      <section class="card">
        <p>{w.venueUnknown}</p>
      </section>
    )
  }
  const asks = venue.asks.map((place) => table.places[place]![visit.language]).join(visit.words.shell.listAnd)
  return (
    <section class="card" id="answer">
      <h2>{w.competent}</h2>
      <p class={`ours ours-${venue.ours}`}>
        <b>{w.ours[venue.ours]}</b>
        {venue.ours === 'unknown' ? asks : null}
      </p>
      {venue.level ? <p>{w.venueLevel(table.levels[venue.level][visit.language])}</p> : null}
      <Places at={at} places={venue.competent} department={department} />
      <Group at={at} title={w.also} places={venue.also} />
      <Group at={at} title={w.assist} places={venue.assist} />
      <Group at={at} title={w.handOver} places={venue.handOver} />
      {venue.notes.map((note) => (
        <p class="warning">{note[visit.language]}</p>
      ))}
      <p class="articles">
        {venue.basis.article[visit.language]} <small>{visit.words.terms.basisConfidence[venue.basis.confidence]}</small>
      </p>
    </section>
  )
}

function Group({ at, title, places }: { at: JointSaying; title: string; places: readonly VenuePlace[] }) {
  if (places.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <Places at={at} places={places} />
    </>
  )
}

/** Of the county that is competent, the department whose it is. */
function Places({ at, places, department }: { at: JointSaying; places: readonly VenuePlace[]; department?: string }) {
  const { table, visit } = at
  return (
    <ul class="plain">
      {places.map(({ place, region: code }) => (
        <li>
          {visit.words.shell.labelled(table.places[place]![visit.language], '')}
          {code ? region(code, visit) : <span class="nobody">{visit.words.joint.notKnown}</span>}
          {code && department && levelOf(code) === 'county' ? (
            <small class="below">{fullName(at, department, code)}</small>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function NotOurs({ at, kind, on }: { at: JointSaying; kind: 'complaint' | 'report'; on: string }) {
  const { table, visit } = at
  const w = visit.words.joint
  const cases = [
    { said: w.holderUnit, holder: 'unit', remit: 'market' },
    { said: `${w.holderBureau}，${w.remitMarket}`, holder: 'bureau', remit: 'market' },
    { said: `${w.holderBureau}，${w.remitOther}`, holder: 'bureau', remit: 'other' },
  ] as const
  return (
    <section class="card" id="misdirected">
      <h2>{w.misdirected}</h2>
      <dl class="facts wide-facts">
        {cases.map(({ said, holder, remit }) => {
          const told = whatToDo(table, { kind, on, holder, remit })
          return (
            <>
              <dt>{said}</dt>
              <dd>
                {told ? told.rule.says[visit.language] : w.venueUnknown}
                {told ? <small class="below">{told.basis.article[visit.language]}</small> : null}
              </dd>
            </>
          )
        })}
      </dl>
    </section>
  )
}

function Question({ at, question }: { at: JointSaying; question: VenueQuestion }) {
  const { table, visit } = at
  const { joint: w, shell } = visit.words
  const shown = question.addressShown === null ? undefined : question.addressShown ? 'yes' : 'no'
  return (
    <form class="card move" method="get" action="/venue">
      <Field id="of" label={w.venueWhat}>
        <select id="of" name="of">
          {VENUE_OF.map((of) => (
            <option value={of} selected={of === question.of}>
              {w.venueOf[of]}
            </option>
          ))}
        </select>
      </Field>
      <Field id="on" label={w.receivedOn}>
        <input id="on" type="date" name="on" value={question.on} />
      </Field>
      <Field id="trade" label={w.trade}>
        <Choice
          id="trade"
          name="trade"
          empty={shell.unknown}
          options={TRADES}
          words={w.tradeOf}
          chosen={question.trade ?? undefined}
        />
      </Field>
      <Field id="ad" label={w.ad}>
        <Choice
          id="ad"
          name="ad"
          empty={shell.unknown}
          options={AD_FORMS}
          words={w.adOf}
          chosen={question.ad ?? undefined}
        />
      </Field>
      <Field id="shown" label={w.shownAddress}>
        <Choice
          id="shown"
          name="shown"
          empty={shell.unknown}
          options={['yes', 'no'] as const}
          words={{ yes: shell.yes, no: shell.no }}
          chosen={shown}
        />
      </Field>
      <Field id="raiser" label={w.raiser}>
        <Choice
          id="raiser"
          name="raiser"
          empty={shell.unknown}
          options={['unit', 'person'] as const}
          words={w.raiserOf}
          chosen={question.raiser ?? undefined}
        />
      </Field>
      <details class="deed" open={Object.keys(question.places).length > 0}>
        <summary>{w.whereIs}</summary>
        {Object.entries(table.places).map(([place, said]) => (
          <Field id={`p-${place}`} label={said[visit.language]}>
            <RegionInput
              id={`p-${place}`}
              name={place}
              visit={visit}
              within="000000"
              value={question.places[place] ?? ''}
            />
          </Field>
        ))}
      </details>
      <button class="primary" type="submit">
        {w.look}
      </button>
    </form>
  )
}
