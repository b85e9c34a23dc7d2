import { problem } from '../../core/problem.ts'
import type { Act, Input } from '../../core/procedure/matter.ts'
import type { FactValue, Field, Move } from '../../core/procedure/move.ts'
import { type Fields, listField, textField, versionField } from '../fields.ts'

/** A move's form as an act. What cannot be read is left as typed, for the procedure to refuse by its name. */
export function readMove(move: Move, fields: Fields): Act {
  const input: Record<string, FactValue> = {}
  for (const [name, field] of Object.entries(move.takes)) {
    const value = readField(field, fields, `f.${name}`)
    if (value !== undefined) input[name] = value
  }
  const shared = {
    version: versionField(fields),
    reason: textField(fields, 'reason'),
    move: move.id,
    input: input as Input,
    evidence: listField(fields, 'evidence'),
  }
  if (move.approval !== null) return { op: 'propose', ...shared }
  const at = textField(fields, 'at')
  return { op: 'make', ...shared, ...(at ? { at: shanghaiInstant(at) } : {}) }
}

function readField(field: Field, fields: Fields, name: string): FactValue | undefined {
  const text = textField(fields, name)
  switch (field.type) {
    case 'officers':
    case 'some': {
      const all = listField(fields, name)
      return all.length > 0 || !field.optional ? all : undefined
    }
    case 'flag':
      return text === 'yes' ? true : text === 'no' ? false : undefined
    case 'count':
      return text === '' ? undefined : /^\d{1,6}$/.test(text) ? Number(text) : text
    case 'money':
      return text === '' ? undefined : /^\d{1,12}(?:\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : text
    case 'instant':
      return text === '' ? undefined : shanghaiInstant(text)
    default:
      return text === '' ? undefined : text
  }
}

/** `2026-05-06T10:00` as typed in Shanghai. @throws problem form.invalid */
export function shanghaiInstant(typed: string): string {
  const match = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.exec(typed)
  const instant = match ? new Date(`${typed}+08:00`) : undefined
  if (!instant || Number.isNaN(instant.getTime())) throw problem('form.invalid', { field: 'at' })
  return instant.toISOString()
}
