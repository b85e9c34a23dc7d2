/** A path of this site to go on to, or `otherwise` for anything that could lead away from it. */
export function localPath(value: string, otherwise: string): string {
  if (!/^\/(?![/\\])/.test(value) || /[\p{Cc}\\]/u.test(value)) return otherwise
  const url = URL.canParse(value, HERE) ? new URL(value, HERE) : undefined
  if (url?.origin !== HERE) return otherwise
  const path = url.pathname + url.search + url.hash
  // Normalising may have made `//elsewhere` of `/.//elsewhere`: what is given out is judged, not only what came in.
  return path.startsWith('//') ? otherwise : path
}

const HERE = 'http://here.invalid'

/** A path with its query; parameters that are empty or undefined are left out. */
export function pathWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value)
  const words = search.toString()
  return words ? `${path}?${words}` : path
}
