import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { inForce } from '../../core/worksheet/discretion.ts'
import type { FormProps } from './form.tsx'

/** The circumstances the law knows that day, each with the reason an officer gives. */
export function FactorFields({ draft, web, visit }: FormProps) {
  const { words, language, now } = visit
  const w = words.worksheet
  const day = draft.decidedOn ?? shanghaiDay(now)
  return (
    <details open={draft.factors.length > 0}>
      <summary>{w.factors}</summary>
      {Object.values(web.discretion.factors)
        .filter(({ versions }) => inForce(versions, day))
        .map(({ id, title, effect, versions }) => {
          const found = draft.factors.find((factor) => factor.id === id)
          return (
            <div class="worksheet-factor">
              <label class="check">
                <input type="checkbox" name={`factor.${id}`} value="yes" checked={found !== undefined} />
                <span>
                  {title[language]}
                  <small class="below">
                    {w.effect[effect]} · {inForce(versions, day)!.article[language]}
                  </small>
                </span>
              </label>
              <input
                name={`factor.${id}.reason`}
                value={found?.reason ?? ''}
                placeholder={w.factorReason}
                aria-label={`${title[language]} · ${w.factorReason}`}
                maxLength={1000}
              />
            </div>
          )
        })}
    </details>
  )
}
