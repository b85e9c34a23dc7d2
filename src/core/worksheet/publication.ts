import type { Calendar } from '../clock/calendar.ts'
import type { Clock, Due, Said } from '../clock/clock.ts'
import { dueOf } from '../clock/due.ts'

export type Seat = 'same_province' | 'other_province' | 'unknown'

/** What the penalty is, as far as publication asks. */
export interface PublishedAs {
  /** A mere warning, or a decision on the spot: not published (公示规定第二条: 普通程序; 仅受到警告的不予公示). */
  kind: 'warning' | 'summary' | 'low' | 'other'
  seat: Seat
}

export interface PublicationClock {
  clock: 'T29' | 'T30' | 'T32'
  variant: string | null
  title: Said
  due: Due | null
}

export interface Publication {
  published: boolean
  why: Said
  clocks: PublicationClock[]
}

/**
 * How the decision is made public, and until when: twenty working days in the same province (T29), ten to send and ten to publish elsewhere (T30);
 * shown for three months after a low fine or public criticism, else for three years (T32, counted from the last lawful day to publish).
 */
export function publicationOf(
  { kind, seat }: PublishedAs,
  decidedOn: string | null,
  { clocks, calendar }: { clocks: Readonly<Record<string, Clock>>; calendar: Calendar },
): Publication {
  if (kind === 'warning' || kind === 'summary')
    return {
      published: false,
      why:
        kind === 'warning'
          ? { zh: '仅受警告处罚，不予公示', en: 'a mere warning is not published' }
          : { zh: '简易程序作出的决定不在公示范围', en: 'decisions on the spot are not published' },
      clocks: [],
    }
  const asked = seat === 'unknown' ? (['T29', 'T30'] as const) : ([seat === 'same_province' ? 'T29' : 'T30'] as const)
  const first = asked.map(
    (clock): PublicationClock => ({
      clock,
      variant: null,
      title: clocks[clock]!.title,
      due: decidedOn === null ? null : dueOf(clocks[clock]!, decidedOn, [], calendar),
    }),
  )
  const variant = kind === 'low' ? 'short' : 'long'
  const from = seat === 'same_province' ? (first[0]?.due?.due ?? null) : null
  return {
    published: true,
    why:
      seat === 'unknown'
        ? {
            zh: '当事人住所地未明：本省二十个工作日公示，跨省十个工作日推送',
            en: 'the seat is not known: publish in 20 working days, or send in 10',
          }
        : seat === 'same_province'
          ? { zh: '住所地在本省，由本机关公示', en: 'its seat is in this province: published here' }
          : { zh: '住所地在外省，推送住所地机关公示', en: 'its seat is elsewhere: sent to the bureau there' },
    clocks: [
      ...first,
      {
        clock: 'T32',
        variant,
        title: clocks.T32!.title,
        due: from === null ? null : dueOf(clocks.T32!, from, [], calendar, variant),
      },
    ],
  }
}
