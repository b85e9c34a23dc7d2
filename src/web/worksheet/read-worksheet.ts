import { problem } from '../../core/problem.ts'
import { ACT_IDS, type DraftAct, type WorksheetDraft } from '../../core/worksheet/draft.ts'
import type { Sum, SumName } from '../../core/worksheet/fine-range.ts'
import { LEGAL_GROUNDS } from '../../core/worksheet/review.ts'
import type { Proposed } from '../../core/worksheet/worksheet.ts'
import { choice, choiceOrNone, dayOrNone, type Fields, textField } from '../fields.ts'
import { SUM_STATES } from './form-act.tsx'
import { PARTIES, SEATS } from './form-case.tsx'
import { EXTRA_ROWS } from './form-grounds.tsx'
import { MEASURES } from './form-proposal.tsx'

/** What was filled into the worksheet's form. @throws problem form.invalid naming the field */
export function readWorksheet(fields: Fields): WorksheetDraft {
  const belongs = Object.fromEntries(under(fields, 'act.').filter(([, act]) => act !== ''))
  const extra = Array.from({ length: EXTRA_ROWS }, (_, i) => ({
    article: textField(fields, `extra${i}.article`),
    act: textField(fields, `extra${i}.act`),
  })).filter(({ article }) => article !== '')
  const used = new Set([...Object.values(belongs), ...extra.map(({ act }) => act)])
  return {
    acts: ACT_IDS.map((id) => readAct(fields, id)).filter((act) => used.has(act.id) || act.title !== ''),
    belongs,
    extra,
    conditions: Object.fromEntries(
      under(fields, 'condition.')
        .filter(([, said]) => said === 'yes' || said === 'no')
        .map(([id, said]) => [id, said === 'yes']),
    ),
    factors: under(fields, 'factor.')
      .filter(([name, said]) => !name.endsWith('.reason') && said === 'yes')
      .map(([id]) => ({ id, reason: textField(fields, `factor.${id}.reason`) })),
    party: choice(fields, 'party', PARTIES) ?? invalid('worksheet_party'),
    seat: choice(fields, 'seat', SEATS) ?? invalid('worksheet_seat'),
    isLowFine: isTicked(fields, 'low_fine') ? true : null,
    limitation: {
      endedOn: dayOrNone(fields, 'ended_on') ?? null,
      foundOn: dayOrNone(fields, 'found_on') ?? null,
      serious: isTicked(fields, 'limit_serious'),
    },
    grounds: LEGAL_GROUNDS.filter((ground) => [fields.ground].flat().includes(ground)),
    isSummary: isTicked(fields, 'summary'),
    proposed: readProposal(fields),
    hearingLeftOut:
      textField(fields, 'hearing_left_out') === '' ? null : { reason: textField(fields, 'hearing_left_out') },
    decidedOn: dayOrNone(fields, 'decided_on') ?? null,
  }
}

function readAct(fields: Fields, id: string): DraftAct {
  const sum = (name: SumName) => readSum(fields, `a${id}.${name}`, SUM_STATES[name])
  return {
    id,
    title: textField(fields, `a${id}.title`),
    sums: { gains: sum('gains'), fee: sum('fee'), raised: sum('raised') },
    refundFen: fenField(fields, `a${id}.refund_yuan`) ?? 0,
    serious: isTicked(fields, `a${id}.serious`),
    seriousReason: textField(fields, `a${id}.serious_reason`),
  }
}

/** An amount that was typed is known, unless another state was said; a known sum needs its amount. */
function readSum(fields: Fields, name: string, states: readonly Sum['state'][]): Sum {
  const fen = fenField(fields, `${name}_yuan`)
  const state = choiceOrNone(fields, name, states) ?? (fen === null ? 'unknown' : 'known')
  if (state !== 'known') return { state }
  return fen === null ? invalid('worksheet_sum') : { state, fen }
}

/** Null where nothing is proposed. */
function readProposal(fields: Fields): Proposed | null {
  const fineFen = fenField(fields, 'fine_yuan')
  const ticked = Object.fromEntries(MEASURES.map((measure) => [measure, isTicked(fields, measure)])) as Record<
    (typeof MEASURES)[number],
    boolean
  >
  if (fineFen === null && !Object.values(ticked).includes(true)) return null
  return { fineFen: fineFen ?? 0, ...ticked, reason: textField(fields, 'proposal_reason') }
}

/** Yuan with at most two places, as fen. */
function fenField(fields: Fields, name: string): number | null {
  const typed = textField(fields, name).replace(/,/g, '')
  if (typed === '') return null
  return /^\d{1,12}(?:\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : invalid('worksheet_sum')
}

/** Fields whose names begin so, by the rest of their names. */
function under(fields: Fields, prefix: string): [string, string][] {
  return Object.keys(fields)
    .filter((name) => name.startsWith(prefix))
    .map((name) => [name.slice(prefix.length), textField(fields, name)])
}

function isTicked(fields: Fields, name: string): boolean {
  return textField(fields, name) === 'yes'
}

function invalid(field: string): never {
  throw problem('form.invalid', { field })
}
