import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Knex } from 'knex'
import pino from 'pino'
import type { Parts } from '../../src/actions/parts.ts'
import type { IntakeLaw } from '../../src/core/intake/intake-law.ts'
import type { LetterTemplate } from '../../src/core/letter/template.ts'
import type { Procedure } from '../../src/core/procedure/move.ts'
import type { ResponsibilityTable } from '../../src/core/routing/responsibility.ts'
import type { Discretion } from '../../src/core/worksheet/discretion.ts'
import { readFile } from '../../src/reader/index.ts'
import { loadDiscretion } from '../../src/rulebook/load-discretion.ts'
import { loadIntake } from '../../src/rulebook/load-intake.ts'
import { loadLetters } from '../../src/rulebook/load-letters.ts'
import { loadMoves } from '../../src/rulebook/load-moves.ts'
import { loadResponsibilities } from '../../src/rulebook/load-responsibilities.ts'
import { openFileStore } from '../../src/store/file-bytes.ts'
import { keepRulebook } from '../../src/store/rulebooks.ts'
import { shipped } from './rulebook.ts'

export interface TestParts extends Parts {
  /** Ids rung for so far. */
  rung: string[]
  /** Set the time that `now()` tells. */
  setNow(instant: string): void
  /** Where the file store keeps these bytes. */
  pathOfFile(sha256: string): string
  dispose(): Promise<void>
}

let procedure: Procedure | undefined
let responsibilities: ResponsibilityTable | undefined
let intakeLaw: IntakeLaw | undefined
let letters: readonly LetterTemplate[] | undefined
let discretion: Discretion | undefined

/** Parts over a given database, with the real rulebook, the real reader in process, a file folder of its own and a settable clock. */
export async function partsOver(db: Knex, changes: Partial<Parts> = {}): Promise<TestParts> {
  procedure ??= loadMoves()
  responsibilities ??= loadResponsibilities(undefined, procedure)
  intakeLaw ??= loadIntake()
  letters ??= loadLetters(undefined, procedure)
  discretion ??= loadDiscretion()
  const folder = mkdtempSync(join(tmpdir(), 'sojourn-parts-'))
  const rung: string[] = []
  let now = new Date('2026-05-06T02:00:00.000Z')
  await keepRulebook(db, shipped.rulebook, now.toISOString())
  return {
    db,
    files: openFileStore(join(folder, 'files')),
    reader: { read: (bytes, name) => readFile(bytes, name) },
    compiled: shipped,
    procedure,
    responsibilities,
    intakeLaw,
    letters,
    discretion,
    async ring(ids) {
      rung.push(...ids)
    },
    now: () => now,
    log: pino({ level: 'silent' }),
    homeRegion: '440300',
    rung,
    pathOfFile: (sha256) => join(folder, 'files', sha256.slice(0, 2), sha256),
    setNow(instant) {
      now = new Date(instant)
    },
    async dispose() {
      rmSync(folder, { recursive: true, force: true })
    },
    ...changes,
  }
}

/** A delivery of a plain text through the API's door, every part of which can be changed. */
export function aDelivery(text: string, changes: Partial<DeliveryOf> = {}): DeliveryOf {
  return {
    envelope: { source: 'api', sender: 'test', external: randomUUID() },
    bytes: Buffer.from(text),
    fileName: 'paper.txt',
    given: { kind: 'marketing', region: '440300', date: '2026-05-01' },
    actor: 'system',
    ...changes,
  }
}

type DeliveryOf = Parameters<typeof import('../../src/actions/papers/receive-document.ts').receiveDocument>[1]

/** Copy that any reading of the law calls a lead: principal guaranteed and a yearly return on money paid for care. */
export const UNLAWFUL_COPY =
  '海屿候鸟旅居养老会员卡火热认购：一次交纳10万元，保本保息，年化收益12%，到期返还本金。名额有限，立即拨打010-00001234报名。'

/** An ordinary offer with nothing against it. */
export const LAWFUL_COPY =
  '听潮小筑九月长住房价：单人间每月2600元，含早餐，提前三天取消全额退款。欢迎来电咨询010-00005678。'
