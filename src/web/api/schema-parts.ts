import { CATEGORIES } from '../../core/document.ts'
import type { Status } from '../../store/views/status.ts'
import { zh } from '../words/zh.ts'

/** A JSON schema, as much of it as is used here. */
export type Schema = Readonly<Record<string, unknown>>

export const text: Schema = { type: 'string' }
export const whole: Schema = { type: 'integer' }
export const number: Schema = { type: 'number' }
export const instant: Schema = { type: 'string', format: 'date-time' }
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
export const list = (items: Schema): Schema => ({ type: 'array', items })
export const among = (values: readonly string[]): Schema => ({ type: 'string', enum: values })
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
export const described = (schema: Schema, description: string): Schema => ({ ...schema, description })

/** An object with exactly these keys; those ending in `?` may be missing. */
export function object(keys: Readonly<Record<string, Schema>>): Schema {
  const properties = Object.fromEntries(Object.entries(keys).map(([key, schema]) => [key.replace(/\?$/, ''), schema]))
  const required = Object.keys(keys).filter((key) => !key.endsWith('?'))
  return { type: 'object', properties, required, additionalProperties: false }
}

export const perCategory = (schema: Schema) =>
  object(Object.fromEntries(CATEGORIES.map((category) => [category, schema])))
export const stage = among(Object.keys(zh.terms.stage) as (keyof Status['stages'])[])
export const span = {
  start: described(whole, 'UTF-16 offset into the text as given or read.'),
  end: described(whole, '`text.slice(start, end) === quote`.'),
}
export const region = described(
  { type: 'string', pattern: '^\\d{6}$' },
  'GB/T 2260, down to the county; a code that does not exist is refused, and `values.allowed` and `values.nearest` say what may stand instead',
)
export const bilingual = object({ zh: text, en: text })
export const sign = { because: text, quote: text, ...span }
