import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { EVIDENCE_KINDS, exhibitNumber } from '../../core/letter/exhibit.ts'
import type { ExhibitOnPage, LettersCard } from '../../store/views/letters-card.ts'
import type { MatterPage } from '../../store/views/matter-page.ts'
import { PostForm } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'
import { AddExhibit } from './add-exhibit-form.tsx'
import { CustodyForm } from './custody-form.tsx'
import { FindingsToMark } from './findings-to-mark.tsx'
import { MarkForms, Marks } from './marks.tsx'

/** The exhibits of a matter: where each came from, where it is, what it shows. */
export function ExhibitsCard({ card, visit, page }: { card: LettersCard; visit: Visit; page: MatterPage }) {
  const w = visit.words.letters
  const { exhibits, names } = card
  return (
    <section class="card" id="exhibits">
      <h2>
        {w.exhibits} <span class="count">{exhibits.length}</span>
      </h2>
      <p class="help">{exhibits.length === 0 ? w.noExhibits : w.exhibitsHelp}</p>
      <ul class="plain exhibits">
        {exhibits.map((exhibit) => (
          <Exhibit exhibit={exhibit} names={names} visit={visit} />
        ))}
      </ul>
      <FindingsToMark findings={card.findings} matterId={page.file.id} visit={visit} />
      <AddExhibit page={page} visit={visit} />
      {exhibits.length > 0 ? (
        <details class="deed">
          <summary>{w.verify}</summary>
          <PostForm visit={visit} action={`/matters/${page.file.id}/exhibits/verify`}>
            <p class="help">{w.verifyHelp}</p>
            <button type="submit">{w.verify}</button>
          </PostForm>
        </details>
      ) : null}
    </section>
  )
}

function Exhibit(props: { exhibit: ExhibitOnPage; names: ReadonlyMap<string, string>; visit: Visit }) {
  const { exhibit, names, visit } = props
  const w = visit.words.letters
  const at = `/matters/${exhibit.matterId}/exhibits/${exhibit.id}`
  const isDamaged = exhibit.custody.findLast(({ verb }) => verb === 'checked' || verb === 'damaged')?.verb === 'damaged'
  return (
    <li id={`exhibit-${exhibit.number}`}>
      <details>
        <summary>
          <b>{exhibitNumber(exhibit.number)}</b> {exhibit.title}{' '}
          <small>
            {[
              EVIDENCE_KINDS[exhibit.evidenceKind][visit.language],
              w.sourceKind[exhibit.sourceKind],
              exhibit.origin,
              exhibit.takenOn,
              ...(exhibit.pages === null ? [] : [w.pages(exhibit.pages)]),
            ].join(' · ')}
          </small>{' '}
          {isDamaged ? <span class="due due-overdue">{w.custodyVerb.damaged}</span> : null}
        </summary>
        <p class="change">
          {w.added(names.get(exhibit.addedBy) ?? '', shanghaiTime(exhibit.addedAt))} ·{' '}
          <a href={`${at}/file`}>{w.download}</a>
          <br />
          {w.hash} <code class="hash">{exhibit.sha256}</code>
        </p>
        <Marks exhibit={exhibit} visit={visit} />
        <h3>{w.custody}</h3>
        <ol class="plain custody">
          {exhibit.custody.map(({ at: when, verb, place, note, officerId }) => (
            <li>
              <time dateTime={when}>{shanghaiTime(when)}</time> <b>{w.custodyVerb[verb]}</b> {place}{' '}
              <small>
                {[names.get(officerId ?? '') ?? '', note === exhibit.sha256 ? '' : note].filter(Boolean).join(' · ')}
              </small>
            </li>
          ))}
        </ol>
        <MarkForms exhibit={exhibit} visit={visit} />
        <CustodyForm exhibit={exhibit} visit={visit} />
      </details>
    </li>
  )
}
