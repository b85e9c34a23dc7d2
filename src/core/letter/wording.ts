import type { Said } from '../clock/clock.ts'
import { type LaidLetter, linesOf, type Run } from './laid-letter.ts'
import type { Wording } from './template.ts'

/** Words that state what only a decision, or another authority, may state. */
export interface Overstated {
  /** The words found, and the clause they stand in. */
  words: string
  clause: string
  said: Said
}

/**
 * Where a letter says more than it may. Before a decision a breach is suspected (涉嫌), in the notice of a penalty it is proposed (拟);
 * that something is illegal fundraising or a crime this bureau never states, for that is for the lead department and the courts
 * (《防范和处置非法集资条例》第五条、第十九条). Names of laws and the words of others, quoted as theirs, are not ours.
 */
export function overstatedIn(letter: LaidLetter, wording: Wording): Overstated[] {
  const claims = CLAIMS.filter(({ until }) => until.includes(wording))
  return linesOf(letter).flatMap((line) =>
    clausesOf(ourWords(line)).flatMap((clause) =>
      claims.flatMap(({ words }) => {
        const bare = clause.replace(LAWFUL, (match) => '　'.repeat(match.length))
        return [...bare.matchAll(words)]
          .filter(({ 0: found, index }) => !isSoft(bare.slice(0, index), bare.slice(index + found.length), wording))
          .map(([found]) => ({ words: found, clause: clause.trim(), said: sayOverstated(found, clause.trim()) }))
      }),
    ),
  )
}

function sayOverstated(words: string, clause: string): Said {
  return {
    zh: `“${clause}”中的“${words}”超出线索、涉嫌的表述范围，请改写为“涉嫌…”`,
    en: `"${words}" says more than a suspicion; write 涉嫌 before it`,
  }
}

interface Claim {
  words: RegExp
  /** Where it may not be said outright. */
  until: readonly Wording[]
}

const CLAIMS: readonly Claim[] = [
  {
    words: /非法集资|非法吸收公众存款|集资诈骗|合同诈骗|诈骗|犯罪|庞氏骗局|骗局|骗子/g,
    until: ['suspicion', 'proposal', 'finding'],
  },
  {
    words: /违法|违规|违反|虚假宣传|虚假广告|虚假或者引人误解|欺诈|传销|误导消费者|侵害消费者/g,
    until: ['suspicion', 'proposal'],
  },
  {
    words:
      /(?:构成|认定|属于|定性为)(?=[^，]{0,20}(?:违法|违规|虚假|欺诈|误导|侵害|传销|不正当竞争|情节))|事实清楚|证据确凿|(?:经|已|依法|予以|现)(?:查实|认定|证实)/g,
    until: ['suspicion', 'proposal'],
  },
  { words: /经查明|已查明|现查明/g, until: ['suspicion'] },
]

/** Suspicion, question, condition, telling of others, prohibition and prevention: said before the words, in their own clause. */
const DOUBT =
  /涉嫌|疑似|可能|是否|有无|如果|如系|如有|倘若|凡|举报|反映|怀疑|预防|防范|处置|打击|警惕|谨防|远离|识别|拒绝|切勿|不要|禁止|不得/
const DENIAL = /(?:不(?![法断仅少同良])|未(?!来)|无(?!良)|没有|难以)[^，]{0,6}$/
const INTENT = /拟(?!定|订)/

/** And after them: 非法集资线索, 诈骗风险. */
const SUSPECTED_AFTER = /^.{0,4}(?:线索|嫌疑|风险|之嫌)/

function isSoft(before: string, after: string, wording: Wording): boolean {
  return (
    DOUBT.test(before) ||
    DENIAL.test(before) ||
    SUSPECTED_AFTER.test(after) ||
    (wording === 'proposal' && INTENT.test(before))
  )
}

/** Fixed expressions of procedure that claim nothing of anybody. */
const LAWFUL =
  /违法行为发生地|违法所得|违法事实(?:不能成立|不成立)|没有违法事实|认定书|认定标准|非法集资牵头部门|犯罪案件移送书|犯罪侦查|反诈骗|违反(?:合同|协议|双方)?(?:的)?约定|违反合同/g

const LAW_NAME = /《[^》]*》/g

/** Without the names of laws and without what we repeat of others. */
function ourWords(line: readonly Run[]): string {
  return line
    .map(({ text, isQuoted }) => (isQuoted ? '　'.repeat(text.length) : text))
    .join('')
    .replace(LAW_NAME, (name) => '　'.repeat(name.length))
}

function clausesOf(words: string): string[] {
  return words.split(/[，。；！？：,;!?\n]/).filter((clause) => clause.trim() !== '')
}
