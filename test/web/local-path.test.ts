import { expect } from 'chai'
import { localPath, pathWith } from '../../src/web/local-path.ts'

describe('the way on after a form', () => {
  it('stays on this site', () => {
    for (const away of [
      'https://elsewhere.example/',
      '//elsewhere.example/',
      '/\\elsewhere.example/',
      '\\\\elsewhere.example',
      '/\t/elsewhere.example',
      '/.//elsewhere.example',
      '/..//elsewhere.example',
      '/a/..//elsewhere.example',
      'javascript:alert(1)',
      'inbox',
      '',
    ]) {
      expect(localPath(away, '/'), away).to.equal('/')
    }
  })

  it('keeps path, query and anchor', () => {
    expect(localPath('/documents/1?q=保本#f-2', '/')).to.equal('/documents/1?q=%E4%BF%9D%E6%9C%AC#f-2')
    expect(localPath('/a/../inbox', '/')).to.equal('/inbox')
  })

  it('leaves empty parameters out', () => {
    expect(pathWith('/inbox', { band: 'red', q: '', kind: undefined })).to.equal('/inbox?band=red')
    expect(pathWith('/inbox', {})).to.equal('/inbox')
  })
})
