import type { suggestSellers } from '../../actions/calls/suggest-sellers.ts'
import { region } from '../format.ts'
import type { Visit } from '../visit.ts'

export type KnownSeller = Awaited<ReturnType<typeof suggestSellers>>[number]

/** That a seller is known, how often and with whom; nothing of what any case says. */
export function KnownSellers({ sellers, visit }: { sellers: readonly KnownSeller[]; visit: Visit }) {
  return (
    <ul class="known">
      {sellers.map((seller) => (
        <li>
          <b>{seller.operator.name}</b> <Standing seller={seller} visit={visit} />
        </li>
      ))}
    </ul>
  )
}

export function Standing({ seller, visit }: { seller: KnownSeller; visit: Visit }) {
  const { calls: w, shell } = visit.words
  const { operator, complaints, reports, handledBy, openIn } = seller
  const places = openIn.map((code) => region(code, visit)).join(shell.listComma)
  return (
    <small class="standing">
      {region(operator.region, visit)} · {w.knownTimes(complaints, reports)}
      {handledBy.length > 0 ? ` · ${w.handledBy(handledBy.join(shell.listComma))}` : ''}
      {openIn.length > 0 ? ` · ${w.openIn(places)}` : ''}
    </small>
  )
}
