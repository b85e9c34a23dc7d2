/** What a department may say when it is asked for its opinion. */
export const ANSWERS = ['agrees', 'differs', 'no_objection', 'not_competent'] as const
export type AnswerKind = (typeof ANSWERS)[number]

/** How something asked of somebody stands on a day: what is silent must be seen. */
export type Standing = 'silent' | 'due_today' | 'overdue' | 'answered' | 'withdrawn'

export interface Asked {
  /** `YYYY-MM-DD`; null where it cannot be told. */
  due: string | null
  /** A later day told in time. */
  toldLater: string | null
  answeredAt: string | null
  withdrawnAt: string | null
}

/** Where it stands on `today`, a Shanghai day. An answer that came late is an answer. */
export function standingOf(asked: Asked, today: string): Standing {
  if (asked.withdrawnAt !== null) return 'withdrawn'
  if (asked.answeredAt !== null) return 'answered'
  const due = lastDay(asked)
  if (due === null || today < due) return 'silent'
  return today === due ? 'due_today' : 'overdue'
}

/** The day that counts: the later one, where it was told in time. */
export function lastDay({ due, toldLater }: Pick<Asked, 'due' | 'toldLater'>): string | null {
  return toldLater ?? due
}
