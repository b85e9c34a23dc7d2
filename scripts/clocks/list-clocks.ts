import type { Clock, ClockVersion } from '../../src/core/clock/clock.ts'

/** Every clock with its versions: from when to when, how long, by which article. */
export function listClocks(clocks: Readonly<Record<string, Clock>>): string {
  return Object.values(clocks)
    .map(({ id, title, starts, versions }) => {
      const rows = versions.map(
        (version) => `  ${version.from} – ${(version.to ?? '').padEnd(10)}  ${lengths(version)}  ${version.article.zh}`,
      )
      return `${id.padEnd(5)}${title.zh} / ${title.en}（${starts.zh}）\n${rows.join('\n')}\n`
    })
    .join('')
}

function lengths({ lengths }: ClockVersion): string {
  if (lengths.length === 0) return '–'
  return lengths.map(({ id, length }) => `${id && `${id}: `}${length.n} ${length.unit}`).join(', ')
}
