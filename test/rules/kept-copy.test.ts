import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { keptCopy, keyOf } from '../../src/rulebook/kept-copy.ts'
import { loadRulebook } from '../../src/rulebook/load.ts'
import { asLaw, readLaw } from '../../src/rulebook/load-law.ts'
import { loadMoves } from '../../src/rulebook/load-moves.ts'

describe('the kept copy of a rulebook', () => {
  let folder: string
  const file = () => join(folder, 'copy.json')

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-copy-'))
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  it('is read once for each key', () => {
    let reads = 0
    const read = (key: string) => keptCopy(file(), key, () => ({ reads: ++reads }))
    expect([read('a'), read('a'), read('b'), read('b'), read('a')].map(({ reads }) => reads)).to.deep.equal([
      1, 1, 2, 2, 3,
    ])
  })

  it('gives back the shipped rulebook to the letter', () => {
    const rulebook = loadRulebook()
    keptCopy(file(), 'a', () => rulebook)
    expect(keptCopy(file(), 'a', () => undefined as unknown)).to.deep.equal(rulebook)
  })

  it('gives back the tables beside it to the letter, with a calendar that counts', () => {
    const law = readLaw()
    keptCopy(file(), 'a', () => law)
    const again = keptCopy(file(), 'a', () => undefined as unknown as typeof law)
    expect(again).to.deep.equal(law)
    const [kept, whole] = [asLaw(again).procedure, loadMoves()]
    expect({ ...kept, calendar: kept.calendar.workdays }).to.deep.equal({ ...whole, calendar: whole.calendar.workdays })
    expect(kept.calendar.kindOf('2026-05-01')).to.equal('holiday')
  })

  it('is made again when it is damaged', () => {
    keptCopy(file(), 'a', () => 1)
    writeFileSync(file(), readFileSync(file(), 'utf8').slice(0, -3))
    expect(keptCopy(file(), 'a', () => 2)).to.equal(2)
  })

  it('is done without where it cannot be written', () => {
    const nowhere = join(folder, 'missing', 'copy.json')
    expect(keptCopy(nowhere, 'a', () => 1)).to.equal(1)
    expect(keptCopy(nowhere, 'a', () => 2)).to.equal(2)
  })

  it('is not made of what could not be read', () => {
    expect(() =>
      keptCopy(file(), 'a', () => {
        throw new Error('no rulebook')
      }),
    ).to.throw('no rulebook')
    expect(keptCopy(file(), 'a', () => 2)).to.equal(2)
  })

  it('has another key after any change of a file that counts, and of the names of the others', () => {
    mkdirSync(join(folder, 'marketing'))
    const write = (name: string, text: string) => writeFileSync(join(folder, 'marketing', name), text)
    const key = () => keyOf([folder], (name) => !name.endsWith('.examples.yaml'))
    const keys = [key()]
    const then = (change: () => void) => {
      change()
      keys.push(key())
    }
    then(() => write('a.yaml', 'code: 1'))
    then(() => write('a.yaml', 'code: 2'))
    then(() => write('a.examples.yaml', 'hits: 1'))
    then(() => rmSync(join(folder, 'marketing', 'a.examples.yaml')))
    expect(new Set(keys).size).to.equal(4)
    expect(keys[4]).to.equal(keys[2])
    write('b.examples.yaml', 'hits: 1')
    const before = key()
    write('b.examples.yaml', 'hits: 2')
    expect(key()).to.equal(before)
  })
})
