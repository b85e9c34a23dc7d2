import { type Condition, say, unless } from './situation.ts'

/** Who handles a case. */
export const PERSONS: Readonly<Record<string, Condition>> = {
  two_handlers: ({ matter }) =>
    unless(matter.handlers.length >= 2, '须有两名以上办案人员（程序规定第十九、二十二条）', 'two handlers are needed'),
  handlers_fit: ({ matter, input }) => {
    const officers = input?.handlers as readonly string[] | undefined
    if (!officers) return null
    if (new Set(officers).size < 2) return say('须指定两名以上不同的办案人员', 'name two different officers or more')
    return unless(!officers.some((each) => matter.recused.includes(each)), '所指定人员已回避', 'one of them is recused')
  },
  not_yet_recused: ({ matter, input }) =>
    unless(!input || !matter.recused.includes(input.officer as string), '该人员已回避', 'she is recused already'),
}
