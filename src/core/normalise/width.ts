import { matches } from '../search/matches.ts'
import type { Edit } from './clean-text.ts'

/** Marks that Chinese writes in full width; narrowing them would move sentence ends and brackets. */
const KEPT = new Set('！（），：；？～'.split('').map((mark) => mark.charCodeAt(0)))

/** Full-width ASCII and signs, compatibility ideographs, the radicals that look like characters. */
const WIDE = /[\u3000\uff01-\uff5e\uffe0-\uffe6\uf900-\ufaff\u2e80-\u2fd5]|\ud87e[\udc00-\ude1f]/g

/** Radicals that NFKC leaves alone although they pass for the character. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  '⺁厂⺅亻⺆冂⺈刀⺉刂⺊卜⺋卩⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彐⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罒⺲罒⺳罓⺴罒⺵罒⺶羊⺷羊⺸羊⺹耂⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟饣⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟'
    .match(/../gu)!
    .map((pair): [string, string] => [pair[0]!, pair.slice(1)]),
)

/**
 * Full width to half, and compatibility forms to the common character (NFKC one character at a time, so that offsets hold).
 * Full-width letters and digits are a habit of typing and not recorded; a radical or compatibility form in place of a character is.
 */
export function width(text: string): Edit[] {
  const edits: Edit[] = []
  for (const match of matches(WIDE, text)) {
    const found = match[0]
    const unit = found.charCodeAt(0)
    if (KEPT.has(unit)) continue
    const put = RADICALS.get(found) ?? found.normalize('NFKC')
    if (put === found) continue
    const edit: Edit = { start: match.index, end: match.index + found.length, put }
    if (unit < 0x3000 || (unit >= 0xd800 && unit < 0xff00)) edit.disguise = 'look_alike'
    edits.push(edit)
  }
  return edits
}
