import { isOpenLead } from '../../core/case/ruling.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import type { InboxRow } from '../../store/views/inbox.ts'
import { age, region } from '../format.ts'
import { BandChip, Code, Labels } from '../layout/chips.tsx'
import type { Visit } from '../visit.ts'

const MOST_CODES = 5
/** So many of them with their title beside, worst first. */
const MOST_NAMED = 2

interface InboxTableProps {
  visit: Visit
  rows: InboxRow[]
  /** Short titles of the rules in force, by code; a code since retired has none. */
  titles: ReadonlyMap<string, string>
}

export function InboxTable({ visit, rows, titles }: InboxTableProps) {
  const { inbox } = visit.words
  return (
    <table class="list leads" data-rows>
      <thead>
        <tr>
          <th scope="col">{inbox.band}</th>
          <th scope="col">{inbox.lead}</th>
          <th scope="col">{inbox.rules}</th>
          <th scope="col">{inbox.kind}</th>
          <th scope="col">{inbox.region}</th>
          <th scope="col">{inbox.age}</th>
          <th scope="col">{inbox.owner}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row visit={visit} row={row} titles={titles} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ visit, row, titles }: Omit<InboxTableProps, 'rows'> & { row: InboxRow }) {
  const { words, now } = visit
  const more = row.codes.slice(MOST_CODES)
  return (
    <tr class={`row row-${row.band}`}>
      <td data-label={words.inbox.band}>
        <BandChip band={row.band} words={words} />
      </td>
      <td class="main">
        <a class="title" href={`/leads/${row.id}`}>
          {row.title || row.number}
        </a>
        <div class="under">
          <span class="number">{row.number}</span>
          <Labels labels={row.labels} words={words} />
          {row.state === 'proposed' ? null : (
            <span class={`state state-${row.state}`}>{words.terms.leadState[row.state]}</span>
          )}
          {row.reasonGoneAt && isOpenLead(row.state) ? (
            <span class="state state-reason-gone">{words.circumstances.reasonGone}</span>
          ) : null}
        </div>
      </td>
      <td class="codes" data-label={words.inbox.rules}>
        {row.codes.slice(0, MOST_NAMED).map((code) => (
          <span class="rule">
            <Code code={code} title={titles.get(code)} /> <span class="name">{titles.get(code)}</span>
          </span>
        ))}
        {row.codes.slice(MOST_NAMED, MOST_CODES).map((code) => (
          <Code code={code} title={titles.get(code)} />
        ))}
        {more.length > 0 ? (
          <small title={more.map((code) => [code, titles.get(code)].filter(Boolean).join(' ')).join('\n')}>
            {words.inbox.moreRules(more.length)}
          </small>
        ) : null}
      </td>
      <td data-label={words.inbox.kind} class="nowrap">
        {words.terms.kind[row.kind]}
        <small class="below">{words.inbox.documentCount(row.documentCount)}</small>
      </td>
      <td data-label={words.inbox.region}>{region(row.region, visit)}</td>
      <td data-label={words.inbox.age} class="nowrap">
        <time dateTime={row.proposedAt} title={shanghaiTime(row.proposedAt)}>
          {age(row.proposedAt, now, words)}
        </time>
      </td>
      <td data-label={words.inbox.owner} class={row.ownerName ? 'nowrap' : 'nowrap nobody'}>
        {row.ownerName ?? words.inbox.unowned}
      </td>
    </tr>
  )
}
