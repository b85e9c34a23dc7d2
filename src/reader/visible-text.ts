import type { ReadLink } from './reading.ts'

/** As much of a parsed html or xml node as is looked at; cheerio's nodes fit. */
export interface MarkupNode {
  type: string
  data?: string
  name?: string
  attribs?: Record<string, string>
  children?: MarkupNode[]
}

export interface VisibleText {
  text: string
  links: ReadLink[]
  /** Whether pictures were met: a page of pictures alone is `no_text`, not `empty`. */
  hasPictures: boolean
}

/**
 * What a person sees of the markup: block elements and table rows on lines of their own, cells parted by tabs, white space collapsed
 * (a line break between two Chinese characters vanishes), alternative text in place of pictures, ruby in brackets.
 * Left out: scripts, styles, `hidden`, `display:none` and `visibility:hidden` written on the element (style sheets are not applied).
 * `aria-hidden` stays: it hides from screen readers only. The walk keeps its own stack, so depth of nesting is no danger.
 */
export function visibleText(root: MarkupNode): VisibleText {
  const page = startPage()
  const stack: Step[] = [{ node: root, closing: false }]
  let preformatted = 0

  while (stack.length > 0) {
    const { node, closing } = stack.pop()!
    if (node.type === 'text') {
      page.write(node.data ?? '', preformatted > 0)
      continue
    }
    const name = node.name ?? ''
    if (!closing && (isUnseen(node, name) || node.type === 'comment')) continue
    if (PREFORMATTED.has(name)) preformatted += closing ? -1 : 1
    if (closing) close(page, name)
    else {
      open(page, name, node.attribs ?? {})
      stack.push({ node, closing: true })
      const children = node.children ?? []
      for (let at = children.length - 1; at >= 0; at -= 1) stack.push({ node: children[at]!, closing: false })
    }
  }
  return page.finish()
}

interface Step {
  node: MarkupNode
  closing: boolean
}

const UNSEEN = new Set(
  'script style noscript template head title iframe object embed video audio canvas datalist defs desc rp area base param source'.split(
    ' ',
  ),
)
const BLOCK = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html legend li main menu nav ol optgroup option p pre section select summary table tbody textarea tfoot thead ul'
  ).split(' '),
)
const PREFORMATTED = new Set(['pre', 'textarea', 'xmp', 'listing'])
const SHOWS_ITS_VALUE = new Set(['', 'text', 'search', 'tel', 'url', 'email', 'number', 'submit', 'reset', 'button'])

function isUnseen(node: MarkupNode, name: string): boolean {
  if (UNSEEN.has(name)) return true
  const { hidden, style } = node.attribs ?? {}
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true
  return style !== undefined && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(style)
}

function open(page: Page, name: string, attributes: Record<string, string>): void {
  if (BLOCK.has(name)) page.breakLine()
  else if (name === 'tr') page.breakRow()
  else if (name === 'br') page.breakLine()
  else if (name === 'rt') page.write('(', true)
  else if (name === 'a') page.openLink(attributes.href ?? '')
  else if (name === 'img' || name === 'svg' || name === 'image') {
    page.notePicture()
    page.write(attributes.alt ?? '', false)
  } else if (name === 'input' && SHOWS_ITS_VALUE.has((attributes.type ?? '').toLowerCase())) {
    page.write(attributes.value ?? '', false)
  }
}

function close(page: Page, name: string): void {
  if (BLOCK.has(name)) page.breakLine()
  else if (name === 'tr') page.breakRow()
  else if (name === 'td' || name === 'th') page.endCell()
  else if (name === 'rt') page.write(')', true)
  else if (name === 'a') page.closeLink()
}

type Page = ReturnType<typeof startPage>

/** Text being put together. Separators wait until text follows, so that there are none at either end and never two in a row. */
function startPage() {
  const parts: string[] = []
  const links: ReadLink[] = []
  const openLinks: { href: string; start: number }[] = []
  let length = 0
  let pending: '' | ' ' | '\t' | '\n' = ''
  let hasPictures = false

  function emit(text: string): void {
    if (length > 0 && pending) {
      parts.push(pending)
      length += 1
    }
    pending = ''
    for (const link of openLinks) if (link.start < 0) link.start = length
    parts.push(text)
    length += text.length
  }

  return {
    write(raw: string, asIs: boolean): void {
      if (asIs) {
        if (raw) emit(raw)
        return
      }
      const text = raw.replace(BREAK_BETWEEN_HAN, '').replace(/[ \t\n\r\f]+/g, ' ')
      const body = text.replace(/^ | $/g, '')
      if (text.startsWith(' ')) pending ||= ' '
      if (body) emit(body)
      if (text.endsWith(' ')) pending ||= ' '
    },
    /** A cell's own paragraphs do not break its row: the tab after a cell holds until the row ends. */
    breakLine(): void {
      if (pending !== '\t') pending = '\n'
    },
    endCell(): void {
      pending = '\t'
    },
    breakRow(): void {
      pending = '\n'
    },
    notePicture(): void {
      hasPictures = true
    },
    openLink(href: string): void {
      openLinks.push({ href: href.trim(), start: -1 })
    },
    closeLink(): void {
      const link = openLinks.pop()
      if (!link || !isAddress(link.href)) return
      const start = link.start < 0 ? length : link.start
      links.push({ href: link.href, span: { start, end: Math.max(start, length) } })
    },
    finish(): VisibleText {
      return { text: parts.join(''), links, hasPictures }
    },
  }
}

const BREAK_BETWEEN_HAN = /(?<=[\u3001-\u9fff\uff01-\uff60])[ \t\r\f]*\n[ \t\n\r\f]*(?=[\u3001-\u9fff\uff01-\uff60])/g
const LONGEST_ADDRESS = 2048

/** Somewhere a person could be led, a telephone number or a mailbox included; not a place on the same page, not a script. */
function isAddress(href: string): boolean {
  return href !== '' && href.length <= LONGEST_ADDRESS && !/^(?:#|javascript:|data:|vbscript:)/i.test(href)
}
