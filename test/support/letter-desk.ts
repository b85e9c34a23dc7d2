import { addExhibit, type ExhibitOrder } from '../../src/actions/letters/add-exhibit.ts'
import { draftLetter } from '../../src/actions/letters/draft-letter.ts'
import { keepBureau } from '../../src/actions/letters/keep-bureau.ts'
import { noteParticulars } from '../../src/actions/letters/note-particulars.ts'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { describeMatter } from '../../src/actions/matters/describe-matter.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import type { Act, Input } from '../../src/core/procedure/matter.ts'
import { readDocx } from '../../src/reader/docx.ts'
import { READ_LIMITS } from '../../src/reader/limits.ts'
import { letterById, type Typed } from '../../src/store/letters.ts'
import { addMatterPerson } from '../../src/store/matter-people.ts'
import { type MatterFile, matterById } from '../../src/store/matters.ts'
import { anOfficer, type Cast, theCast } from './cast.ts'
import type { DatabaseUnderTest } from './engines.ts'
import { partsOver, type TestParts } from './parts.ts'
import { problemOf } from './problem-of.ts'

export const SELLER = '示例康养服务有限公司'
export const BUREAU = {
  name: '示例市市场监督管理局',
  word: '示市监',
  address: '示例市政务路1号',
  contact: '周示范',
  phone: '0000-12345678',
  review_organ: '示例市人民政府',
  court: '示例市人民法院',
  payee: '示例银行（账号：0000 0000）',
}

/** Alice's desk: reports with everything a letter asks for, and a letterhead of its own for every test. */
export function letterDesk(engine: DatabaseUnderTest) {
  let parts: TestParts
  let cast: Cast

  beforeEach(async () => {
    parts = await partsOver(engine.db)
    cast = await theCast(engine.db)
    // Numbers are drawn by the bureau's word.
    const word = `示${'甲乙丙丁戊己庚辛壬癸'[Math.floor(nth / 10) % 10]}${'甲乙丙丁戊己庚辛壬癸'[nth++ % 10]}市监`
    const version = (await engine.db('bureaus').where({ region: '440000' }).first('version'))?.version ?? 0
    await keepBureau(parts, cast.carol, { region: '440000', version, fields: { ...BUREAU, word } })
  })
  afterEach(() => parts.dispose())
  let nth = 0

  const act = async (viewer: Viewer, file: MatterFile, asked: Record<string, unknown>) =>
    (
      await actOnMatter(parts, viewer, {
        matterId: file.id,
        act: { version: file.version, reason: '依法办理', evidence: [], ...asked } as unknown as Act,
      })
    ).file
  const make = (viewer: Viewer, file: MatterFile, move: string, input: Input = {}, more = {}) =>
    act(viewer, file, { op: 'make', move, input, ...more })

  /** A report with its reporter, its seller known, handled by Alice and Bob. */
  const aReport = async () => {
    let file = await openMatter(parts, cast.alice, {
      opening: 'report',
      region: '440300',
      title: `${SELLER}涉嫌发布虚假广告`,
      source: 'hotline',
      receivedAt: '2026-05-06T01:00:00.000Z',
      reason: '来电',
    })
    await engine.db.transaction((trx) =>
      addMatterPerson(
        trx,
        {
          matterId: file.id,
          role: 'reporter',
          name: '欧阳试言',
          phone: '13900000002',
          relation: null,
          authority: null,
          capacityDoubt: false,
        },
        parts.now().toISOString(),
      ),
    )
    const described = { title: '', seller: SELLER, creditCode: '91440300MA5HYKY008', phone: '' }
    await describeMatter(parts, cast.alice, { matterId: file.id, version: 1, ...described })
    const { version = 0 } =
      (await engine
        .db('operator_particulars')
        .join('matters', 'matters.operator_id', 'operator_particulars.operator_id')
        .where('matters.id', file.id)
        .first('operator_particulars.version')) ?? {}
    await noteParticulars(parts, cast.alice, {
      matterId: file.id,
      version,
      fields: { person: '郑虚构', address: '示例市候鸟大道100号', registered_place: '示例市' },
    })
    file = await make(cast.alice, (await matterById(engine.db, file.id))!, 'take_up')
    const rita = await anOfficer(engine.db, 'rita', 'reviewer', '440300')
    file = await make(rita, file, 'assign_handlers', { handlers: [cast.alice.officerId, cast.bob.officerId] })
    return file
  }
  const exhibit = (file: MatterFile, changes: Partial<ExhibitOrder> = {}) =>
    addExhibit(parts, cast.alice, {
      matterId: file.id,
      title: '候鸟旅居卡宣传单',
      evidenceKind: 'documentary',
      origin: '现场检查提取',
      pages: 2,
      place: '档案室',
      subject: { sourceKind: 'file', bytes: Buffer.from(`宣传单 ${Math.random()}`), fileName: '宣传单.txt' },
      ...changes,
    })
  const draft = async (file: MatterFile, type: string, typed: Typed = {}) => {
    const letterId = await draftLetter(parts, cast.alice, { matterId: file.id, type, typed })
    return { matterId: file.id, letterId, version: 1 }
  }
  const rectification: Typed = {
    facts: '在经营场所发放的宣传单与实际情况不一致。',
    deadline: '2026-06-01',
    demand: '停止发放。',
    'articles.breach': ['advertising-law/28'],
  }
  const whyOf = async (deed: Promise<unknown>) => {
    const { code, detail } = await problemOf(deed)
    return `${code}: ${((detail.why ?? []) as { zh: string }[]).map(({ zh }) => zh).join('；')}`
  }
  const textOfLetter = async (letterId: string) => {
    const { issue } = (await letterById(engine.db, letterId))!
    const reading = await readDocx(await parts.files.get(issue!.sha256), READ_LIMITS)
    if (reading.outcome !== 'text') throw new Error('the letter cannot be read')
    return reading.paper.text
  }

  return {
    get parts() {
      return parts
    },
    get cast() {
      return cast
    },
    act,
    make,
    aReport,
    exhibit,
    draft,
    rectification,
    whyOf,
    textOfLetter,
  }
}
