import { expect } from 'chai'
import { assetPath } from '../../src/web/assets.ts'
import { type WebApp, webApp } from '../support/web-app.ts'

describe('stylesheet and script', () => {
  let app: WebApp

  before(async () => {
    app = await webApp()
  })
  after(() => app.close())

  it('are named by their content and may be kept for ever', async () => {
    for (const [name, type] of [
      ['desk.css', 'text/css'],
      ['desk.js', 'text/javascript'],
      ['mark.svg', 'image/svg+xml'],
    ] as const) {
      const answer = await app.guest().get(assetPath(name))
      expect(answer.status).to.equal(200)
      expect(answer.headers.get('content-type')).to.include(type)
      expect(answer.headers.get('cache-control')).to.include('immutable')
    }
    expect((await app.guest().get('/assets/desk.000000000000.css')).status).to.equal(404)
    expect((await app.guest().get('/assets/..%2f..%2fpackage.json')).status).to.equal(404)
  })

  it('are all a page asks for, from this site alone', async () => {
    const { text } = await app.guest().get('/sign-in')
    expect([...text.matchAll(/(?:src|href)="(\/assets[^"]+)"/g)].map((match) => match[1])).to.have.members([
      assetPath('desk.css'),
      assetPath('desk.js'),
      assetPath('mark.svg'),
    ])
    expect(text).not.to.match(/style="|<style|https?:\/\//)
  })
})
