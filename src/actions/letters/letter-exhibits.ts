import type { Knex } from 'knex'
import { ELEMENTS, EVIDENCE_KINDS, exhibitNumber, exhibitPage } from '../../core/letter/exhibit.ts'
import type { LetterFacts } from '../../core/letter/sources.ts'
import { exhibitsOf, marksOf, type StoredMark } from '../../store/exhibits.ts'

/** What a matter's exhibits give a letter: their list, and what was marked in them. */
export async function exhibitFacts(db: Knex, matterId: string): Promise<LetterFacts> {
  const exhibits = await exhibitsOf(db, matterId)
  const marks = await marksOf(db, matterId)
  const numberOf = new Map(exhibits.map(({ id, number }) => [id, number]))
  const at = ({ exhibitId, page }: StoredMark) => exhibitPage(numberOf.get(exhibitId)!, page)
  const elements = Object.keys(ELEMENTS)
  return {
    ...(exhibits.length > 0 && { 'exhibit.count': exhibits.length }),
    'exhibit.list': exhibits.map((exhibit) => ({
      number: exhibitNumber(exhibit.number),
      title: exhibit.title,
      kind: EVIDENCE_KINDS[exhibit.evidenceKind].zh,
      origin: exhibit.origin,
      taken_on: exhibit.takenOn,
      pages: exhibit.pages,
      sha256: exhibit.sha256,
    })),
    'element.list': marks
      .flatMap((stored) => (stored.mark.kind === 'element' ? [{ stored, mark: stored.mark }] : []))
      .sort((a, b) => elements.indexOf(a.mark.element) - elements.indexOf(b.mark.element))
      .map(({ stored, mark }) => ({ element: ELEMENTS[mark.element].zh, quote: mark.quote, exhibit: at(stored) })),
    'person.list': marks.flatMap((stored) => {
      const { mark } = stored
      return mark.kind === 'person'
        ? [{ name: mark.name, part: mark.part, amount: mark.amountFen, exhibit: at(stored) }]
        : []
    }),
    'account.list': marks.flatMap((stored) => {
      const { mark } = stored
      return mark.kind === 'account'
        ? [{ holder: mark.holder, bank: mark.bank, number: mark.number, exhibit: at(stored) }]
        : []
    }),
  }
}
