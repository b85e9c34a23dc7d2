import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { connectDatabase } from '../../db/connect.ts'
import { viewerOfToken } from '../../src/actions/officers/create-api-token.ts'
import { signIn } from '../../src/actions/officers/sign-in.ts'
import { databaseName, databaseSetting } from '../../src/database-name.ts'
import { rootPath } from '../../src/root.ts'
import { nodeArguments } from '../support/run-file.ts'

describe('npm run admin', function () {
  this.timeout(30_000)
  let dataDir: string
  before(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'sojourn-admin-'))
  })
  after(() => rmSync(dataDir, { recursive: true, force: true }))

  function admin(args: string[], input = '', folder = dataDir) {
    const done = spawnSync(process.execPath, [...nodeArguments('scripts/admin.ts'), ...args], {
      cwd: dirname(rootPath('package.json')),
      env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' },
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

  it('makes no second database where the settings of the server were forgotten, but says where it looked', () => {
    const elsewhere = join(dataDir, 'elsewhere')
    for (const args of [
      ['officer', 'list'],
      ['officer', 'password', '--login', 'wang'],
      ['token', 'add', '--login', 'wang', '--label', 'feed'],
      ['token', 'revoke', 'none'],
    ]) {
      const { status, out, err } = admin(args, '', elsewhere)
      expect([status, out], args.join(' ')).to.deep.equal([1, ''])
      expect(err)
        .to.include(join(elsewhere, 'sojourn.sqlite'))
        .and.match(/DATA_DIR of the server[\s\S]*与服务相同的 DATA_DIR/)
      expect(existsSync(elsewhere), args.join(' ')).to.equal(false)
    }
    const order = ['--login', 'zhao', '--name', '赵示例', '--role', 'head', '--region', '440300']
    const added = admin(['officer', 'add', ...order], '', elsewhere)
    expect(added.status, added.err).to.equal(0)
    expect(added.err).to.include(`已新建数据库: ${join(elsewhere, 'sojourn.sqlite')}`)
    expect(admin(['officer', 'list'], '', elsewhere)).to.include({ status: 0, err: '' })
  })

  it('names the database in which nobody is called so', () => {
    const { err } = admin(['officer', 'password', '--login', 'nobody'])
    expect(err)
      .to.include('没有此用户: nobody')
      .and.include(`所查数据库: ${join(dataDir, 'sojourn.sqlite')}`)
  })
})

describe('the setting that opens the database of a running server', () => {
  const sqlite = { dataDir: '/srv/desk/data' }

  it('is none where nothing was set, and the folder, whole, where one was', () => {
    expect(databaseSetting({}, sqlite)).to.equal('')
    expect(databaseSetting({ DATA_DIR: ' ' }, sqlite)).to.equal('')
    expect(databaseSetting({ DATA_DIR: '../desk/data' }, sqlite)).to.equal('DATA_DIR=/srv/desk/data ')
    expect(databaseSetting({ DATA_DIR: 'x' }, { dataDir: "/srv/the desk's" })).to.equal(
      "DATA_DIR='/srv/the desk'\\''s' ",
    )
  })

  it('is the address of a server where one is set, without its password', () => {
    const config = { ...sqlite, databaseUrl: 'postgres://desk:s3cret@10.0.0.4:5432/desk?sslmode=require' }
    const named = 'postgres://desk:PASSWORD@10.0.0.4:5432/desk?sslmode=require'
    expect(databaseName(config)).to.equal(named)
    expect(databaseSetting({ DATA_DIR: 'x' }, config)).to.equal(`DATABASE_URL='${named}' `)
    expect(databaseSetting({}, { ...sqlite, databaseUrl: 'postgres://10.0.0.4/desk?password=s3cret' })).to.equal(
      "DATABASE_URL='postgres://10.0.0.4/desk?password=PASSWORD' ",
    )
  })
})
