/**
 * Radicals put back to the characters they look like. Fonts share one shape between a character and a radical of the same form, and
 * PDF writers note whichever code comes first: printed 候鸟入住 is extracted as 候⻦⼊住. In a PDF that is no disguise, so it is undone here.
 * Every replacement is one UTF-16 unit for one.
 */
export function charactersForRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (radical) => SUPPLEMENT.get(radical) ?? radical.normalize('NFKC'))
}

/** Those of the radicals supplement (U+2E80 on) that pass for a character, by Unicode's Equivalent_Unified_Ideograph; and 户, which compatibility makes traditional. */
const SUPPLEMENT: ReadonlyMap<string, string> = new Map(
  (
    '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭' +
    '⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨' +
    '⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼾户'
  )
    .match(/../g)!
    .map((pair) => [pair[0]!, pair[1]!]),
)
