import type { ComponentChildren } from 'preact'
import { Field } from '../layout/form.tsx'
import { RegionInput } from '../layout/region-input.tsx'
import type { Visit } from '../visit.ts'
import { OwnerChoice, type Owners } from './task-list.tsx'

/** Where something new is done, by when (the days are the children) and who answers for it. */
export function WhoseFields(props: { id: string; visit: Visit; owners: Owners; children: ComponentChildren }) {
  const { id, visit, owners, children } = props
  const { viewer, words } = visit
  return (
    <>
      <Field id={`${id}-region`} label={words.joint.region}>
        <RegionInput id={`${id}-region`} visit={visit} within={viewer.region} value={viewer.region} required />
      </Field>
      {children}
      <Field id={`${id}-owner`} label={words.joint.owner}>
        <OwnerChoice id={`${id}-owner`} owners={owners} chosen={viewer.officerId} />
      </Field>
    </>
  )
}
