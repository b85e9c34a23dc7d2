import type { CitedBasis } from '../../core/check/finding.ts'
import type { LawMatterOnPage } from '../../store/views/document-page.ts'
import type { FindingOnPage } from '../../store/views/findings-on-page.ts'
import type { Visit } from '../visit.ts'
import { BasisEntry } from './basis-entry.tsx'
import { type BasisGroup, groupBasis } from './basis-groups.ts'

interface BasisListProps {
  finding: Pick<FindingOnPage, 'basis' | 'choice' | 'articles'>
  /** Changes of law among them, with the versions officers chose. */
  matters: readonly LawMatterOnPage[]
  visit: Visit
}

/** What is breached stands open beside what it threatens, old law beside new; what only defines is folded away. */
export function BasisList({ finding, matters, visit }: BasisListProps) {
  const chosen = matters.flatMap((matter) =>
    matter[matter.choices.at(-1)?.version ?? 'old'].filter(() => matter.choices.length > 0),
  )
  const { document: w, circumstances: c } = visit.words
  const { steady, old, new: later, defining } = groupBasis(finding)
  const entries = (cited: readonly CitedBasis[]) => (
    <ul>
      {cited.map((one) => (
        <BasisEntry basis={one} article={finding.articles[one.id]} visit={visit} />
      ))}
    </ul>
  )
  if (steady.length + old.length + later.length === 0) return entries(defining)
  return (
    <>
      <Groups groups={steady} finding={finding} visit={visit} />
      {old.length + later.length > 0 ? (
        <div class="versions">
          {(
            [
              ['old', old],
              ['new', later],
            ] as const
          ).map(([version, groups]) => (
            <section class={`version version-${version}${isOf(chosen, groups) ? ' is-chosen' : ''}`}>
              <h5>
                {c.version[version]} <small>{c.versionHelp[version]}</small>
              </h5>
              {groups.length > 0 ? <Groups groups={groups} finding={finding} visit={visit} /> : <p>{c.noOld}</p>}
            </section>
          ))}
        </div>
      ) : null}
      {defining.length > 0 ? (
        <details>
          <summary>{w.basisMore(defining.length)}</summary>
          {entries(defining)}
        </details>
      ) : null}
    </>
  )
}

/** Whether an officer chose this side. */
function isOf(chosen: readonly string[], groups: readonly BasisGroup[]): boolean {
  const ids = groups.flatMap(({ breached }) => breached.map(({ id }) => id))
  return ids.length > 0 && ids.every((id) => chosen.includes(id))
}

function Groups({ groups, finding, visit }: Omit<BasisListProps, 'matters'> & { groups: readonly BasisGroup[] }) {
  return (
    <>
      {groups.map(({ breached, penalties }) => (
        <ul class={breached.length > 0 && penalties.length > 0 ? 'paired' : undefined}>
          {breached.map((one) => (
            <BasisEntry basis={one} article={finding.articles[one.id]} visit={visit} />
          ))}
          <Penalties penalties={penalties} finding={finding} visit={visit} />
        </ul>
      ))}
    </>
  )
}

/** Penalties whose sources conflict stand side by side under one line that says so. */
function Penalties({
  penalties,
  finding,
  visit,
}: Omit<BasisListProps, 'matters'> & { penalties: readonly CitedBasis[] }) {
  const w = visit.words.document
  const keys = [...new Set(penalties.map(({ alternatives }) => alternatives?.key))]
  return (
    <>
      {keys.map((key) => {
        const together = penalties.filter(({ alternatives }) => alternatives?.key === key)
        const entries = together
          .toSorted((a, b) => Number(b.alternatives?.preferred ?? false) - Number(a.alternatives?.preferred ?? false))
          .map((one) => <BasisEntry basis={one} article={finding.articles[one.id]} visit={visit} />)
        return key === undefined || together.length === 1 ? (
          entries
        ) : (
          <li class="alternatives">
            <span class="alternatives-why">{w.alternatives}</span>
            <ul>{entries}</ul>
          </li>
        )
      })}
    </>
  )
}
