import { may } from '../../core/access/viewer.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { CircumstanceOnPage, CorrectionOnPage, DocumentPage } from '../../store/views/document-page.ts'
import { shorten } from '../shorten.ts'
import type { Visit } from '../visit.ts'
import { circumstanceValue } from './circumstance-value.ts'
import { CorrectForm } from './correct-form.tsx'
import { genreSigns } from './despite.ts'

interface CircumstancesProps {
  page: DocumentPage
  assessment: NonNullable<DocumentPage['assessment']>
  visit: Visit
}

/** What decided which law applies, where each of it came from, and the form to correct it. */
export function Circumstances({ page, assessment, visit }: CircumstancesProps) {
  const { document: w, circumstances: c, terms } = visit.words
  const { genre, genreBecause } = assessment
  const signs = genreSigns(genreBecause, w)
  return (
    <section class="card" id="circumstances">
      <h2>{c.title}</h2>
      <p class="help">{c.help}</p>
      <dl class="facts circumstances">
        {page.circumstances.map((one) => (
          <>
            <dt>{c.field[one.field]}</dt>
            <dd>
              {isBlankPlace(one) ? (
                <BlankPlace circumstance={one} visit={visit} />
              ) : (
                <>
                  <b>{circumstanceValue(one.field, one.value, visit)}</b> <Source circumstance={one} visit={visit} />
                </>
              )}
            </dd>
          </>
        ))}
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
      <Log corrections={page.corrections} visit={visit} />
      <CorrectForm page={page} visit={visit} />
    </section>
  )
}

function isBlankPlace({ field, source }: CircumstanceOnPage): boolean {
  return field === 'region' && (source === 'assumed' || source === 'none')
}

/** Where the conduct took place is left to be filled in while nobody has said it, whatever region's law is looked at meanwhile. */
function BlankPlace({ circumstance: { value, source }, visit }: { circumstance: CircumstanceOnPage; visit: Visit }) {
  const { circumstances: c } = visit.words
  const said = source === 'assumed' ? c.placeAssumed(circumstanceValue('region', value, visit)) : c.placeUnknown
  return (
    <>
      {may(visit.viewer, 'document.correct') ? (
        <a class="to-fill" href="#correct">
          {c.placeBlank}
        </a>
      ) : (
        <b class="to-fill">{c.placeBlank}</b>
      )}
      <small class="below">{said}</small>
    </>
  )
}

function Source({ circumstance, visit }: { circumstance: CircumstanceOnPage; visit: Visit }) {
  const { circumstances: c } = visit.words
  const { field, source, sign, correction } = circumstance
  if (source === 'none' && field === 'until') return null
  return (
    <>
      <span class={`source source-${source}`}>
        {field === 'kind' && source === 'read' ? c.guessed : c.source[source]}
      </span>
      {sign ? <q class="said">{shorten(sign.quote, 40)}</q> : null}
      {correction ? (
        <small class="below">
          {c.correctedBy(correction.officerName, shanghaiTime(correction.at))} · {correction.reason} ·{' '}
          {c.before(circumstanceValue(field, correction.before.value, visit))}
        </small>
      ) : null}
    </>
  )
}

/** Every correction, newest first; nothing is ever taken off this list. */
function Log({ corrections, visit }: { corrections: readonly CorrectionOnPage[]; visit: Visit }) {
  const { circumstances: c } = visit.words
  if (corrections.length === 0) return null
  return (
    <details class="log">
      <summary>{c.log(corrections.length)}</summary>
      <ul>
        {corrections.toReversed().map((correction) => (
          <li>
            <CorrectionLine correction={correction} visit={visit} />
          </li>
        ))}
      </ul>
    </details>
  )
}

export function CorrectionLine({ correction, visit }: { correction: CorrectionOnPage; visit: Visit }) {
  const { circumstances: c } = visit.words
  const { field, before, value, reason, officerName, at } = correction
  const [was, is] = [before.value, value].map((one) => circumstanceValue(field, one, visit))
  return (
    <>
      {c.change(c.field[field], was!, is!)} <q class="said">{reason}</q>{' '}
      <small>{c.correctedBy(officerName, shanghaiTime(at))}</small>
    </>
  )
}
