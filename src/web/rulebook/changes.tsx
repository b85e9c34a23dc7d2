import type { NamedRule, RulebookChanges } from '../../core/check/rule-changes.ts'
import type { VersionPage } from '../../store/views/rulebook-versions.ts'
import type { Visit } from '../visit.ts'
import { wordFor } from '../words/words.ts'

/** What a version has otherwise than the one before it. */
export function Changes({ against, visit }: { against: VersionPage['against']; visit: Visit }) {
  const { rulebook: w } = visit.words
  if (!against) {
    return (
      <section class="card">
        <h2>{w.changes}</h2>
        <p class="help">{w.changesFirst}</p>
      </section>
    )
  }
  const { changes, hash } = against
  return (
    <section class="card">
      <h2>{w.changes}</h2>
      <p class="help">
        <a href={`/rulebook/${hash}`}>{w.changesAgainst(hash.slice(0, 12))}</a>
      </p>
      {isEmpty(changes) ? <p>{w.changesNone}</p> : null}
      <Rules title={w.added} rules={changes.added} visit={visit} />
      <Rules title={w.removed} rules={changes.removed} visit={visit} />
      <Rules title={w.changed} rules={changes.changed} visit={visit} />
      <dl class="facts">
        <Names title={w.lexicons} names={changes.lexicons} />
        <Names title={w.articles} names={changes.articles} />
      </dl>
      {changes.scoring ? <p>{w.scoring}</p> : null}
    </section>
  )
}

function isEmpty({ added, removed, changed, lexicons, articles, scoring }: RulebookChanges): boolean {
  return added.length + removed.length + changed.length + lexicons.length + articles.length === 0 && !scoring
}

function Rules(props: { title: string; rules: readonly (NamedRule & { parts?: string[] })[]; visit: Visit }) {
  if (props.rules.length === 0) return null
  return (
    <>
      <h3>{`${props.title} (${props.rules.length})`}</h3>
      <ul>
        {props.rules.map(({ code, title, parts }) => (
          <li>
            <b>{code}</b> {title[props.visit.language]}
            {parts ? <span class="help">{` ${partsInWords(parts, props.visit)}`}</span> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function partsInWords(parts: readonly string[], { words: { rulebook: w, shell } }: Visit): string {
  const named = parts.map((part) => wordFor(w.partOf, part, w.partOf.other))
  return w.parts([...new Set(named)].join(shell.listComma))
}

function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <>
      <dt>{title}</dt>
      <dd class="mono">{names.join(', ')}</dd>
    </>
  )
}
