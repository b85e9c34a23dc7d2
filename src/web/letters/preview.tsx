import type { VNode } from 'preact'
import type { LaidBlock, LaidLetter, Run } from '../../core/letter/laid-letter.ts'
import { roleOfPath } from '../../core/letter/protected-person.ts'
import { sourceOf } from '../../core/letter/sources.ts'
import type { LetterTemplate } from '../../core/letter/template.ts'
import type { Visit } from '../visit.ts'

interface Props {
  letter: LaidLetter
  /** Says where what was typed comes from. */
  template: LetterTemplate | null
  visit: Visit
}

/** The letter as it will look, with the source of every fact; persons stay sealed. */
export function Preview({ letter, template, visit }: Props): VNode {
  const say = (runs: readonly Run[]) => <Words runs={runs} template={template} visit={visit} />
  return (
    <article class={`sheet sheet-${letter.style}`} lang="zh-CN">
      <p class="sheet-bureau">{say(letter.bureau)}</p>
      {letter.style === 'official' && letter.number ? <p class="sheet-number">{say(letter.number)}</p> : null}
      <h3 class="sheet-title">{say(letter.title)}</h3>
      {letter.style !== 'official' && letter.number ? <p class="sheet-number">{say(letter.number)}</p> : null}
      {letter.blocks.map((block) => (
        <Block block={block} say={say} copies={letter.copies} />
      ))}
      {letter.signatures.length > 0 ? (
        <p class="sheet-foot">{letter.signatures.map((each) => `${each}：`).join('　　　　')}</p>
      ) : null}
    </article>
  )
}

type Say = (runs: readonly Run[]) => VNode

function Block({ block, say, copies }: { block: LaidBlock; say: Say; copies: readonly Run[] | null }) {
  switch (block.kind) {
    case 'page':
      return <hr class="sheet-page" />
    case 'attachments':
      return (
        <div class="sheet-attachments">
          附件：
          <ol>
            {block.items.map((item) => (
              <li>{say(item)}</li>
            ))}
          </ol>
        </div>
      )
    case 'signature':
      return (
        <>
          <div class="sheet-sign">
            <p>{say(block.bureau)}</p>
            <p>{say(block.day)}</p>
            <p>（印　章）</p>
          </div>
          {copies ? <p class="sheet-foot">{say(copies)}</p> : null}
        </>
      )
    case 'table':
      return (
        <table class="sheet-table">
          <tbody>
            {block.rows.map(({ isHead, cells }) => (
              <tr>
                {cells.map(({ isLabel, lines, across, down }) => {
                  const words = lines.map((line) => <div>{say(line)}</div>)
                  return isHead || isLabel ? (
                    <th colSpan={across} rowSpan={down}>
                      {words}
                    </th>
                  ) : (
                    <td colSpan={across} rowSpan={down}>
                      {words}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )
    default:
      return <p class={`sheet-${block.kind}`}>{say(block.runs)}</p>
  }
}

function Words({ runs, template, visit }: { runs: readonly Run[]; template: LetterTemplate | null; visit: Visit }) {
  return (
    <>
      {runs.map((run) => {
        if (run.source === null) return run.text
        if (run.isMissing) return <mark class="lacking">{run.text}</mark>
        const isSealed = roleOfPath(run.source) !== null
        return (
          <span class="filled" title={visit.words.letters.sourceOf(sourceName(run.source, template, visit))}>
            {isSealed ? masked(run.text) : run.text}
          </span>
        )
      })}
    </>
  )
}

function sourceName(source: string, template: LetterTemplate | null, visit: Visit): string {
  if (source.startsWith('cite:')) return visit.language === 'zh' ? '法条' : 'the law'
  const list = /^(.+\.list|input\.[a-z_]+)\.(\w+)$/.exec(source)
  const known = sourceOf(list?.[1] ?? source, template?.input ?? {})
  if (!known) return source
  const column = list ? known.of?.[list[2]!] : undefined
  return [known, column].flatMap((each) => each?.[visit.language] ?? []).join(' · ')
}

/** 林**: the seal is opened elsewhere, with a reason. */
function masked(text: string): string {
  return `${text.slice(0, 1)}${'*'.repeat(Math.max(1, text.length - 1))}`
}
