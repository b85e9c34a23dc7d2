import type { ComponentChildren, VNode } from 'preact'
import { may, type Permission } from '../../core/access/viewer.ts'
import { assetPath } from '../assets.ts'
import { region } from '../format.ts'
import { pathWith } from '../local-path.ts'
import { type Guest, isSignedIn, type Visit } from '../visit.ts'
import type { Words } from '../words/words.ts'
import { CsrfField } from './form.tsx'

export type Section =
  | 'calls'
  | 'inbox'
  | 'documents'
  | 'upload'
  | 'cases'
  | 'clocks'
  | 'approvals'
  | 'joint'
  | 'statistics'
  | 'imports'
  | 'articles'
  | 'rulebook'
  | 'models'
  | 'status'

interface PageProps {
  at: Guest | Visit
  title: string
  section?: Section
  /** The document page uses the whole width of the screen. */
  wide?: boolean
  /** A script of this page's own, beside the desk's. */
  script?: 'calls.js'
  children: ComponentChildren
}

/** The frame of every page. */
export function Page({ at, title, section, wide, script, children }: PageProps): VNode {
  const { words } = at
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${words.shell.product}`}</title>
        <link rel="icon" href={assetPath('mark.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetPath('desk.css')} />
        <script src={assetPath('desk.js')} defer />
        {script ? <script src={assetPath(script)} defer /> : null}
      </head>
      <body class={wide ? 'wide' : undefined}>
        <a class="skip" href="#main">
          {words.shell.skip}
        </a>
        <Header at={at} section={section} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer class="foot">
          <span>{words.shell.notice}</span>
          {isSignedIn(at) ? <span class="keys">{words.shell.keys}</span> : null}
        </footer>
      </body>
    </html>
  )
}

function Header({ at, section }: { at: Guest | Visit; section: Section | undefined }) {
  const { shell } = at.words
  return (
    <header class="top">
      <a class="brand" href="/">
        <Mark />
        <span class="brand-name">{shell.product}</span>
        <span class="brand-other">{shell.productOther}</span>
      </a>
      {isSignedIn(at) ? <Navigation visit={at} section={section} /> : <span class="grow" />}
      <div class="who">
        <a
          class="language"
          href={pathWith(`/language/${at.language === 'zh' ? 'en' : 'zh'}`, { back: at.here })}
          lang={shell.otherLanguageTag}
        >
          {shell.otherLanguage}
        </a>
        {isSignedIn(at) ? <Who visit={at} /> : null}
      </div>
    </header>
  )
}

const SECTIONS: readonly { section: Section; path: string; permission: Permission; word: (words: Words) => string }[] =
  [
    { section: 'calls', path: '/calls', permission: 'call.take', word: ({ shell }) => shell.calls },
    { section: 'inbox', path: '/inbox', permission: 'lead.read', word: ({ shell }) => shell.inbox },
    { section: 'documents', path: '/documents', permission: 'document.read', word: ({ shell }) => shell.documents },
    { section: 'upload', path: '/upload', permission: 'document.receive', word: ({ shell }) => shell.upload },
    { section: 'cases', path: '/matters', permission: 'matter.list', word: ({ shell }) => shell.cases },
    { section: 'clocks', path: '/clocks', permission: 'clock.read', word: ({ shell }) => shell.clocks },
    { section: 'approvals', path: '/approvals', permission: 'approval.read', word: ({ shell }) => shell.approvals },
    { section: 'joint', path: '/joint', permission: 'responsibility.read', word: ({ shell }) => shell.joint },
    {
      section: 'statistics',
      path: '/statistics',
      permission: 'statistics.read',
      word: ({ shell }) => shell.statistics,
    },
    { section: 'imports', path: '/imports', permission: 'import.read', word: ({ shell }) => shell.imports },
    { section: 'articles', path: '/articles', permission: 'article.read', word: ({ shell }) => shell.articles },
    { section: 'rulebook', path: '/rulebook', permission: 'rulebook.read', word: ({ shell }) => shell.rulebook },
    { section: 'models', path: '/models', permission: 'model.read', word: ({ shell }) => shell.models },
    { section: 'status', path: '/status', permission: 'status.read', word: ({ shell }) => shell.status },
  ]

/** What is not part of a day's work; behind one word, so that the bar holds on a small screen. */
const SELDOM: ReadonlySet<Section> = new Set(['imports', 'articles', 'rulebook', 'models', 'status'])

function Navigation({ visit, section }: { visit: Visit; section: Section | undefined }) {
  const mine = SECTIONS.filter(({ permission }) => may(visit.viewer, permission))
  const [daily, seldom] = [
    mine.filter((each) => !SELDOM.has(each.section)),
    mine.filter((each) => SELDOM.has(each.section)),
  ]
  const link = (entry: (typeof mine)[number]) => (
    <a href={entry.path} aria-current={entry.section === section ? 'page' : undefined}>
      {entry.word(visit.words)}
    </a>
  )
  const standsHere = seldom.find((each) => each.section === section)
  return (
    <nav class="nav" aria-label={visit.words.shell.nav}>
      {daily.map(link)}
      {seldom.length > 0 ? (
        <details class="nav-more">
          <summary class={standsHere ? 'is-here' : undefined}>
            {standsHere ? standsHere.word(visit.words) : visit.words.shell.more}
          </summary>
          <div>{seldom.map(link)}</div>
        </details>
      ) : null}
    </nav>
  )
}

function Who({ visit }: { visit: Visit }) {
  const { viewer, words } = visit
  return (
    <>
      <span class="officer">
        <b>{viewer.name}</b>
        <small>
          {words.terms.role[viewer.role]} · {region(viewer.region, visit)}
        </small>
      </span>
      <form method="post" action="/sign-out">
        <CsrfField visit={visit} />
        <button class="quiet" type="submit">
          {words.shell.signOut}
        </button>
      </form>
    </>
  )
}

/** A migrating bird before the sun. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="22.5" cy="10" r="3.6" class="mark-sun" />
      <path
        class="mark-bird"
        d="M4.5 17.5c4-3.4 7.2-3.2 9.6 1 2.6-4.8 6.6-5.6 12.4-2.4-4.8-.4-8.4 1.9-12.3 7.4-2.3-4.3-5.3-6.2-9.7-6z"
      />
    </svg>
  )
}
