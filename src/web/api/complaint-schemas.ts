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
import { MATTER_KINDS } from '../../core/procedure/move.ts'
import {
  among,
  described,
  instant,
  list,
  number,
  object,
  orNull,
  ref,
  region,
  type Schema,
  text,
  whole,
} from './schema-parts.ts'

const day: Schema = { type: 'string', format: 'date' }
const moment = described(text, 'An ISO-8601 instant, or a day.')
const yuan = described(number, 'Yuan.')

/** What `POST complaints` takes and answers. */
export const COMPLAINT_SCHEMAS = {
  Person: object({ 'name?': text, 'phone?': text, 'id_number?': text, 'address?': text }),
  Complaint: object({
    platform: described(text, 'Who sends it: `12315`, `12345`, or a name of its own.'),
    external: described(text, "The platform's own number; told again under it, the matters are brought up to date."),
    'called_at?': described(moment, 'When it was made.'),
    'received_at?': described(
      moment,
      'Receipt by the competent bureau: day zero of the clocks. Now, where nothing is said.',
    ),
    'wants?': described(among(WANTS), 'As the story shows, where nothing is said.'),
    'anonymous?': described({ type: 'boolean' }, 'A report without a name: nobody in `people` is kept.'),
    'people?': object({
      'caller?': ref('Person'),
      'complainant?': described(ref('Person'), 'Where the caller speaks for somebody else.'),
      'payer?': ref('Person'),
    }),
    'relation?': described(among(RELATIONS), 'Of the caller to the complainant.'),
    'authority?': described(among(AUTHORITIES), 'The power of attorney (委托书).'),
    'capacity_doubt?': { type: 'boolean' },
    'payer?': among(PAYERS),
    'seller?': object({
      'operator?': described(text, 'Id of an operator on file.'),
      'name?': text,
      'phone?': text,
      'code?': described(text, 'Unified social credit code.'),
      'address?': text,
      'region?': described(
        region,
        'GB/T 2260, where it does business: decides who handles the complaint, and is no place of the conduct.',
      ),
    }),
    story: text,
    'happened_on?': day,
    'happened_in?': described(region, 'GB/T 2260, where the conduct took place; a form of filing waits for it.'),
    'known_on?': day,
    'paid?': yuan,
    'paid_on?': day,
    'paid_by?': among(PAY_METHODS),
    'paid_for?': among(PURPOSES),
    'requests?': list(among(REQUESTS)),
    'asks?': text,
    'asked?': yuan,
    'elsewhere?': among(ELSEWHERE),
    'advertising?': { type: 'boolean' },
    'channel?': among(CHANNELS),
    'documents?': described(
      list(text),
      'Ids of papers handed in at `/api/v1/documents` that came with it, at most 20.',
    ),
  }),
  ReceivedComplaint: object({
    outcome: among(['created', 'updated', 'unchanged']),
    matters: list(
      object({
        id: text,
        number: text,
        kind: among(MATTER_KINDS),
        state: described(text, 'As in `rules/moves.yaml`.'),
        region,
        bundle: described(text, 'Shared by the matters of one letter.'),
        operator: orNull(text),
        called_at: orNull(instant),
        received_at: instant,
        version: whole,
      }),
    ),
  }),
} as const
