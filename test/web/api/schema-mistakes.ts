import { SCHEMAS } from '../../../src/web/api/openapi-schemas.ts'
import type { Schema } from '../../../src/web/api/schema-parts.ts'

/** Where a value departs from a schema of the API's description, as `path: what is wrong`; empty when it keeps it. */
export function schemaMistakes(name: string, value: unknown): string[] {
  return mistakes({ $ref: `#/components/schemas/${name}` }, value, name)
}

function mistakes(schema: Schema, value: unknown, path: string): string[] {
  if (typeof schema.$ref === 'string') return mistakes(SCHEMAS[schema.$ref.split('/').at(-1)!]!, value, path)
  if (Array.isArray(schema.anyOf)) {
    const tries = (schema.anyOf as Schema[]).map((one) => mistakes(one, value, path))
    return tries.some((found) => found.length === 0) ? [] : tries.flat()
  }
  if (Array.isArray(schema.enum) && !schema.enum.includes(value))
    return [`${path}: ${String(value)} is not in the list`]
  if (!isOfType(schema.type, value)) return [`${path}: is not ${String(schema.type)}`]
  if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern).test(String(value))) return [`${path}: pattern`]
  if (typeof schema.minimum === 'number' && (value as number) < schema.minimum) return [`${path}: below minimum`]
  if (typeof schema.maximum === 'number' && (value as number) > schema.maximum) return [`${path}: above maximum`]
  if (Array.isArray(value)) return value.flatMap((item, n) => mistakes(schema.items as Schema, item, `${path}[${n}]`))
  return schema.properties ? keyMistakes(schema, value as Record<string, unknown>, path) : []
}

function keyMistakes(schema: Schema, value: Record<string, unknown>, path: string): string[] {
  const known = schema.properties as Record<string, Schema>
  const missing = (schema.required as string[]).filter((key) => !Object.hasOwn(value, key))
  return [
    ...missing.map((key) => `${path}.${key}: is missing`),
    ...Object.entries(value).flatMap(([key, part]) =>
      known[key] ? mistakes(known[key], part, `${path}.${key}`) : [`${path}.${key}: is not described`],
    ),
  ]
}

function isOfType(type: unknown, value: unknown): boolean {
  if (type === undefined) return true
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}
