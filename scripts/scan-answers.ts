import { once } from 'node:events'
import { checkAnswer } from '../src/actions/papers/check-answer.ts'
import type { CompiledRulebook } from '../src/core/check/compile.ts'
import { assess, assessAll, GROUP, type Model, type Paper } from '../src/core/pipeline.ts'
import type { Assessment } from '../src/core/score/assessment.ts'
import { today } from './rules/tell.ts'

/** What a paper is judged by. */
export interface Engines {
  compiled: CompiledRulebook
  model: Model
}

/** Answers papers in the order in which they come, a JSON line each on stdout. */
export interface Answers {
  /** Takes a paper, and waits where the reader of our stdout is slower than we are: no more than a group of papers is held. */
  take(id: string, paper: Paper): Promise<void>
  /** Answers what was taken and has no answer yet; whether every paper taken so far could be answered. */
  finish(): boolean
}

/**
 * Papers that come at once are judged as a group, which is faster; none waits for the next to come, so that a line typed or sent by
 * another program is answered as soon as nothing more is there to be read.
 */
export function startAnswers({ compiled, model }: Engines): Answers {
  let waiting: { id: string; paper: Paper }[] = []
  let characters = 0
  let idle: NodeJS.Immediate | undefined
  let good = true
  function finish(): boolean {
    clearImmediate(idle)
    idle = undefined
    const group = waiting
    waiting = []
    characters = 0
    const received = group.map(({ paper }) => ({ paper, receivedOn: today() }))
    let answered = 0
    const tell = (assessment: Assessment) =>
      process.stdout.write(`${JSON.stringify(checkAnswer(group[answered++]!.id, assessment))}\n`)
    try {
      for (const assessment of assessAll(received, compiled, model)) tell(assessment)
    } catch {
      // One paper of the group cannot be judged: the others are, one by one, and it is named.
      while (answered < group.length) {
        try {
          const { paper, receivedOn } = received[answered]!
          tell(assess(paper, receivedOn, compiled, model))
        } catch (error) {
          const { id } = group[answered++]!
          process.stderr.write(`${id}: cannot be judged / 无法研判: ${(error as Error).message}\n`)
          good = false
        }
      }
    }
    return good
  }
  return {
    async take(id, paper) {
      waiting.push({ id, paper })
      characters += paper.text.length
      idle ??= setImmediate(finish)
      if (waiting.length >= GROUP.papers || characters >= GROUP.characters) finish()
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain')
    },
    finish,
  }
}
