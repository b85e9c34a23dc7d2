import type { Said } from '../clock/clock.ts'
import { type Problem, problem } from '../problem.ts'
import { isRegion, lastListed, namedRegions, nearestRegion, ownName, regionNames } from './region.ts'
import { namesakes } from './typed-region.ts'

/** The refusal of a code that is no region: `form.invalid` with the field, what is allowed, the nearest region that exists, and why. */
export function noSuchRegion(field: string, value: string): Problem {
  const why = whyNoRegion(value)
  const nearest = nearestRegion(value)
  return problem('form.invalid', {
    field,
    allowed: `${why.en} / ${why.zh}`,
    ...(nearest ? { nearest } : {}),
    why: [why],
  })
}

/** What is wrong with the code and what may stand instead, for people: 529999 lies in 贵州省, which has no such county. */
export function whyNoRegion(value: string): Said {
  const called = namesakes(value).map((code) => `${code} ${regionNames(code).join(' ')}`)
  if (called.length > 0) {
    return {
      zh: `“${value}”不止一处，请填其中之一：${called.join('、')}`,
      en: `“${value}” is not one place alone; use ${called.join(', ')}`,
    }
  }
  if (!/^\d{6}$/.test(value)) {
    return {
      zh: '须为六位行政区划代码（GB/T 2260），如 440300；全国为 000000',
      en: 'six digits of GB/T 2260, such as 440300; 000000 for the whole country',
    }
  }
  const nearest = nearestRegion(value)
  if (!nearest) {
    return {
      zh: `${value} 不是行政区划代码（GB/T 2260）：没有以 ${value.slice(0, 2)} 开头的省份`,
      en: `${value} is no code of GB/T 2260: no province begins with ${value.slice(0, 2)}`,
    }
  }
  const around = regionNames(nearest).join(' ')
  const year = lastListed(value)
  const former = year ? ownName(value) : undefined
  const within = withinOf(nearest)
  return {
    zh: `${former ? `${value} ${former}已撤销，最后见于 ${year} 年代码表` : `${value} 不存在：${around}没有此代码`}；可填 ${nearest} ${around}${within.length > 0 ? `，或 ${within.join('、')}` : ''}`,
    en: `${former ? `${value} ${former} is abolished, last listed in ${year}` : `${value} does not exist in ${around}`}; use ${nearest} ${around}${within.length > 0 ? `, or ${within.join(', ')}` : ''}`,
  }
}

/** The cities of a province, the counties of a city, each with its code. */
function withinOf(region: string): string[] {
  const isProvince = region.endsWith('0000')
  const inner = namedRegions().filter(
    ([code, name]) =>
      code !== region &&
      code.startsWith(isProvince ? region.slice(0, 2) : region.slice(0, 4)) &&
      (!isProvince || code.endsWith('00') || isDirectlyUnder(code)) &&
      name !== ownName(region),
  )
  return inner.map(([code, name]) => `${code} ${name}`)
}

/** A county of a province without a city between: those of municipalities, and 省直辖县级行政区划. */
function isDirectlyUnder(code: string): boolean {
  const city = `${code.slice(0, 4)}00`
  return isRegion(city) && regionNames(city).length === 1
}
