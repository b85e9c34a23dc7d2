import { expect } from 'chai'
import { CHANNELS } from '../../../src/core/document.ts'
import { adFormOf, type VenueQuestion, venueOf } from '../../../src/core/routing/venue.ts'
import { table } from './table.ts'

const NEW = '2026-04-15'
const OLD = '2026-04-14'

function asked(more: Partial<VenueQuestion>) {
  return venueOf(table, {
    of: 'complaint',
    on: NEW,
    bureau: '440305',
    trade: 'offline',
    ad: null,
    addressShown: null,
    raiser: null,
    places: {},
    ...more,
  })!
}

const names = (places: readonly { place: string }[]) => places.map(({ place }) => place)

describe('the place that is competent', () => {
  it('for a complaint is where the seller trades or has its seat', () => {
    const venue = asked({ places: { seller_actual: '440305' } })
    expect(names(venue.competent)).to.deep.equal(['seller_actual', 'seller_seat'])
    expect(venue).to.include({ ours: 'yes', level: 'county' })
    expect(asked({ places: { seller_actual: '440304', seller_seat: '210102' } }).ours).to.equal('no')
    expect(asked({ places: { seller_actual: '440304' } })).to.deep.include({ ours: 'unknown', asks: ['seller_seat'] })
  })

  it('for a complaint lies with the county; a city sends it down', () => {
    expect(asked({ bureau: '440300', places: { seller_actual: '440305' } }).ours).to.equal('below')
    expect(asked({ bureau: '440300', places: { seller_actual: '440300' } }).ours).to.equal('yes')
  })

  it('for a complaint on a platform is the address shown, or the platform; only the platform where none is shown', () => {
    expect(names(asked({ trade: 'on_platform' }).competent)).to.deep.equal(['platform_shown', 'platform_seat'])
    expect(names(asked({ trade: 'on_platform', addressShown: false }).competent)).to.deep.equal(['platform_seat'])
    expect(names(asked({ trade: 'on_platform', on: OLD }).competent)).to.deep.equal(['seller_actual', 'platform_seat'])
    expect(names(asked({ trade: 'online_own' }).competent)).to.deep.equal(['seller_seat'])
  })

  it('for a report is where the act took place', () => {
    expect(names(asked({ of: 'report' }).competent)).to.deep.equal(['conduct'])
    const there = asked({
      of: 'report',
      trade: 'on_platform',
      places: { seller_actual: '210102', platform_seat: '440305' },
    })
    expect(there.ours).to.equal('if_first')
  })

  it('for a report of an internet advertisement is the publisher; the advertiser and the agent when they get it first', () => {
    const venue = asked({ of: 'report', ad: 'internet', places: { publisher: '110108', advertiser: '440305' } })
    expect(names(venue.competent)).to.deep.equal(['publisher'])
    expect(venue.ours).to.equal('if_first')
    expect(asked({ of: 'report', ad: 'self_published', places: { advertiser: '440305' } }).ours).to.equal('yes')
  })

  it('since 2026-04-15 hands no report over for difficulty with an advertiser elsewhere', () => {
    for (const ad of ['internet', 'mass_media'] as const) {
      const [now, before] = [asked({ of: 'report', ad }), asked({ of: 'report', ad, on: OLD })]
      expect(names(now.handOver), ad).to.deep.equal([])
      expect(now.notes.map(({ zh }) => zh).join()).to.include('不再')
      expect(names(before.handOver), ad).to.deep.equal(['advertiser', 'ad_agent'])
    }
    expect(names(asked({ of: 'penalty', ad: 'internet' }).handOver)).to.deep.equal(['advertiser', 'ad_agent'])
  })

  it('for outdoor advertisements is where the facility stands, for printed ones the place of the act, reported upwards first', () => {
    expect(names(asked({ of: 'report', ad: 'outdoor' }).competent)).to.deep.equal(['facility'])
    const printed = asked({ of: 'report', ad: 'printed' })
    expect(names(printed.competent)[0]).to.equal('conduct')
    expect(printed.notes[0]!.zh).to.include('立案前逐级报总局')
  })

  it('by the second guide on advertising carries the mark of a day of issue that nobody has read', () => {
    for (const ad of ['outdoor', 'printed'] as const)
      for (const of of ['report', 'penalty'] as const) {
        const { basis } = asked({ of, ad, on: '2026-11-22' })
        expect(basis.article.zh).to.include('执法指南（二）')
        expect(basis.confidence, `${of} ${ad}`).to.equal('M')
      }
  })

  it('for meetings and chat groups is the place of the act, and no advertising venue', () => {
    const venue = asked({ of: 'report', ad: 'not_ad', places: { conduct: '440305' } })
    expect(names(venue.competent)).to.deep.equal(['conduct'])
    expect(venue.ours).to.equal('yes')
    expect(venue.notes[0]!.zh).to.include('不是广告')
    expect(names(asked({ of: 'penalty', ad: 'not_ad' }).competent)).to.deep.equal(['conduct'])
  })

  it('for fundraising across regions is where the unit is registered or the person lives; the others help', () => {
    const unit = asked({ of: 'fundraising', raiser: 'unit', places: { registered: '210102' } })
    expect(names(unit.competent)).to.deep.equal(['registered'])
    expect(unit.ours).to.equal('no')
    expect(names(unit.assist)).to.deep.equal(['conduct', 'assets', 'participants'])
    expect(names(asked({ of: 'fundraising', raiser: 'person' }).competent)).to.deep.equal(['home'])
    expect(unit.basis.article.zh).to.equal('《防范和处置非法集资条例》第二十条')
  })

  it('is known for every sort of question on either side of the change of law', () => {
    const trades = ['offline', 'online_own', 'on_platform', null] as const
    const ads = ['internet', 'self_published', 'mass_media', 'outdoor', 'printed', 'not_ad', null] as const
    for (const of of ['complaint', 'report', 'penalty', 'fundraising'] as const)
      for (const on of [NEW, OLD, '2026-11-22'])
        for (const trade of trades)
          for (const ad of ads)
            expect(asked({ of, on, trade, ad }).competent.length, `${of} ${on} ${trade} ${ad}`).to.be.greaterThan(0)
  })

  it('is asked of the channel: what is an advertisement at all', () => {
    const forms = Object.fromEntries(CHANNELS.map((channel) => [channel, adFormOf(channel)]))
    expect(forms).to.deep.equal({
      web: 'internet',
      app: 'internet',
      live: 'internet',
      print: 'printed',
      outdoor: 'outdoor',
      sms: null,
      phone: 'not_ad',
      group_chat: 'not_ad',
      seminar: 'not_ad',
      door_to_door: 'not_ad',
      unknown: null,
    })
  })
})
