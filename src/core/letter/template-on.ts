import type { LetterTemplate } from './template.ts'

/** The template of a type for a day, if there is one. */
export function templateOn(templates: readonly LetterTemplate[], type: string, day: string): LetterTemplate | null {
  return (
    templates.find((each) => each.type === type && each.from <= day && (each.to === null || day <= each.to)) ?? null
  )
}
