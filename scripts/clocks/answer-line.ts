import type { Due, Said } from '../../src/core/clock/clock.ts'

/** The answer to one case as a JSON line; every text is Chinese with English behind it. */
export function answerLine(id: string | number, { due, dueAlt, article, warnings, explain }: Due): string {
  return JSON.stringify({
    id,
    due,
    due_alt: dueAlt,
    article: article && both(article),
    warn: warnings.map(both),
    explain: `${explain.map(({ zh }) => zh).join('；')}。 ${explain.map(({ en }) => en).join('; ')}.`,
  })
}

function both({ zh, en }: Said): string {
  return `${zh} / ${en}`
}
