import type { DraftAct } from '../../core/worksheet/draft.ts'
import type { Sum, SumName } from '../../core/worksheet/fine-range.ts'
import { Choice, Field } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'

export const SUM_STATES: Readonly<Record<SumName, readonly Sum['state'][]>> = {
  gains: ['unknown', 'known', 'none', 'incalculable'],
  fee: ['unknown', 'known', 'none', 'incalculable', 'too_low'],
  raised: ['unknown', 'known', 'none', 'incalculable'],
}

/** What was done in one act, and the sums a fine is reckoned on. */
export function ActFields({ act, isOpen, visit }: { act: DraftAct; isOpen: boolean; visit: Visit }) {
  const w = visit.words.worksheet
  const { optional } = visit.words.shell
  const id = (name: string) => `a${act.id}-${name}`
  const name = (field: string) => `a${act.id}.${field}`
  return (
    <details class="worksheet-act" open={isOpen}>
      <summary>{w.act(act.id)}</summary>
      <Field id={id('title')} label={w.actTitle}>
        <input id={id('title')} name={name('title')} value={act.title} maxLength={200} />
      </Field>
      {(['gains', 'fee', 'raised'] as const).map((sum) => (
        <div class="pair">
          <Field id={id(sum)} label={w.sum[sum]}>
            <Choice
              id={id(sum)}
              name={name(sum)}
              empty={w.sumState.unknown}
              options={SUM_STATES[sum].filter((state) => state !== 'unknown')}
              words={w.sumState}
              chosen={act.sums[sum].state}
            />
          </Field>
          <Field id={id(`${sum}-yuan`)} label={w.yuan}>
            <Yuan id={id(`${sum}-yuan`)} name={name(`${sum}_yuan`)} fen={fenOf(act.sums[sum])} />
          </Field>
        </div>
      ))}
      <Field id={id('refund')} label={optional(w.refund)}>
        <Yuan id={id('refund')} name={name('refund_yuan')} fen={act.refundFen || null} />
      </Field>
      <label class="check">
        <input type="checkbox" name={name('serious')} value="yes" checked={act.serious} /> {w.serious}
      </label>
      <Field id={id('serious-reason')} label={optional(w.seriousReason)}>
        <input id={id('serious-reason')} name={name('serious_reason')} value={act.seriousReason} maxLength={1000} />
      </Field>
    </details>
  )
}

/** An amount typed in yuan, kept in fen. */
export function Yuan(props: { id: string; name: string; fen: number | null }) {
  const value = props.fen === null ? '' : String(props.fen / 100)
  return (
    <input
      id={props.id}
      name={props.name}
      inputMode="decimal"
      pattern="[0-9]{1,12}(\.[0-9]{1,2})?"
      maxLength={15}
      value={value}
    />
  )
}

function fenOf(sum: Sum): number | null {
  return sum.state === 'known' ? sum.fen : null
}
