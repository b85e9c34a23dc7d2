import { expect } from 'chai'
import { addOfficer } from '../../src/actions/officers/add-officer.ts'
import { disableOfficer } from '../../src/actions/officers/change-officer.ts'
import { type Answer, type Client, hidden, type WebApp, webApp } from '../support/web-app.ts'

const PASSWORD = 'correct-horse-9'

describe('signing in', () => {
  let app: WebApp

  beforeEach(async () => {
    app = await webApp()
    const officer = { login: 'lin', name: '林秀禾', role: 'officer', region: '440300', password: PASSWORD } as const
    await addOfficer(app.parts, 'system', officer)
  })
  afterEach(() => app.close())

  it('opens the desk with the right password and goes on to where one was going', async () => {
    const answer = await signIn(app, { login: 'lin', password: PASSWORD, next: '/inbox?band=red' })
    expect(answer.status).to.equal(303)
    expect(answer.location).to.equal('/inbox?band=red')
    const cookie = sessionCookie(answer)
    expect(cookie).to.match(/HttpOnly/)
    expect(cookie).to.match(/SameSite=Lax/)
    expect(cookie).to.match(/Path=\//)
    expect(cookie).not.to.match(/Secure/)
    const inbox = await app.guest(cookie.split(';')[0]).get('/inbox')
    expect(inbox.status).to.equal(200)
    expect(inbox.text).to.include('林秀禾')
  })

  it('marks the cookie Secure when the request came by https through a proxy on this machine', async () => {
    const { client, token, cookie } = await formOf(app)
    const body = new URLSearchParams({ csrf: token, login: 'lin', password: PASSWORD, next: '/' })
    const response = await fetch(`${app.url}/sign-in`, {
      method: 'POST',
      body,
      headers: { cookie, 'x-forwarded-proto': 'https' },
      redirect: 'manual',
    })
    expect(client).to.be.an('object')
    expect(response.headers.getSetCookie().find((set) => set.startsWith('sojourn_session='))).to.match(/Secure/)
  })

  it('refuses a wrong password and an unknown name with the same words, keeping the name', async () => {
    const wrong = await signIn(app, { login: 'lin', password: 'wrong-password' })
    const unknown = await signIn(app, { login: 'nobody', password: 'wrong-password' })
    expect([wrong.status, unknown.status]).to.deep.equal([401, 401])
    expect(wrong.text).to.include('用户名或密码不正确').and.include('value="lin"')
    expect(unknown.text).to.include('用户名或密码不正确')
    expect(sessionCookie(wrong)).to.equal('')
  })

  it('stops after ten wrong tries, even with the right password then', async () => {
    const since = app.parts.now().toISOString()
    const failures = Array.from({ length: 10 }, () => ({ login: 'lin', at: since }))
    await app.db('sign_in_failures').insert(failures)
    const answer = await signIn(app, { login: 'lin', password: PASSWORD })
    expect(answer.status).to.equal(429)
    expect(answer.text).to.include('输错次数过多')
  })

  it('refuses a disabled account and ends its open sessions', async () => {
    const cookie = sessionCookie(await signIn(app, { login: 'lin', password: PASSWORD })).split(';')[0]
    await disableOfficer(app.parts, 'system', 'lin')
    expect((await signIn(app, { login: 'lin', password: PASSWORD })).status).to.equal(401)
    expect((await app.guest(cookie).get('/inbox')).status).to.equal(303)
  })

  it('refuses a sign-in form of another site', async () => {
    const bare = await app.guest().post('/sign-in', { csrf: 'made-up', login: 'lin', password: PASSWORD })
    expect(bare.status).to.equal(403)
    const { cookie } = await formOf(app)
    const other = await app.guest(cookie).post('/sign-in', { csrf: 'made-up', login: 'lin', password: PASSWORD })
    expect(other.status).to.equal(403)
    expect(sessionCookie(other)).to.equal('')
  })

  it('never goes on to another site', async () => {
    const answer = await signIn(app, { login: 'lin', password: PASSWORD, next: '//elsewhere.example/' })
    expect(answer.location).to.equal('/')
  })

  it('signs out on the server, not only in the browser', async () => {
    const alice = await app.as(app.cast.alice)
    expect((await alice.post('/sign-out', {})).location).to.equal('/sign-in')
    expect((await alice.get('/inbox')).location).to.match(/^\/sign-in/)
  })

  it('ends by itself after a working day', async () => {
    const alice = await app.as(app.cast.alice)
    app.parts.setNow('2026-05-06T15:00:00.000Z')
    expect((await alice.get('/inbox')).location).to.equal('/sign-in?next=%2Finbox')
  })

  it('switches the language and keeps it', async () => {
    const answer = await app.guest().get('/language/en?back=/sign-in')
    expect(answer.location).to.equal('/sign-in')
    const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
    const page = await app.guest(cookie).get('/sign-in')
    expect(page.text).to.include('<html lang="en">').and.include('Sign in for regulatory staff')
    expect((await app.guest().get('/language/xx')).status).to.equal(404)
    expect((await app.guest().get('/language/en?back=https://elsewhere.example')).location).to.equal('/')
  })
})

async function formOf(app: WebApp): Promise<{ client: Client; token: string; cookie: string }> {
  const page = await app.guest().get('/sign-in')
  const cookie = page.headers.getSetCookie()[0]!.split(';')[0]!
  return { client: app.guest(cookie), token: hidden(page, 'csrf'), cookie }
}

async function signIn(app: WebApp, fields: Record<string, string>): Promise<Answer> {
  const { client, token } = await formOf(app)
  return client.post('/sign-in', { csrf: token, ...fields })
}

function sessionCookie(answer: Answer): string {
  return answer.headers.getSetCookie().find((cookie) => cookie.startsWith('sojourn_session=')) ?? ''
}
