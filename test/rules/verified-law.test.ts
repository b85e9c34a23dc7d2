import { expect } from 'chai'
import { groundOf } from '../../src/core/check/basis.ts'
import type { Channel, Circumstances, Entity } from '../../src/core/document.ts'
import { shipped } from '../support/rulebook.ts'

type Mark = 'V' | 'V*' | 'M'

/** How well each instrument was read, article by article where it differs: V its text, V* at second hand, M from memory. */
const READ: Record<string, [Mark, Partial<Record<string, Mark>>?]> = {
  'ad-law-guide-1': ['V'],
  'ad-notice-2026-17': ['V'],
  'advertising-law': ['V', { '19': 'V*' }],
  'advertising-law-1994': ['M'],
  'advertising-law-2015': ['M'],
  'beijing-prepaid-card': ['V'],
  'beijing-prepaid-care': ['V*'],
  'care-institution-measures': ['M', { '15': 'V*' }],
  'civil-code': ['V', { '145': 'M' }],
  'civil-general-2017': ['M'],
  'complaint-measures-2020': ['V', { '9': 'M', '15.2': 'M', '15.3': 'M', '15.5': 'M' }],
  'complaint-measures-2026': ['V'],
  'consumer-infringement-measures': ['V'],
  'consumer-law': ['V', { '27': 'V*' }],
  'consumer-law-1993': ['M'],
  'consumer-regulation': ['V'],
  'contract-interpretation': ['V'],
  'contract-law-1999': ['M'],
  'contract-measures': ['V*', { '7': 'M', '8': 'M', '18': 'M' }],
  'contract-measures-2010': ['M'],
  'criminal-law': ['V'],
  'criminal-law-1997': ['M'],
  'custody-guidance': ['V*'],
  'dishonesty-list-measures': ['V'],
  'e-commerce-law': ['M'],
  'elderly-rights-law': ['V'],
  'elderly-rights-law-2012': ['M'],
  'financial-marketing-measures': ['V*'],
  'food-safety-law': ['V'],
  'food-safety-regulation': ['V'],
  'fundraising-ban-1998': ['M', { '4': 'V*' }],
  'fundraising-interpretation': ['V'],
  'fundraising-interpretation-2010': ['M'],
  'fundraising-regulation': ['V'],
  'guarantee-law-1995': ['M'],
  'health-ad-review-measures': ['V'],
  'internet-ad-measures': ['V'],
  'internet-ad-measures-2016': ['M'],
  'live-commerce-measures': ['V*'],
  'medical-ad-measures': ['V'],
  'online-competition-rules': ['V*'],
  'online-trade-measures': ['V'],
  'penalty-procedure-rules': ['V'],
  'personal-information-law': ['V', { '14': 'M', '66': 'M' }],
  'prepaid-care-guidance': ['V*', { membership: 'M' }],
  'prepaid-interpretation': ['V'],
  'price-fraud-rules': ['V'],
  'price-fraud-rules-2001': ['M'],
  'price-penalty-rules': ['V'],
  'property-ad-rules': ['V'],
  'public-security-law': ['V'],
  'public-security-law-2005': ['M'],
  'pyramid-regulation': ['V'],
  'tourism-law': ['V', { '69': 'M' }],
  'travel-agency-regulation': ['V', { '35': 'M', '61': 'M' }],
  'travel-agency-regulation-2009': ['M'],
  'unfair-competition-law-1993': ['M'],
  'unfair-competition-law-2017': ['M'],
  'unfair-competition-law-2019': ['V', { '6': 'M', '10': 'M', '18': 'M', '22': 'M' }],
  'unfair-competition-law-2025': ['V'],
}

const CHANNELS: Channel[] = ['print', 'web', 'seminar', 'unknown']
const ENTITIES: Entity[] = ['care_institution', 'travel_agency', 'unknown']

const articles = Object.values(shipped.rulebook.basis)

/** Days on which some slice of law was another than on the next of them. */
const DAYS = [
  '1999-06-01',
  '2012-01-01',
  '2015-06-01',
  '2018-01-15',
  '2020-06-01',
  '2023-01-01',
  '2024-12-01',
  '2026-06-01',
]

describe('how well the law was read', () => {
  it('is written down for every instrument', () => {
    const instruments = new Set(articles.map(({ id }) => id.split('/')[0]!))
    expect(Object.keys(READ).sort()).to.deep.equal([...instruments].sort())
  })

  it('is what each article says of itself', () => {
    for (const { id, confidence } of articles) {
      const [instrument, number] = id.split('/') as [string, string]
      const [mark, others] = READ[instrument]!
      expect(confidence, id).to.equal(others?.[number] ?? mark)
    }
  })

  it('never lets an article from memory alone, or a condition alone, raise a label: whatever the day, channel and body', () => {
    let unscored = 0
    for (const rule of shipped.rulebook.rules) {
      for (const circumstances of everywhere()) {
        const ground = groundOf(rule, circumstances, shipped.rulebook.basis)
        if (!('footing' in ground)) continue
        const firm = ground.footing.basis.filter(({ role, condition }) => role !== 'penalises' && !condition)
        const carries = firm.some(({ confidence }) => confidence !== 'M')
        expect(ground.footing.unscored === undefined, `${rule.code} ${JSON.stringify(circumstances)}`).to.equal(carries)
        if (!carries) unscored++
      }
    }
    expect(unscored).to.be.greaterThan(100)
  })
})

function everywhere(): Circumstances[] {
  return DAYS.flatMap((date) =>
    CHANNELS.flatMap((channel) =>
      ENTITIES.map((entity) => ({
        kind: 'unknown' as const,
        date,
        dateAssumed: false,
        region: '000000',
        entity,
        channel,
      })),
    ),
  )
}
