/** Initials and the finals each goes with: every syllable of standard Chinese, without tones. */
const FINALS_BY_INITIAL: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve ue',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve ue',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  y: 'a an ang ao e i in ing o ong ou u uan ue un',
  w: 'a ai an ang ei en eng o u',
}

const SYLLABLES: ReadonlySet<string> = new Set(
  Object.entries(FINALS_BY_INITIAL).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
)

/** With those of 呒 and 唔, which are consonants alone. */
export const ALL_SYLLABLES: ReadonlySet<string> = new Set([...SYLLABLES, 'm', 'n'])

/** Takes tone marks and numbers off, `ü` becoming `v`; in lower case. */
export function toneless(letters: string): string {
  return letters
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f1-5]/g, '')
    .replace(/ɡ/g, 'g')
    .replace(/ɑ/g, 'a')
}

/** True when the letters (no tones, no spaces) can be cut into one to `most` syllables. */
export function isPinyin(letters: string, most = 8, syllables: ReadonlySet<string> = SYLLABLES): boolean {
  if (letters.length === 0 || letters.length > most * 6) return false
  // reach[i]: fewest syllables that spell the first i letters.
  const reach = new Array<number>(letters.length + 1).fill(Number.POSITIVE_INFINITY)
  reach[0] = 0
  for (let i = 0; i < letters.length; i++) {
    if (reach[i]! >= most) continue
    for (let length = 1; length <= 6 && i + length <= letters.length; length++) {
      if (syllables.has(letters.slice(i, i + length))) reach[i + length] = Math.min(reach[i + length]!, reach[i]! + 1)
    }
  }
  return reach[letters.length]! <= most
}
