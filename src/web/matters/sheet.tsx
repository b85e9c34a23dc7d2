import { may } from '../../core/access/viewer.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { MatterPage } from '../../store/views/matter-page.ts'
import { region, yuan } from '../format.ts'
import { Field, PostForm } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'
import { wordFor } from '../words/words.ts'
import { type Saying, stateName } from './say.ts'

/** The matter's particulars. */
export function Facts({ page, saying: { visit, names } }: { page: MatterPage; saying: Saying }) {
  const { file, operator, lead, sameSeller, told } = page
  const { matters: w, terms, shell } = visit.words
  const handlers = file.matter.handlers.map((id) => names.get(id) ?? id).join(shell.listAnd)
  const openedBy = file.openedBy === 'system' ? shell.system : (names.get(file.openedBy) ?? '')
  const category = file.category ? wordFor(terms.category, file.category, '') : ''
  return (
    <section class="card">
      <dl class="facts">
        <dt>{w.seller}</dt>
        <dd>
          {(operator?.name ?? file.operatorSaid) || <span class="nobody">{w.sellerUnknown}</span>}
          {sameSeller > 0 ? <small class="below">{w.known(sameSeller)}</small> : null}
        </dd>
        <dt>{w.handlers}</dt>
        <dd class={handlers ? undefined : 'nobody'}>{handlers || w.noHandlers}</dd>
        <dt>{w.region}</dt>
        <dd>{region(file.region, visit)}</dd>
        {told.sellerRegion ? (
          <>
            <dt>{w.toldSellerRegion}</dt>
            <dd>
              {region(told.sellerRegion, visit)} <small class="below">{w.asTold}</small>
            </dd>
          </>
        ) : null}
        {told.happenedIn ? (
          <>
            <dt>{w.toldHappenedIn}</dt>
            <dd>
              {region(told.happenedIn, visit)} <small class="below">{w.asTold}</small>
            </dd>
          </>
        ) : null}
        {category ? (
          <>
            <dt>{w.category}</dt>
            <dd>{category}</dd>
          </>
        ) : null}
        {file.paidFen !== null ? (
          <>
            <dt>{w.paid}</dt>
            <dd>{yuan(file.paidFen, visit.words)}</dd>
          </>
        ) : null}
        {file.recoveredFen !== null ? (
          <>
            <dt>{w.recovered}</dt>
            <dd>{yuan(file.recoveredFen, visit.words)}</dd>
          </>
        ) : null}
        {file.calledAt ? (
          <>
            <dt>{w.calledAt}</dt>
            <dd>{shanghaiTime(file.calledAt)}</dd>
          </>
        ) : null}
        <dt>{w.receivedAt}</dt>
        <dd>{shanghaiTime(file.receivedAt)}</dd>
        <dt>{w.source}</dt>
        <dd>{[w.sourceOf[file.source], file.platform].filter(Boolean).join(' · ')}</dd>
        {file.external ? (
          <>
            <dt>{w.external}</dt>
            <dd>{file.external}</dd>
          </>
        ) : null}
        <dt>{w.openedBy}</dt>
        <dd>{openedBy}</dd>
        {lead ? (
          <>
            <dt>{w.fromLead}</dt>
            <dd>
              <a href={`/leads/${lead.id}`}>{lead.number}</a>
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

/** Who stands in which part; names are sealed. */
export function People({ page: { people, file }, visit }: { page: MatterPage; visit: Visit }) {
  const w = visit.words.matters
  if (people.length === 0) return null
  return (
    <section class="card">
      <h2>{w.people}</h2>
      <ul class="plain">
        {people.map((person) => (
          <li>
            <b>{w.personRole[person.role]}</b>{' '}
            {[
              person.relation ? wordFor(w.relation, person.relation, '') : '',
              person.authority ? wordFor(w.authority, person.authority, '') : '',
              person.capacityDoubt ? w.capacityDoubt : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
      <p class="help">{w.peopleHelp}</p>
      {may(visit.viewer, 'matter.act') ? (
        <details class="deed">
          <summary>{w.seePeople}</summary>
          <PostForm visit={visit} action={`/matters/${file.id}/people`}>
            <Field id="see-people" label={w.reasonLabel}>
              <input id="see-people" name="reason" required maxLength={1000} />
            </Field>
            <button type="submit">{w.seePeople}</button>
          </PostForm>
        </details>
      ) : null}
    </section>
  )
}

/** The other matters of the same letter. */
export function Bundle({ page: { bundle }, saying }: { page: MatterPage; saying: Saying }) {
  const w = saying.visit.words.matters
  if (bundle.length === 0) return null
  return (
    <section class="card">
      <h2>{w.bundle}</h2>
      <ul class="plain">
        {bundle.map((other) => (
          <li>
            <a href={`/matters/${other.id}`}>{other.number}</a> {w.kind[other.kind]} · {stateName(saying, other.state)}
          </li>
        ))}
      </ul>
      <p class="help">{w.bundleHelp}</p>
    </section>
  )
}

/** Papers on its file. */
export function Papers({ page: { documents }, visit }: { page: MatterPage; visit: Visit }) {
  const { matters: w, document, terms } = visit.words
  return (
    <section class="card">
      <h2>
        {w.papers} <span class="count">{documents.length}</span>
      </h2>
      {documents.length === 0 ? <p class="help">{w.noPapers}</p> : null}
      <ul class="plain">
        {documents.map((paper) => (
          <li>
            <a href={`/documents/${paper.id}`}>{paper.title || document.untitled}</a>{' '}
            {paper.band && paper.band !== 'none' ? (
              <span class={`band band-${paper.band}`}>{wordFor(terms.band, paper.band, paper.band)}</span>
            ) : null}{' '}
            <time dateTime={paper.receivedAt}>{shanghaiTime(paper.receivedAt)}</time>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Mends what was noted of the matter, above all who the seller is. */
export function Describe({ page: { file, operator }, visit }: { page: MatterPage; visit: Visit }) {
  const w = visit.words.matters
  return (
    <section class="card actions">
      <details class="deed">
        <summary>{w.describe}</summary>
        <PostForm visit={visit} action={`/matters/${file.id}/describe`} version={file.described}>
          <Field id="describe-title" label={w.describeTitle}>
            <input id="describe-title" name="title" value={file.title} maxLength={200} />
          </Field>
          <Field id="describe-seller" label={w.describeSeller} help={w.describeHelp}>
            <input id="describe-seller" name="seller" value={operator?.name ?? file.operatorSaid} maxLength={200} />
          </Field>
          <Field id="describe-code" label={w.describeCode}>
            <input id="describe-code" name="credit_code" maxLength={18} />
          </Field>
          <Field id="describe-phone" label={w.describePhone}>
            <input id="describe-phone" name="phone" inputMode="tel" maxLength={40} />
          </Field>
          <button type="submit">{w.save}</button>
        </PostForm>
      </details>
    </section>
  )
}
