import { CATEGORIES } from '../../core/document.ts'
import { GENRES } from '../../core/frame/frame.ts'
import type { DocumentPage } from '../../store/views/document-page.ts'
import { hundredth } from '../format.ts'
import { BandChip, Code } from '../layout/chips.tsx'
import type { Visit } from '../visit.ts'
import { type Words, wordFor } from '../words/words.ts'

type Assessment = NonNullable<DocumentPage['assessment']>

/** How each category's score came about, reason by reason. */
export function ScoreTable({ assessment, visit }: { assessment: Assessment; visit: Visit }) {
  const { words } = visit
  return (
    <section class="card">
      <h2>{words.document.score}</h2>
      <p class="help">{words.document.scoreHelp}</p>
      {CATEGORIES.map((category) => {
        const reasons = assessment.reasons.filter((reason) => reason.category === category)
        const score = hundredth(assessment.scores[category])
        return (
          <div class="score">
            <div class="score-head">
              <b>{words.terms.category[category]}</b>
              <meter min={0} max={100} value={score} class={`meter-${assessment.bands[category]}`}>
                {score}
              </meter>
              <b class="figure">{score}</b>
              <BandChip band={assessment.bands[category]} words={words} />
            </div>
            {reasons.length > 0 ? (
              <ul class="reasons">
                {reasons.map(({ source, points, lowered, kept, restsOn }) => (
                  <li class={points === 0 ? 'zero' : undefined}>
                    {source === 'signal' ? <span>{words.document.signal}</span> : <Code code={source} />}
                    <b>+{hundredth(points)}</b>
                    {lowered ? <small>{loweredWords(lowered, words)}</small> : null}
                    {kept ? <small>{words.document.kept[kept]}</small> : null}
                    {restsOn ? <small>{words.document.restsOn(restsOn.code, restsOn.share === 1)}</small> : null}
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        )
      })}
    </section>
  )
}

function loweredWords(lowered: string, words: Words): string {
  const genre = GENRES.find((known) => known === lowered)
  if (genre) return words.document.loweredBy.genre(words.terms.genre[genre])
  return wordFor(words.document.loweredBy, lowered, wordFor(words.terms.frame, lowered, words.document.lowered))
}
