import type { ComponentChildren } from 'preact'
import { PostForm } from '../layout/form.tsx'
import type { Visit } from '../visit.ts'

/** Something that can be done about one line, opinion or task: folded away under its name until it is wanted. */
export function Deed(props: {
  visit: Visit
  action: string
  version: number
  title: string
  /** Not the way things usually go: its button does not stand out. */
  isAside?: boolean
  children: ComponentChildren
}) {
  const { visit, action, version, title, isAside, children } = props
  return (
    <details class="deed">
      <summary>{title}</summary>
      <PostForm visit={visit} action={action} version={version} class="move">
        {children}
        <button class={isAside ? undefined : 'primary'} type="submit">
          {title}
        </button>
      </PostForm>
    </details>
  )
}
