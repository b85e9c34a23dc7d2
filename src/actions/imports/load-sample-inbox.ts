import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { withoutDayAhead } from '../../core/intake/day-ahead.ts'
import type { Given } from '../../core/intake/envelope.ts'
import { rootPath } from '../../root.ts'
import { newId } from '../../store/id.ts'
import { finishRun, insertItem, insertRun } from '../../store/import-runs.ts'
import { receiveDocument } from '../papers/receive-document.ts'
import type { Parts } from '../parts.ts'

interface Manifest {
  papers: SamplePaper[]
  /** Papers that cannot be read, as in life: they show what the desk says of such. */
  unreadable: SamplePaper[]
}

interface SamplePaper extends Given {
  file: string
  sender?: string
}

/** Take the sample papers in through the ordinary door, so that the first screen shows real leads. Doing it twice adds nothing. */
export async function loadSampleInbox(
  parts: Parts,
  dir: string = rootPath('db/seeds/inbox'),
): Promise<{ received: number }> {
  const manifest = parse(await readFile(`${dir}/manifest.yaml`, 'utf8')) as Manifest
  const runId = newId()
  const startedAt = parts.now().toISOString()
  await insertRun(parts.db, {
    id: runId,
    source: 'seed',
    label: 'db/seeds/inbox',
    state: 'running',
    officerId: null,
    region: parts.homeRegion,
    startedAt,
    finishedAt: null,
  })
  let received = 0
  for (const paper of [...manifest.papers, ...manifest.unreadable]) {
    const { file, sender = 'sample', kind, date, region, entity, channel, title } = paper
    const given: Given = {
      ...(kind ? { kind } : {}),
      ...(date ? { date } : {}),
      ...(region ? { region } : {}),
      ...(entity ? { entity } : {}),
      ...(channel ? { channel } : {}),
      ...(title ? { title } : {}),
    }
    const bytes = await readFile(`${dir}/${file}`)
    const envelope = { source: 'seed', sender, external: file } as const
    const { outcome, intakeId } = await receiveDocument(parts, {
      envelope,
      bytes,
      fileName: file,
      // The samples are of a certain year: a clock that lags behind it must not keep the desk from opening.
      given: withoutDayAhead(given, startedAt),
      runId,
      actor: 'system',
    })
    if (outcome === 'received') received++
    await insertItem(parts.db, {
      id: newId(),
      runId,
      name: file,
      outcome,
      reason: null,
      intakeId,
      at: parts.now().toISOString(),
    })
  }
  await finishRun(parts.db, runId, 'finished', parts.now().toISOString())
  return { received }
}
