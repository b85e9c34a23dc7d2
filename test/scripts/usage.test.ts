import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { tellUsage } from '../../scripts/usage.ts'
import { rootPath } from '../../src/root.ts'
import { spawnFile } from '../support/spawned.ts'

describe('--help', function () {
  this.timeout(60_000)

  const commands = Object.entries(
    JSON.parse(readFileSync(rootPath('package.json'), 'utf8')).scripts as Record<string, string>,
  )
    .filter(([name, runs]) => runs === `node scripts/run.mjs ${name}` && name !== 'web' && name !== 'worker')
    .map(([name]) => name)

  it('is one of every command that a person runs', () => {
    expect(commands).to.include.members(['scan', 'import', 'models', 'train', 'clocks', 'admin', 'migrate', 'bench'])
  })

  for (const name of commands)
    it(`tells how ${name} is used on standard output, in both languages, and does nothing else`, async () => {
      const { ended, stdout, stderr } = spawnFile(`scripts/${name}.ts`, ['--help'], { DATA_DIR: '/nowhere' })
      expect([await ended, stderr()]).to.deep.equal([0, ''])
      expect(stdout()).to.match(new RegExp(`^Usage / 用法: npm run (?:-s )?${name}\\b`))
      expect(stdout()).to.match(/\n.*\p{Script=Han}/u)
    })

  it('stands beside what is wrong with a call, told in both languages, where that is an option nobody knows', async () => {
    const before: Record<string, string[]> = {
      rules: ['check'],
      models: ['list'],
      admin: ['officer', 'list'],
      bench: ['engine'],
    }
    for (const name of commands) {
      const args = [...(before[name] ?? []), '--nonsense']
      const { ended, stdout, stderr } = spawnFile(`scripts/${name}.ts`, args, { DATA_DIR: '/nowhere' })
      expect(await ended, name).to.be.oneOf([1, 2])
      expect(stdout(), name).to.equal('')
      expect(stderr(), name).to.match(
        /an option is wrong \/ 选项有误: .*--nonsense.*\n(?:.*\n)*?Usage \/ 用法: npm run /,
      )
    }
  })

  it('of a command of rules tells of that one', async () => {
    const { ended, stdout } = spawnFile('scripts/rules.ts', ['backtest', '--help'], {})
    expect(await ended).to.equal(0)
    expect(stdout()).to.include('rules -- backtest [--old').and.include('--no-model').and.not.include('rollback')
  })

  it('is not asked for by words that follow --', () => {
    expect(tellUsage(['--', '--help'], '')).to.equal(false)
  })
})
