import { stringify } from 'csv-stringify/sync'
import { may, type Viewer } from '../../core/access/viewer.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { EVIDENCE_KINDS, exhibitNumber } from '../../core/letter/exhibit.ts'
import { textOf } from '../../core/letter/laid-letter.ts'
import { withoutPersons } from '../../core/letter/protected-person.ts'
import { templateOn } from '../../core/letter/template-on.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { appendCustody, type CustodyEvent, custodyOf, type Exhibit, exhibitsOf } from '../../store/exhibits.ts'
import { recordFile } from '../../store/files.ts'
import { newId } from '../../store/id.ts'
import type { Issue } from '../../store/letters.ts'
import { insertTransfer, type Transfer, transferOfLetter } from '../../store/transfers.ts'
import type { PackedFile } from '../../writer/package.ts'
import type { Parts } from '../parts.ts'
import { protectedPersons } from './letter-facts.ts'
import { letterForAction, mustHandle } from './letter-for-action.ts'

/** Letters that go with their exhibits. */
export const PACKED_LETTERS = [
  'fundraising-referral',
  'police-referral',
  'department-notice',
  'assistance-letter',
] as const

/**
 * Packs an issued letter with every exhibit of its matter, their list and their custody into a zip that lists the SHA-256 of each file. Packed once;
 * asked again it is the same package.
 * @throws problem auth.forbidden, not_found, matter.move_closed, letter.not_issued, letter.corrected
 */
export async function packTransfer(
  parts: Pick<Parts, 'db' | 'files' | 'now' | 'letters'>,
  viewer: Viewer,
  order: { matterId: string; letterId: string },
): Promise<Transfer> {
  if (!may(viewer, 'letter.issue')) throw problem('auth.forbidden', { permission: 'letter.issue' })
  const { packFiles } = await import('../../writer/package.ts')
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    const { file, letter } = await letterForAction(trx, viewer, order)
    mustHandle(file, viewer)
    if (!PACKED_LETTERS.some((type) => type === letter.type)) throw problem('not_found', { letterId: letter.id })
    if (!letter.issue) throw problem('letter.not_issued', { letterId: letter.id })
    if (letter.correctedBy !== null) throw problem('letter.corrected', { letterId: letter.id })
    const before = await transferOfLetter(trx, letter.id)
    if (before) return before
    const exhibits = await exhibitsOf(trx, file.id)
    const persons = await protectedPersons(trx, file)
    const audience = templateOn(parts.letters, letter.type, letter.day)!.audience
    const bare = (words: string) => withoutPersons(words, audience, persons)
    const custody = (await custodyOf(trx, file.id)).map((each) => ({
      ...each,
      place: bare(each.place),
      note: bare(each.note),
    }))
    const files = await contents(parts, letter.issue, exhibits, custody)
    const stored = await parts.files.put(await packFiles(files, new Date(now)))
    await recordFile(trx, stored, now)
    const transfer: Transfer = {
      id: newId(),
      matterId: file.id,
      letterId: letter.id,
      sha256: stored.sha256,
      exhibits: exhibits.length,
      packedBy: viewer.officerId,
      packedAt: now,
    }
    await insertTransfer(trx, transfer)
    for (const exhibit of exhibits)
      await appendCustody(trx, {
        exhibitId: exhibit.id,
        verb: 'packed',
        place: letter.issue.number ?? '',
        note: stored.sha256,
        officerId: viewer.officerId,
        at: now,
        recordedAt: now,
      })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'matter.transfer_packed',
      subjectType: 'matter',
      subjectId: file.id,
      reason: letter.issue.number ?? '',
      after: { letter: letter.id, sha256: stored.sha256, exhibits: exhibits.length },
    })
    return transfer
  })
}

async function contents(
  { files }: Pick<Parts, 'files'>,
  issue: Issue,
  exhibits: readonly Exhibit[],
  custody: readonly CustodyEvent[],
): Promise<PackedFile[]> {
  const packed: PackedFile[] = [
    { path: `1-${fileName(textOf(issue.laid.title))}.docx`, bytes: await files.get(issue.sha256) },
    { path: '2-证据目录.csv', bytes: listOf(exhibits) },
    { path: '3-证据保管记录.csv', bytes: custodyList(exhibits, custody) },
    { path: '4-说明.txt', bytes: Buffer.from(HOW_TO_CHECK) },
  ]
  for (const exhibit of exhibits) packed.push({ path: pathOf(exhibit), bytes: await files.get(exhibit.sha256) })
  return packed
}

const HOW_TO_CHECK = `本电子包内各文件的SHA-256校验值列于 SHA256SUMS.txt。
解压后在该目录下执行 sha256sum -c SHA256SUMS.txt 可逐一核对；任何一项不符，请联系移送机关。

The SHA-256 of every file is listed in SHA256SUMS.txt. Unpack and run: sha256sum -c SHA256SUMS.txt
`

function pathOf(exhibit: Exhibit): string {
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(exhibit.fileName)?.[0] ?? ''
  return `证据/${exhibitNumber(exhibit.number)}-${fileName(exhibit.title)}${extension}`
}

/** A title as every file system takes it. */
function fileName(title: string): string {
  return title
    .replace(/[\p{Cc}\\/:*?"<>|]/gu, '_')
    .slice(0, 60)
    .trim()
}

function listOf(exhibits: readonly Exhibit[]): Buffer {
  return csv(
    ['编号', '名称', '种类', '来源', '取得日期', '页数', '文件', 'SHA-256'],
    exhibits.map((each) => [
      exhibitNumber(each.number),
      each.title,
      EVIDENCE_KINDS[each.evidenceKind].zh,
      each.origin,
      each.takenOn,
      each.pages ?? '',
      pathOf(each),
      each.sha256,
    ]),
  )
}

/** Without officers' names: the bureau answers for its custody. Nor does it tell who reported. */
function custodyList(exhibits: readonly Exhibit[], custody: readonly CustodyEvent[]): Buffer {
  const numberOf = new Map(exhibits.map(({ id, number }) => [id, number]))
  return csv(
    ['编号', '序号', '时间', '事项', '地点或者接收人', '说明'],
    custody.map((each) => [
      exhibitNumber(numberOf.get(each.exhibitId)!),
      each.seq,
      shanghaiTime(each.at),
      CUSTODY_WORDS[each.verb],
      each.place,
      each.note,
    ]),
  )
}

const CUSTODY_WORDS: Readonly<Record<CustodyEvent['verb'], string>> = {
  added: '入卷',
  moved: '移放',
  lent: '借出',
  returned: '归还',
  copied: '复制',
  packed: '随函移送（电子）',
  checked: '校验一致',
  damaged: '校验不符',
  handed_over: '移交',
}

/** With a byte order mark, which spreadsheet programs want before Chinese; a cell never begins as a formula. */
function csv(head: readonly string[], rows: readonly (string | number)[][]): Buffer {
  return Buffer.from(stringify([[...head], ...rows], { bom: true, escape_formulas: true }))
}
