import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { parseDocument } from 'yaml'
import { rootPath } from '../../src/root.ts'
import { loadRulebook } from '../../src/rulebook/load.ts'

describe('the page that teaches the format', () => {
  const page = readFileSync(rootPath('rules/README.md'), 'utf8')
  const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => match[1]!)

  it('shows no YAML that cannot be read', () => {
    expect(blocks.length).to.be.above(4)
    for (const block of blocks) expect(parseDocument(block).errors.map(String), block.slice(0, 60)).to.deep.equal([])
  })

  it('works out a rule that loads', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rules-readme-'))
    try {
      cpSync(rootPath('rules'), folder, { recursive: true })
      const example = blocks.find((block) => block.startsWith('# rules/marketing/guaranteed-return.yaml'))!
      writeFileSync(join(folder, 'marketing/guaranteed-return.yaml'), example)
      const rule = loadRulebook(folder).rules.find(({ id }) => id === 'marketing/guaranteed-return')!
      expect(rule).to.deep.include({ code: 'IF-02', kind: 'nearby', within: 'sentence', severity: 3 })
      expect(rule.elements.map(({ id }) => id)).to.deep.equal(['guarantee', 'care'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
