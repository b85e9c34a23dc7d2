import { covers } from '../../core/access/viewer.ts'
import { region } from '../format.ts'
import type { Visit } from '../visit.ts'
import { NAMED_REGIONS } from '../words/regions.ts'

interface RegionInputProps {
  id: string
  name?: string
  visit: Visit
  /** Only places within this region are offered. */
  within: string
  value?: string
  placeholder?: string
  required?: boolean
}

/** A six-digit code of GB/T 2260; the places we can name are offered, any other code may be typed. */
export function RegionInput({ id, name = 'region', visit, within, value, placeholder, required }: RegionInputProps) {
  return (
    <>
      <input
        id={id}
        name={name}
        list={`${id}-list`}
        inputMode="numeric"
        pattern="[0-9]{6}"
        maxLength={6}
        autocomplete="off"
        value={value}
        placeholder={placeholder}
        required={required}
      />
      <datalist id={`${id}-list`}>
        {NAMED_REGIONS.filter((code) => covers(within, code)).map((code) => (
          <option value={code}>{region(code, visit)}</option>
        ))}
      </datalist>
    </>
  )
}
