import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { connectDatabase } from '../../db/connect.ts'
import { viewerOfToken } from '../../src/actions/officers/create-api-token.ts'
import { signIn } from '../../src/actions/officers/sign-in.ts'
import { rootPath } from '../../src/root.ts'
import { nodeArguments } from '../support/run-file.ts'

describe('npm run admin', function () {
  this.timeout(30_000)
  let dataDir: string
  before(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'sojourn-admin-'))
  })
  after(() => rmSync(dataDir, { recursive: true, force: true }))

  function admin(args: string[], input = '') {
    const done = spawnSync(process.execPath, [...nodeArguments('scripts/admin.ts'), ...args], {
      cwd: dirname(rootPath('package.json')),
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
      input,
      encoding: 'utf8',
    })
    return { status: done.status, out: done.stdout, err: done.stderr }
  }
  async function parts<T>(
    use: (parts: { db: ReturnType<typeof connectDatabase>; now(): Date }) => Promise<T>,
  ): Promise<T> {
    const db = connectDatabase({ dataDir })
    try {
      return await use({ db, now: () => new Date() })
    } finally {
      await db.destroy()
    }
  }

  it('adds an officer who can sign in with the password printed, and then with one given on standard input', async () => {
    const added = admin([
      'officer',
      'add',
      '--login',
      'wang',
      '--name',
      '王示例',
      '--role',
      'officer',
      '--region',
      '440300',
    ])
    expect(added.status, added.err).to.equal(0)
    const password = /密码，仅显示一次: (\S+)/.exec(added.out)![1]!
    const { viewer } = await parts((open) => signIn(open, { login: 'wang', password }))
    expect(viewer).to.include({ role: 'officer', region: '440300' })
    const changed = admin(['officer', 'password', '--login', 'wang', '--password', '-'], 'another-password\nrest')
    expect(changed.out).to.not.contain('another-password')
    await parts((open) => signIn(open, { login: 'wang', password: 'another-password' }))
    expect(admin(['officer', 'list']).out).to.match(/^wang\t王示例\tofficer\t440300\tactive$/m)
  })

  it('adds a token whose secret is shown once and works until it is revoked', async () => {
    const added = admin(['token', 'add', '--login', 'wang', '--label', 'feed'])
    const secret = /sw_\S+/.exec(added.out)![0]
    const id = /^id: (\S+)$/m.exec(added.out)![1]!
    expect(await parts((open) => viewerOfToken(open, secret))).to.include({ tokenId: id })
    expect(admin(['token', 'list']).out)
      .to.contain(id)
      .and.not.contain(secret)
    expect(admin(['token', 'revoke', id]).status).to.equal(0)
    expect(await parts((open) => viewerOfToken(open, secret))).to.equal(undefined)
  })

  it('says what is wrong and how it is used, with status 1', () => {
    for (const [args, words] of [
      [[], /Usage/],
      [['officer', 'promote'], /unknown command.*officer promote/],
      [['officer', 'add', '--login', 'x'], /--role is missing/],
      [['token', 'revoke'], /takes one ID/],
      [['token', 'revoke', 'none'], /no live token/],
      [['officer', 'disable', '--login', 'nobody'], /no such officer/],
    ] as const) {
      const { status, err } = admin([...args])
      expect(status, args.join(' ')).to.equal(1)
      expect(err).to.match(words)
    }
  })
})
