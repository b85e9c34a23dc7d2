import { expect } from 'chai'
import { saveCallDraft } from '../../src/actions/calls/save-call-draft.ts'
import { submitCall } from '../../src/actions/calls/submit-call.ts'
import { addDutyItem } from '../../src/actions/joint/add-duty-item.ts'
import { addTask } from '../../src/actions/joint/add-task.ts'
import { askOpinions } from '../../src/actions/joint/ask-opinions.ts'
import { openCampaign } from '../../src/actions/joint/open-campaign.ts'
import { openLines } from '../../src/actions/joint/open-lines.ts'
import { addExhibit } from '../../src/actions/letters/add-exhibit.ts'
import { draftLetter } from '../../src/actions/letters/draft-letter.ts'
import { markExhibit } from '../../src/actions/letters/mark-exhibit.ts'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { lendApproval } from '../../src/actions/matters/lend-approval.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { mattersOfBundle } from '../../src/store/matters.ts'
import { routes } from '../../src/web/routes.ts'
import type { WebParts } from '../../src/web/web-parts.ts'
import { aCallForm, aCallId } from '../support/a-call-form.ts'
import { anOfficer } from '../support/cast.ts'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { shown, type WebApp, webApp } from '../support/web-app.ts'

/**
 * Forms that carry no version, each with why none is needed: they create or append, or act on the session alone. Every other form that is posted
 * changes something somebody else may have changed meanwhile, and must say which version its officer saw.
 */
const WITHOUT_VERSION: Readonly<Record<string, string>> = {
  '/sign-in': 'opens a session',
  '/sign-out': 'ends the session of whoever asks',
  '/upload': 'takes papers in; a form sent twice is known by its nonce',
  '/calls/import':
    'takes an export in; each row is met again by its number, and its matters are held while they change',
  '/calls/follow-up': 'appends a note that nobody changes later',
  '/calls/:/files': 'adds a paper to a call of her own; the same file twice is one paper',
  '/documents/:/missed': 'appends what an officer saw and the system did not',
  '/documents/:/retry': 'begins again what was set aside; whatever is not set aside is refused',
  '/matters/new': 'creates a lead',
  '/matters/:/people': 'shows the names once and appends that they were seen',
  '/matters/:/exhibits': 'appends an exhibit under the next number',
  '/matters/:/exhibits/verify': 'appends to the custody what was read again',
  '/matters/:/exhibits/:/custody': 'appends a step of custody',
  '/matters/:/exhibits/:/marks': 'appends a mark',
  '/matters/:/findings/:/mark': 'appends a mark, and the exhibit it stands in where there is none',
  '/matters/:/marks/:/drop':
    'takes one mark back, which is never changed; the second who does so is told that it is gone',
  '/matters/:/letters': 'creates a draft',
  '/matters/:/letters/:/correct':
    'creates a draft beside the issued letter; of two corrections only one is ever issued',
  '/matters/:/letters/:/pack': 'packs an issued letter once; asked again it is the same package',
  '/articles/:/:/confirm': 'answers one reading of the article by its id, and a reading is never changed',
  '/models/sample/:': 'appends an answer; the second to the same question is refused',
  '/campaigns': 'creates a campaign',
  '/duties': 'adds an item under the next number',
  '/delegations': 'creates a delegation',
  '/rulebook/recheck': 'begins a recheck of the archive',
}

describe('every form that is posted', function () {
  this.timeout(60_000)
  let app: WebApp
  let hedda: Viewer

  before(async () => {
    app = await webApp()
    hedda = await anOfficer(app.db, 'hedda', 'head', '440300')
    await furnish()
  })
  after(() => app.close())

  it('carries the version its officer saw, or stands on the list of those that only create or append', async () => {
    const found = new Map<string, Form>()
    for (const viewer of [hedda, app.cast.alice, app.cast.henry]) {
      for (const form of await formsSeenBy(viewer)) {
        const known = found.get(form.name)
        found.set(form.name, { ...form, hasVersion: form.hasVersion && (known?.hasVersion ?? true) })
      }
    }
    const bare = [...found.values()].filter(({ hasVersion }) => !hasVersion)
    expect(bare.filter(({ name }) => !WITHOUT_VERSION[name])).to.deep.equal([])
    for (const name of Object.keys(WITHOUT_VERSION))
      expect(found.get(name)?.hasVersion ?? false, `${name} carries a version and needs no reason`).to.equal(false)
    expect(found.size).to.be.above(45)
  })

  it('is refused without a version, at every address that takes one', async () => {
    const head = await app.as(hedda)
    const taking = postRoutes(app.web).filter((route) => !WITHOUT_VERSION[named(route)])
    for (const route of taking) {
      const path = route.replace(/:\w+/g, (part) => PARTS[part] ?? aCallId())
      const answer = route === '/calls/:id' ? await head.upload(path, {}, []) : await head.post(path, FILLED)
      expect([answer.status, shown(answer.text).includes('表单版本')], route).to.deep.equal([422, true])
    }
  })

  interface Form {
    /** Its address with ids taken out. */
    name: string
    hasVersion: boolean
    /** Where it was seen. */
    page: string
  }

  /** Every form posted from any page that can be reached by links. */
  async function formsSeenBy(viewer: Viewer): Promise<Form[]> {
    const client = await app.as(viewer)
    const waiting = ['/', '/calls', '/matters?desk=all', '/upload', '/letterhead', '/models/sample']
    const seen = new Set<string>()
    const kinds = new Map<string, number>()
    const forms: Form[] = []
    while (waiting.length > 0) {
      const path = waiting.pop()!
      if (seen.has(path)) continue
      seen.add(path)
      const kind = nameOf(path.split('?')[0]!)
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      if (kinds.get(kind)! > 12) continue
      const answer = await client.get(path)
      if (answer.location) waiting.push(answer.location.split('#')[0]!)
      if (!answer.headers.get('content-type')?.includes('html')) continue
      for (const [, attributes, inside] of answer.text.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)) {
        if (!/method="post"/.test(attributes!)) continue
        const actions = [
          / action="([^"]*)"/.exec(attributes!)?.[1] ?? path,
          ...[...inside!.matchAll(/formaction="([^"]*)"/gi)].map((m) => m[1]!),
        ]
        for (const action of actions)
          forms.push({ name: nameOf(action), hasVersion: /name="version"/.test(inside!), page: path })
      }
      for (const [, href] of answer.text.matchAll(/<a[^>]* href="([^"]*)"/g)) {
        const to = href!.replaceAll('&amp;', '&').split('#')[0]!
        if (to.startsWith('/') && !/^\/(language|assets)/.test(to)) waiting.push(to)
      }
    }
    return forms
  }

  /** A desk with one of everything on it. */
  async function furnish(): Promise<void> {
    const { parts, cast, db } = app
    await app.paper(UNLAWFUL_COPY)
    const callId = aCallId()
    await submitCall(parts, cast.henry, { callId, version: 0, fields: aCallForm(), attachments: [] })
    await saveCallDraft(parts, cast.henry, { callId: aCallId(), version: 0, fields: aCallForm() })
    const call = await db('calls').first()
    const [complaint, report] = await mattersOfBundle(db, call.bundle_id)
    const { alice, bob } = cast
    for (const file of [complaint!, report!]) {
      const at = { matterId: file.id, version: file.version }
      const exhibit = await addExhibit(parts, alice, {
        matterId: file.id,
        title: '传单',
        evidenceKind: 'documentary',
        origin: '现场提取',
        place: '档案室',
        subject: { sourceKind: 'file', bytes: Buffer.from('传单'), fileName: '传单.txt' },
      })
      const mark = { kind: 'element', element: 'promise', quote: '返还本金' } as const
      await markExhibit(parts, alice, { matterId: file.id, exhibitId: exhibit.id, page: null, mark })
      await askOpinions(parts, alice, { ...at, departments: ['health'], question: '请提出意见' })
      await addTask(parts, alice, { ...at, title: '走访', ownerId: bob.officerId, dueDay: '2026-05-20' })
      await draftLetter(parts, alice, { matterId: file.id, type: 'elder-warning' })
    }
    const { id, version } = complaint!
    await openLines(parts, alice, { matterId: id, version, lines: ['civil_affairs_notice'], reason: '抄告' })
    const recusal = {
      op: 'propose',
      move: 'recuse',
      version,
      input: { officer: bob.officerId },
      reason: '亲属',
      evidence: [],
    } as const
    await actOnMatter(parts, alice, { matterId: id, act: recusal })
    const term = { region: '440300', ownerId: bob.officerId }
    const days = { fromDay: '2026-05-01', toDay: '2026-06-01' }
    await openCampaign(parts, hedda, { name: '会销清查', aim: '', ...term, ...days })
    const item = {
      title: '联合检查',
      leadDepartment: 'civil_affairs',
      jointDepartments: [],
      duties: '核查',
      dueDay: '2026-12-31',
    }
    await addDutyItem(parts, hedda, { year: 2026, ...term, ...item })
    const lent = { to: cast.carol.officerId, from: '2026-05-01', until: '2026-06-01', inCharge: false, reason: '出差' }
    await lendApproval(parts, hedda, lent)
  }
})

/** `/matters/01a2…/lines/01a2…/send` -> `/matters/:/lines/:/send`. */
function nameOf(address: string): string {
  return address
    .split('?')[0]!
    .replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}(?=\/|$)/g, '/:')
    .replace(/\/[0-9a-f]{64}(?=\/|$)/g, '/:')
    .replace(/(\/articles)\/[\w.-]+\/[\w.-]+/, '$1/:/:')
    .replace(/\/moves\/\w+/, '/moves/:')
    .replace(/\/proposals\/\d+/, '/proposals/:')
}

/** Addresses that take a post, as the router has them. */
function postRoutes(web: WebParts): string[] {
  interface Layer {
    route?: { path: string; methods: Record<string, boolean> }
    handle: { stack?: Layer[] }
  }
  const pathsIn = (layers: readonly Layer[]): string[] =>
    layers.flatMap(({ route, handle }) =>
      route ? (route.methods.post ? [route.path] : []) : pathsIn(handle.stack ?? []),
    )
  return pathsIn((routes(web) as unknown as { stack: Layer[] }).stack)
}

/** What some forms are asked before their version. */
const FILLED = { op: 'approve', choice: 'old' }

/** What stands for a part of an address that is no id. */
const PARTS: Readonly<Record<string, string>> = {
  ':move': 'accept',
  ':proposal': '1',
  ':deed': 'drop',
  ':instrument': 'x',
  ':article': 'y',
}

function named(route: string): string {
  return route.replace(/:\w+/g, ':')
}
