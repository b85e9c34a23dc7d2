import { REGIONS_BY_NAME, shortName } from './named-regions.ts'
import { namedRegions, ownName, regionNames } from './region.ts'

/**
 * The code that somebody means who types a code or a name into a form: 330113, 临平区, 杭州市临平区, 浙江省 杭州市 临平区, 杭州. What names no region, or
 * several, comes back as typed, to be refused.
 */
export function typedRegion(typed: string): string {
  const bare = typed.normalize('NFKC').replace(/\s/g, '')
  if (/^\d*$/.test(bare)) return bare
  const meant = MEANINGS.get(bare)
  if (meant) return meant
  const within = namesakes(bare).filter((code) => regionNames(code).join('').endsWith(bare))
  return within.length === 1 ? within[0]! : typed
}

/** Codes of the regions whose name the words end with: both 朝阳区 for 朝阳区, one for 长春市朝阳区. */
export function namesakes(words: string): readonly string[] {
  const bare = words.replace(/\s/g, '')
  for (let at = 0; at < bare.length - 1; at++) {
    const codes = REGIONS_BY_NAME.get(bare.slice(at))
    if (codes) return codes
  }
  return []
}

/** Provinces and cities by their names, whole and short. */
const MEANINGS = new Map(
  namedRegions()
    .filter(
      ([code, name]) => code.endsWith('0000') || (code.endsWith('00') && name !== ownName(`${code.slice(0, 2)}0000`)),
    )
    .reverse()
    .flatMap(
      ([code, name]) =>
        [
          [shortName(name), code],
          [name, code],
        ] as const,
    ),
)
