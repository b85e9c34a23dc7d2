import { FONT } from './look.ts'

/** Who stands in for a font that is absent, best first: the same face under its other names, then free ones. */
const STAND_INS: Readonly<Record<keyof typeof FONT, readonly string[]>> = {
  body: ['仿宋_GB2312', 'FangSong', 'STFangsong', 'FandolFang', 'Noto Serif CJK SC', 'Source Han Serif SC'],
  heading: ['SimHei', 'STHeiti', 'Noto Sans CJK SC', 'Source Han Sans SC'],
  title: ['宋体', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC'],
  plain: ['宋体', 'STSong', 'Noto Serif CJK SC', 'Source Han Serif SC'],
  latin: ['Liberation Serif', 'Nimbus Roman'],
}

/** The document's own list of fonts (ECMA-376 17.8.3.1): a reader without one takes its stand-in and not the next best face. */
export function fontTable(): string {
  const byName = new Map(Object.entries(FONT).map(([use, name]) => [name, STAND_INS[use as keyof typeof FONT]]))
  const fonts = [...byName].map(
    ([name, standIns]) => `<w:font w:name="${name}"><w:altName w:val="${standIns.join(',')}"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
}
