import { exhibitNumber } from '../../core/letter/exhibit.ts'
import type { MatterPage } from '../../store/views/matter-page.ts'
import type { Visit } from '../visit.ts'

/** What an evidence reference is called; a paper by its title, an exhibit by its number too. */
export function evidenceName(reference: string, page: MatterPage, visit: Visit): string {
  const [kind, id] = reference.split(':')
  if (kind === 'document')
    return page.documents.find((paper) => paper.id === id)?.title || visit.words.document.untitled
  const exhibit = kind === 'exhibit' ? page.exhibits.find((each) => each.id === id) : undefined
  return exhibit ? `${exhibitNumber(exhibit.number)} ${exhibit.title}` : reference
}
