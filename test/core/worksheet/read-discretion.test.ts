import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { rootPath } from '../../../src/root.ts'
import { readDiscretion, readThresholds } from '../../../src/rulebook/read-discretion.ts'
import { parseYaml, sayMistake } from '../../../src/rulebook/yaml-source.ts'

/** What the readers say of a shipped file with one thing written otherwise. */
function said(file: 'discretion.yaml' | 'hearing-thresholds.yaml', from: string, to: string): string {
  const shipped = readFileSync(rootPath(`rules/${file}`), 'utf8')
  expect(shipped).to.include(from)
  const { root, mistakes } = parseYaml(shipped.replace(from, to), file)
  if (file === 'discretion.yaml') readDiscretion(root)
  else readThresholds(root)
  return mistakes.map(sayMistake).join('\n')
}

describe('discretion.yaml and hearing-thresholds.yaml', () => {
  it('tell a mistake at its place', () => {
    expect(said('discretion.yaml', 'effect: no_penalty', 'effect: forgiven')).to.include('may_no_penalty')
    expect(said('discretion.yaml', 'competence: shared', 'competence: theirs')).to.include('ours, shared, referred')
    expect(said('discretion.yaml', '{ times_from_yuan: 100000 }', '{ times_from: 100000 }')).to.include('unknown key')
    expect(said('discretion.yaml', '{ penalty-law: [第三十条', '{ penal-law: [第三十条')).to.include(
      'unknown instrument "penal-law"',
    )
  })

  it('need every article the worksheet rests on', () => {
    const line = /^ {2}one_fine: .*\n/m.exec(readFileSync(rootPath('rules/discretion.yaml'), 'utf8'))![0]
    expect(said('discretion.yaml', line, '')).to.include('cites needs one_fine')
  })

  it('refuse a region that is no code, and versions that overlap', () => {
    expect(said('hearing-thresholds.yaml', "region: '21'", 'region: 辽宁')).to.include('six digits')
    expect(said('discretion.yaml', 'to: 2025-10-14', 'to: 2025-10-15')).to.include('is not before 2025-10-15')
  })
})
