import type { Inline } from './inline.ts'
import type { Block, LetterTemplate } from './template.ts'

/** Every source a template prints, or prints something by. */
export function asksFor({ body, copies, printed }: LetterTemplate): Set<string> {
  const words = [...(copies ?? []), ...(printed ?? []), ...body.flatMap(wordsOf)]
  return new Set([
    ...words.flatMap((part) => ('path' in part ? [part.path] : [])),
    ...body.flatMap((block) => [...block.when, ...block.unless, ...(block.kind === 'list' ? [block.of] : [])]),
  ])
}

function wordsOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'attachments':
      return block.items.flat()
    case 'table':
      return block.rows.flatMap((cells) => cells.flatMap(({ lines }) => lines.flat()))
    case 'list':
    case 'signature':
    case 'page':
      return []
    default:
      return block.words
  }
}
