import type { DocumentPage } from '../../store/views/document-page.ts'
import { region } from '../format.ts'
import type { Visit } from '../visit.ts'
import { wordFor } from '../words/words.ts'

interface CircumstancesProps {
  page: DocumentPage
  assessment: NonNullable<DocumentPage['assessment']>
  visit: Visit
}

/** What decided which law applies, and where each of it came from. */
export function Circumstances({ page: { document }, assessment, visit }: CircumstancesProps) {
  const { document: w, terms } = visit.words
  const { circumstances, genre, genreBecause } = assessment
  const signs = genreBecause.map((key) => wordFor(w.genreSign, key, '')).filter((sign) => sign !== '')
  const origin = (value: string, given: string | undefined) =>
    value === 'unknown' ? '' : given === value ? w.given : w.guessed
  return (
    <section class="card">
      <h2>{w.circumstances}</h2>
      <dl class="facts">
        <dt>{w.kind}</dt>
        <dd>
          {terms.kind[circumstances.kind]} <small>{document.kindGuessed ? w.guessed : w.given}</small>
        </dd>
        <dt>{w.date}</dt>
        <dd>
          {circumstances.date} {circumstances.dateAssumed ? <small>{w.dateAssumed}</small> : null}
        </dd>
        <dt>{w.region}</dt>
        <dd>{region(circumstances.region, visit)}</dd>
        <dt>{w.channel}</dt>
        <dd>
          {terms.channel[circumstances.channel]} <small>{origin(circumstances.channel, document.given.channel)}</small>
        </dd>
        <dt>{w.entity}</dt>
        <dd>
          {terms.entity[circumstances.entity]} <small>{origin(circumstances.entity, document.given.entity)}</small>
        </dd>
        <dt>{w.genre}</dt>
        <dd>{terms.genre[genre]}</dd>
        {signs.length > 0 ? (
          <>
            <dt>{w.genreWhy}</dt>
            <dd class="signs">
              {signs.map((sign) => (
                <span>{sign}</span>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}
