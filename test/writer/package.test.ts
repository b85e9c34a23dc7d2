import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { MANIFEST, packFiles } from '../../src/writer/package.ts'
import { unzip } from '../support/unzip.ts'

const AT = new Date('2026-11-22T02:00:00.000Z')
const files = [
  { path: '移送函.docx', bytes: Buffer.from('letter') },
  { path: '证据/证1 宣传单.txt', bytes: Buffer.from('存满一年返还本金') },
]

describe('a package', () => {
  it('holds every file as it was, under its Chinese name', async () => {
    const unpacked = await unzip(await packFiles(files, AT))
    expect([...unpacked.keys()]).to.deep.equal([MANIFEST, ...files.map(({ path }) => path)])
    for (const { path, bytes } of files) expect(unpacked.get(path)!.equals(bytes)).to.equal(true)
  })

  it('lists the SHA-256 of every file as sha256sum reads it', async () => {
    const unpacked = await unzip(await packFiles(files, AT))
    const lines = unpacked.get(MANIFEST)!.toString('utf8').trimEnd().split('\n')
    expect(lines).to.deep.equal(
      files.map(({ path, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}`),
    )
  })

  it('is the same bytes for the same files', async () => {
    expect(Buffer.from(await packFiles(files, AT)).equals(Buffer.from(await packFiles(files, AT)))).to.equal(true)
  })

  it('takes no path that leaves its folder, or is there twice', async () => {
    const bytes = Buffer.from('x')
    for (const path of ['../x', '/x', 'a/../../x', 'a\\b', '', 'a\nb', MANIFEST])
      expect(await refused([{ path, bytes }]), path).to.equal(true)
    expect(
      await refused([
        { path: 'x', bytes },
        { path: 'x', bytes },
      ]),
    ).to.equal(true)
  })
})

async function refused(files: { path: string; bytes: Buffer }[]): Promise<boolean> {
  return packFiles(files, AT).then(
    () => false,
    (error) => error instanceof RangeError,
  )
}
