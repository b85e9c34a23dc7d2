import type { ComponentChildren } from 'preact'

/** A page's title with a line below it and, on the right, what one can do from here. */
export function Heading(props: { title: string; sub?: ComponentChildren; children?: ComponentChildren }) {
  return (
    <div class="heading">
      <div>
        <h1>{props.title}</h1>
        {props.sub ? <p class="sub">{props.sub}</p> : null}
      </div>
      {props.children ? <div class="heading-side">{props.children}</div> : null}
    </div>
  )
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <path d="M8 14h32v24H8z M8 28h9l3 4h8l3-4h9" />
      </svg>
      <b>{title}</b>
      {children ? <p>{children}</p> : null}
    </div>
  )
}
