import type { MatterPage } from '../../store/views/matter-page.ts'
import type { Visit } from '../visit.ts'

/** What an evidence reference is called; a paper by its title. */
export function evidenceName(reference: string, page: MatterPage, visit: Visit): string {
  const [kind, id] = reference.split(':')
  if (kind === 'document')
    return page.documents.find((paper) => paper.id === id)?.title || visit.words.document.untitled
  return reference
}
