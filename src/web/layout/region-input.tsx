import { region } from '../format.ts'
import type { Visit } from '../visit.ts'
import { regionsNear } from './regions-offered.ts'

/** As browsers read a pattern: six digits, or something in Chinese. */
const CODE_OR_NAME = '[0-9]{6}|.*\\p{Script=Han}.*'

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

/**
 * A region by its code of GB/T 2260, or by its name: what is typed is looked for among all that have one, and what stands in the field is called by
 * its name below. Without the script the nearest are offered and a name is understood all the same.
 */
export function RegionInput({ id, name = 'region', visit, within, value, placeholder, required }: RegionInputProps) {
  return (
    <>
      <input
        id={id}
        name={name}
        list={`${id}-list`}
        data-regions={within}
        maxLength={40}
        pattern={CODE_OR_NAME}
        title={visit.words.shell.regionHint}
        autocomplete="off"
        value={value}
        placeholder={placeholder}
        required={required}
        aria-describedby={`${id}-named`}
      />
      <datalist id={`${id}-list`}>
        <RegionOptions codes={regionsNear(visit.viewer, within)} visit={visit} />
      </datalist>
      <small class="region-named" id={`${id}-named`} aria-live="polite">
        {value && /^\d{6}$/.test(value) ? region(value, visit) : ''}
      </small>
    </>
  )
}

export function RegionOptions({ codes, visit }: { codes: readonly string[]; visit: Visit }) {
  return (
    <>
      {codes.map((code) => (
        <option value={code}>{region(code, visit)}</option>
      ))}
    </>
  )
}
