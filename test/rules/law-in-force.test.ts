import { expect } from 'chai'
import { groundOf } from '../../src/core/check/basis.ts'
import type { Rule } from '../../src/core/check/rule.ts'
import type { Circumstances } from '../../src/core/document.ts'
import { shipped } from '../support/rulebook.ts'

/** First and last day on which an instrument stood, written from the law itself and not from `rules/basis`. */
const STOOD: Record<string, [from: string, to?: string]> = {
  'ad-law-guide-1': ['2025-07-04'],
  'ad-notice-2026-17': ['2026-03-06'],
  'advertising-law': ['2015-09-01'],
  'beijing-prepaid-care': ['2026-03-19'],
  'care-institution-measures': ['2020-11-01'],
  'civil-code': ['2021-01-01'],
  'complaint-measures-2020': ['2020-01-01', '2026-04-14'],
  'complaint-measures-2026': ['2026-04-15'],
  'consumer-infringement-measures': ['2015-03-15'],
  'consumer-law': ['2014-03-15'],
  'consumer-regulation': ['2024-07-01'],
  'contract-interpretation': ['2023-12-04'],
  'contract-measures': ['2023-07-01'],
  'custody-guidance': ['2025-10-31'],
  'dishonesty-list-measures': ['2021-09-01'],
  'e-commerce-law': ['2019-01-01'],
  'elderly-rights-law': ['2018-12-29'],
  'financial-marketing-measures': ['2026-09-30'],
  'food-safety-law': ['2015-10-01'],
  'food-safety-regulation': ['2019-12-01'],
  'fundraising-ban-1998': ['1998-07-13', '2021-04-30'],
  'fundraising-interpretation': ['2022-03-01'],
  'fundraising-interpretation-2010': ['2011-01-04', '2022-02-28'],
  'fundraising-regulation': ['2021-05-01'],
  'health-ad-review-measures': ['2020-03-01'],
  'internet-ad-measures': ['2023-05-01'],
  'live-commerce-measures': ['2026-02-01'],
  'medical-ad-measures': ['2007-01-01'],
  'online-competition-rules': ['2024-09-01'],
  'online-trade-measures': ['2021-05-01'],
  'personal-information-law': ['2021-11-01'],
  'prepaid-care-guidance': ['2024-10-01', '2029-09-30'],
  'prepaid-interpretation': ['2025-05-01'],
  'price-fraud-rules': ['2022-07-01'],
  'property-ad-rules': ['2016-02-01'],
  'public-security-law': ['2026-01-01'],
  'pyramid-regulation': ['2005-11-01'],
  'tourism-law': ['2013-10-01'],
  'travel-agency-regulation': ['2020-11-29'],
  'unfair-competition-law-2019': ['2019-04-23', '2025-10-14'],
  'unfair-competition-law-2025': ['2025-10-15'],
}

/** Penalties of 广告法 stand under their present numbers since its last amendment. */
const NUMBERED_SINCE: Record<string, string> = {
  'advertising-law/55': '2021-04-29',
  'advertising-law/57': '2021-04-29',
  'advertising-law/58': '2021-04-29',
  'advertising-law/59': '2021-04-29',
  'advertising-law/60': '2021-04-29',
  'advertising-law/61': '2021-04-29',
  'advertising-law/62': '2021-04-29',
}

/** What each rule rests on. */
const RESTS_ON: Record<string, string> = {
  'IF-01':
    'fundraising-regulation/2 fundraising-regulation/4 fundraising-regulation/19.3 fundraising-interpretation/1 fundraising-ban-1998/4',
  'IF-02': 'advertising-law/25.1 advertising-law/58 fundraising-regulation/2 fundraising-ban-1998/4',
  'IF-03': 'fundraising-regulation/19.3 fundraising-regulation/30 fundraising-ban-1998/4',
  'IF-04': 'fundraising-interpretation/2.10 fundraising-regulation/19.3',
  'IF-05': 'fundraising-interpretation/2.1 advertising-law/26 property-ad-rules/16 fundraising-interpretation-2010/2.1',
  'IF-06':
    'fundraising-regulation/19.2 fundraising-interpretation/2.5 fundraising-interpretation/2.8 fundraising-interpretation/10',
  'IF-07': 'fundraising-regulation/19.3 prepaid-care-guidance/no-return',
  'IF-08': 'fundraising-interpretation/2.3 fundraising-interpretation/2.10 fundraising-interpretation-2010/2.3',
  'IF-09': 'fundraising-regulation/19.3',
  'IF-10': 'fundraising-regulation/19.2 fundraising-interpretation/2.8',
  'IF-11': 'consumer-law/20 unfair-competition-law-2019/8 unfair-competition-law-2025/9',
  'IF-12': 'fundraising-regulation/11 fundraising-regulation/19.4 fundraising-interpretation/1',
  'IF-13': 'fundraising-regulation/2 fundraising-interpretation/1',
  'IF-14': 'fundraising-regulation/2 advertising-law/28 contract-measures/5',
  'IF-15': 'pyramid-regulation/7 pyramid-regulation/24.1 fundraising-interpretation/13',
  'IF-16': 'custody-guidance/account fundraising-regulation/19.3',
  'IF-17': 'prepaid-care-guidance/capacity-cap',
  'IF-18': 'fundraising-interpretation/1 fundraising-interpretation/2.10',
  'IF-19': 'fundraising-regulation/9',
  'IF-20': 'fundraising-regulation/11.3 fundraising-regulation/34.2',
  'IF-21': 'fundraising-regulation/19.3 fundraising-interpretation/7',
  'IF-22': 'fundraising-interpretation/3 fundraising-interpretation-2010/3',
  'IF-23': 'fundraising-regulation/3 fundraising-regulation/31 fundraising-interpretation/12',
  'IF-117': 'prepaid-care-guidance/capacity-cap consumer-regulation/22.2 consumer-law/53',
  'IF-122': 'fundraising-interpretation/3',
  'IF-123': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-124': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-125': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-126': 'fundraising-regulation/19.3 fundraising-interpretation/2.3',
  'IF-127': 'fundraising-regulation/19.3 fundraising-interpretation/7',
  'IF-128': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-129': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-130': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-131': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-132': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-133': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-134': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-135': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-136': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-137': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-138': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-139': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-140': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-141': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-142': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-143': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-144': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-145': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-146': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-147': 'fundraising-regulation/19.3 fundraising-interpretation/1',
  'IF-148': 'fundraising-regulation/9.2',
  'FA-01': 'advertising-law/9.3 advertising-law/57 unfair-competition-law-2019/8 unfair-competition-law-2025/9',
  'FA-02': 'advertising-law/9.2 advertising-law/57 unfair-competition-law-2019/20 unfair-competition-law-2025/25',
  'FA-03': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-04': 'advertising-law/25 advertising-law/58',
  'FA-05': 'advertising-law/25.2 advertising-law/58',
  'FA-06': 'advertising-law/17 advertising-law/28 consumer-regulation/15',
  'FA-07': 'advertising-law/17 advertising-law/58',
  'FA-08': 'advertising-law/17 advertising-law/28 consumer-regulation/15',
  'FA-09': 'medical-ad-measures/5 advertising-law/17 advertising-law/58',
  'FA-10': 'advertising-law/18 food-safety-law/79 health-ad-review-measures/7',
  'FA-11': 'food-safety-law/73 food-safety-regulation/38',
  'FA-12': 'consumer-regulation/15 unfair-competition-law-2019/8 unfair-competition-law-2025/9',
  'FA-13': 'internet-ad-measures/8 internet-ad-measures/25',
  'FA-14': 'advertising-law/14 internet-ad-measures/9',
  'FA-15': 'advertising-law/11.2 advertising-law/59',
  'FA-16': 'advertising-law/8 advertising-law/59',
  'FA-17': 'advertising-law/8 advertising-law/28 ad-notice-2026-17/small-print',
  'FA-18': 'advertising-law/12 advertising-law/59',
  'FA-19': 'advertising-law/26 property-ad-rules/4 property-ad-rules/12 property-ad-rules/16 property-ad-rules/18',
  'FA-20': 'property-ad-rules/5 property-ad-rules/7 advertising-law/28',
  'FA-21': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-law/20',
  'FA-22':
    'unfair-competition-law-2019/8 unfair-competition-law-2019/20 unfair-competition-law-2025/9 unfair-competition-law-2025/25 online-competition-rules/9',
  'FA-23': 'advertising-law/33 advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9',
  'FA-24': 'live-commerce-measures/26 live-commerce-measures/37 live-commerce-measures/59',
  'FA-25': 'advertising-law/43 advertising-law/62 consumer-law/29 consumer-regulation/24',
  'FA-26': 'ad-law-guide-1/5 ad-law-guide-1/6',
  'FA-27': 'consumer-regulation/13.3 consumer-regulation/50.1',
  'FA-28': 'consumer-regulation/15 consumer-regulation/50.3',
  'FA-103': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-104': 'advertising-law/17 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/15',
  'FA-105': 'advertising-law/17 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/15',
  'FA-106': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-107': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-108': 'advertising-law/17 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/15',
  'FA-109': 'advertising-law/17 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/15',
  'FA-110': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-112': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-114':
    'unfair-competition-law-2019/8 unfair-competition-law-2025/9 advertising-law/28 consumer-regulation/9 consumer-law/20',
  'FA-113': 'advertising-law/17 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/15',
  'FA-111': 'advertising-law/17 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/15',
  'FA-115': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-116': 'advertising-law/25.1 advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9',
  'FA-117': 'advertising-law/17 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/15',
  'FA-118': 'advertising-law/17 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/15',
  'FA-119':
    'advertising-law/25.1 advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-120': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-121': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-122': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-123': 'advertising-law/9.2 advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9',
  'FA-124':
    'advertising-law/17 advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9 consumer-regulation/15',
  'FA-125': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-126': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-127': 'advertising-law/14 advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9',
  'FA-128': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-129': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-130': 'advertising-law/24.1 advertising-law/58 unfair-competition-law-2019/8 unfair-competition-law-2025/9',
  'FA-131': 'advertising-law/26 advertising-law/58 property-ad-rules/4',
  'FA-132': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'FA-133': 'medical-ad-measures/3 medical-ad-measures/7 medical-ad-measures/14 advertising-law/46 advertising-law/58',
  'FA-134': 'advertising-law/18 health-ad-review-measures/11.2 advertising-law/58',
  'FA-135': 'advertising-law/16 health-ad-review-measures/11.2 advertising-law/58',
  'FA-136': 'food-safety-regulation/34 food-safety-regulation/73 consumer-regulation/15',
  'FA-137': 'health-ad-review-measures/9 advertising-law/46 food-safety-law/79',
  'FA-138': 'advertising-law/38 advertising-law/61 unfair-competition-law-2019/8 unfair-competition-law-2025/9',
  'FA-145': 'advertising-law/25 advertising-law/58',
  'FA-139':
    'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9 online-competition-rules/9 consumer-infringement-measures/6 unfair-competition-law-2019/20 unfair-competition-law-2025/25',
  'FA-140':
    'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9 consumer-infringement-measures/6',
  'FA-141': 'advertising-law/28 unfair-competition-law-2019/8 unfair-competition-law-2025/9 consumer-regulation/9',
  'DS-01': 'tourism-law/35 unfair-competition-law-2019/8 unfair-competition-law-2025/9',
  'DS-02': 'tourism-law/35 tourism-law/98 travel-agency-regulation/27 travel-agency-regulation/53',
  'DS-03': 'tourism-law/28 tourism-law/95 tourism-law/111.3 travel-agency-regulation/46',
  'DS-04':
    'tourism-law/35 tourism-law/41 travel-agency-regulation/33 travel-agency-regulation/59 consumer-regulation/11 consumer-law/27',
  'DS-05': 'consumer-infringement-measures/5.10 consumer-law/53 consumer-law/55',
  'DS-06':
    'consumer-infringement-measures/8 consumer-infringement-measures/10 consumer-law/56 custody-guidance/refund tourism-law/65',
  'DS-07': 'consumer-regulation/21 consumer-regulation/22.3 dishonesty-list-measures/8.2 prepaid-interpretation/23',
  'DS-08': 'consumer-regulation/22.1 consumer-regulation/50.2 consumer-infringement-measures/10',
  'DS-09': 'consumer-regulation/22.2 prepaid-interpretation/12',
  'DS-10': 'consumer-regulation/20 consumer-regulation/50.1 e-commerce-law/21',
  'DS-11': 'consumer-regulation/10 online-trade-measures/18',
  'DS-12': 'e-commerce-law/19 e-commerce-law/77 consumer-regulation/11',
  'DS-13': 'price-fraud-rules/16 price-fraud-rules/17 price-fraud-rules/19',
  'DS-14': 'civil-code/151 consumer-law/20',
  'DS-15': 'civil-code/144 civil-code/145 prepaid-interpretation/10 consumer-law/16',
  'DS-16':
    'elderly-rights-law/43 care-institution-measures/9 unfair-competition-law-2019/8 unfair-competition-law-2025/9',
  'DS-17': 'consumer-law/16 financial-marketing-measures/scope',
  'DS-18': 'public-security-law/58',
  'DS-19': 'consumer-law/29 consumer-regulation/23 personal-information-law/28',
  'DS-20': 'unfair-competition-law-2025/11 unfair-competition-law-2025/27',
  'DS-21':
    'consumer-regulation/12 tourism-law/69 tourism-law/70 tourism-law/100 travel-agency-regulation/33 travel-agency-regulation/61',
  'DS-22': 'consumer-regulation/22.1 consumer-infringement-measures/10',
  'DS-23': 'tourism-law/35 consumer-regulation/11 consumer-law/16',
  'DS-24': 'consumer-law/53 consumer-regulation/22.2',
  'DS-25': 'consumer-regulation/22.2 consumer-regulation/11 consumer-law/16',
  'DS-26': 'consumer-law/20 consumer-law/56',
  'DS-27': 'civil-code/151 civil-code/496 consumer-law/16',
  'DS-28': 'consumer-law/29 consumer-regulation/24',
  'DS-29': 'consumer-law/29 consumer-regulation/23 personal-information-law/28',
  'DS-30': 'price-fraud-rules/19 consumer-law/20',
  'DS-31': 'consumer-infringement-measures/8 consumer-law/53',
  'DS-35': 'price-fraud-rules/17 price-fraud-rules/19 consumer-law/20',
  'DS-36': 'consumer-law/16 consumer-law/20 price-fraud-rules/19',
  'DS-37': 'civil-code/151 consumer-law/16 consumer-law/20',
  'DS-38': 'consumer-infringement-measures/10 consumer-law/16 consumer-law/53',
  'DS-39': 'consumer-law/16 consumer-law/27 consumer-law/53 consumer-regulation/11 consumer-infringement-measures/10',
  'DS-40': 'consumer-law/16 consumer-law/20',
  'DS-41': 'consumer-law/16 consumer-law/20',
  'DS-42': 'consumer-law/16 consumer-regulation/22.2',
  'DS-43': 'civil-code/497 consumer-infringement-measures/12 consumer-law/26 consumer-regulation/17',
  'DS-44':
    'consumer-infringement-measures/10 consumer-law/53 consumer-regulation/22.2 custody-guidance/refund tourism-law/65',
  'DS-45':
    'unfair-competition-law-2019/6 unfair-competition-law-2025/7 unfair-competition-law-2025/23 consumer-law/20 consumer-infringement-measures/6',
  'DS-46':
    'unfair-competition-law-2025/11 unfair-competition-law-2025/27 consumer-law/20 consumer-infringement-measures/6',
  'DS-47': 'consumer-regulation/9.2 consumer-law/20',
  'DS-48':
    'consumer-infringement-measures/6 unfair-competition-law-2019/8 unfair-competition-law-2025/9 online-competition-rules/9 consumer-regulation/9 advertising-law/28 unfair-competition-law-2019/20 unfair-competition-law-2025/25',
  'DS-49': 'price-fraud-rules/19 consumer-law/20 contract-measures/5 tourism-law/35',
  'DS-34': 'consumer-regulation/11 consumer-law/27',
  'DS-33': 'consumer-law/20 unfair-competition-law-2019/8 unfair-competition-law-2025/9',
  'DS-32': 'consumer-law/16 consumer-law/20 consumer-law/53 consumer-regulation/11',
  'PF-01': 'prepaid-care-guidance/care-fee-cap',
  'PF-02': 'prepaid-care-guidance/deposit-cap',
  'PF-03': 'beijing-prepaid-care/care-fee-cap',
  'PF-04': 'prepaid-care-guidance/membership beijing-prepaid-care/membership',
  'PF-05': 'prepaid-care-guidance/no-return',
  'PF-06': 'custody-guidance/account',
  'PF-07': 'prepaid-care-guidance/use',
  'PF-08': 'prepaid-care-guidance/display consumer-regulation/10',
  'PF-09': 'prepaid-care-guidance/refund custody-guidance/refund consumer-regulation/21 consumer-regulation/22.3',
  'PF-10': 'prepaid-care-guidance/classification',
  'PF-11': 'consumer-regulation/22',
  'PF-12': 'beijing-prepaid-care/deposit-cap',
  'PF-13': 'beijing-prepaid-care/custody',
  'UC-01': 'consumer-law/26 consumer-regulation/17 contract-measures/8 prepaid-interpretation/9 civil-code/497',
  'UC-02': 'consumer-infringement-measures/12.6 contract-measures/8 online-trade-measures/21',
  'UC-03': 'civil-code/506 contract-measures/7 consumer-law/26',
  'UC-04': 'consumer-infringement-measures/12.5 prepaid-interpretation/9 contract-measures/8 civil-code/497',
  'UC-05': 'consumer-infringement-measures/12.3 consumer-regulation/17 prepaid-interpretation/9',
  'UC-06': 'contract-measures/8 civil-code/585',
  'UC-07': 'prepaid-interpretation/9 prepaid-interpretation/11 prepaid-interpretation/24',
  'UC-08': 'consumer-infringement-measures/12.5 consumer-regulation/17 prepaid-interpretation/13',
  'UC-09': 'civil-code/586 contract-interpretation/67',
  'UC-10': 'contract-measures/8 consumer-regulation/17',
  'UC-11':
    'consumer-law/26 consumer-regulation/17 consumer-infringement-measures/12 contract-measures/6 civil-code/496 contract-interpretation/10',
  'UC-12':
    'consumer-regulation/17 consumer-infringement-measures/12 contract-measures/8 civil-code/497 prepaid-interpretation/24',
  'UC-13': 'consumer-regulation/7.2 consumer-regulation/17 contract-measures/7 consumer-law/26',
  'UC-14': 'tourism-law/58 travel-agency-regulation/28 travel-agency-regulation/55',
  'UC-15': 'elderly-rights-law/48 care-institution-measures/16',
  'UC-16': 'fundraising-interpretation/1 fundraising-interpretation/2.10 fundraising-regulation/19.3',
  'UC-17': 'consumer-law/26 consumer-regulation/17 contract-measures/8 civil-code/497',
  'UC-18': 'consumer-infringement-measures/12.3 consumer-regulation/17',
  'UC-19': 'consumer-regulation/17 contract-measures/8',
  'UC-20': 'civil-code/506 contract-measures/7 consumer-law/26',
  'UC-21': 'consumer-law/26 contract-measures/6 civil-code/496 contract-interpretation/10',
  'UC-22': 'consumer-regulation/11 consumer-law/16 consumer-infringement-measures/12',
  'UC-23': 'civil-code/144 civil-code/145 prepaid-interpretation/10 consumer-regulation/17',
  'UC-24': 'consumer-law/26 consumer-regulation/17 contract-measures/8 civil-code/497',
  'UC-25':
    'civil-code/497 consumer-infringement-measures/12 consumer-law/26 consumer-regulation/17 contract-measures/8',
  'UC-26':
    'civil-code/497 consumer-infringement-measures/12 consumer-law/26 consumer-regulation/17 contract-measures/8',
  'UC-27':
    'civil-code/497 consumer-infringement-measures/12 consumer-law/26 consumer-regulation/17 contract-measures/8',
  'UC-28': 'consumer-law/26 consumer-regulation/17 contract-measures/8 civil-code/497 contract-interpretation/67',
  'UC-29':
    'civil-code/497 consumer-infringement-measures/12.5 consumer-law/26 consumer-regulation/17 contract-measures/8',
  'UC-30':
    'civil-code/497 consumer-infringement-measures/12 consumer-law/26 consumer-regulation/17 contract-measures/8',
  'PX-01': 'complaint-measures-2020/7 complaint-measures-2026/9',
  'PX-02': 'complaint-measures-2020/9 complaint-measures-2026/10 complaint-measures-2026/16.5',
  'PX-03': 'complaint-measures-2020/15.3 complaint-measures-2026/16.3 fundraising-regulation/16',
  'PX-04': 'complaint-measures-2020/15.2 complaint-measures-2026/16.2',
  'PX-05': 'complaint-measures-2026/35',
  'PX-06': 'complaint-measures-2020/15.3 complaint-measures-2026/17',
}

/** From this day on the rule has a verified or second-hand ground that needs no condition; on the day before it has none. */
const FIRM_SINCE: Record<string, string> = {
  'DS-03': '2013-10-01',
  'DS-08': '2015-03-15',
  'DS-20': '2025-10-15',
  'FA-24': '2026-02-01',
  'FA-26': '2025-07-04',
  'FA-27': '2024-07-01',
  'IF-01': '1998-07-13',
  'IF-15': '2005-11-01',
  'IF-19': '2021-05-01',
  'IF-20': '2021-05-01',
  'IF-23': '2021-05-01',
  'PF-10': '2024-10-01',
  'PF-11': '2024-07-01',
  'UC-07': '2014-03-15',
}

const rules = new Map(shipped.rulebook.rules.map((rule) => [rule.code, rule]))

describe('the law in force', () => {
  it('is written down for every rule', () => {
    expect(Object.keys(RESTS_ON).sort()).to.deep.equal([...rules.keys()].sort())
  })

  for (const [code, articles] of Object.entries(RESTS_ON)) {
    it(`begins and ends to the day: ${code}`, () => {
      for (const id of articles.split(' ')) {
        const [from, to] = stood(id)
        expect(cited(code, dayAfter(from, -1)), `${id} the day before`).to.not.include(id)
        expect(cited(code, from), `${id} on its first day`).to.include(id)
        expect(cited(code, to ?? '2026-11-22'), `${id} on its last day`).to.include(id)
        if (to) expect(cited(code, dayAfter(to, 1)), `${id} the day after`).to.not.include(id)
      }
    })
  }

  for (const [code, first] of Object.entries(FIRM_SINCE)) {
    it(`is firm ground from ${first} on: ${code}`, () => {
      expect(firm(code, first)).to.equal(true)
      expect(firm(code, dayAfter(first, -1))).to.equal(false)
    })
  }

  it('never leaves two versions of one article side by side for conduct of one day', () => {
    for (const { basis: entries, code } of rules.values()) {
      for (const day of [
        '1999-01-01',
        '2012-06-01',
        '2018-06-01',
        '2021-03-15',
        '2022-02-01',
        '2025-10-15',
        '2026-06-01',
      ]) {
        const all = cited(code, day)
        const older = all.flatMap((id) => shipped.rulebook.basis[id]!.succeeds ?? [])
        expect(
          all.filter((id) => older.includes(id)),
          `${code} on ${day} of ${entries.length}`,
        ).to.deep.equal([])
      }
    }
  })
})

function stood(id: string): [from: string, to?: string] {
  const [from, to] = STOOD[id.split('/')[0]!]!
  const first = NUMBERED_SINCE[id] ?? from
  return to ? [first, to] : [first]
}

function cited(code: string, date: string): string[] {
  const ground = groundOf(rules.get(code) as Rule, open(date), shipped.rulebook.basis)
  return 'footing' in ground ? ground.footing.basis.map(({ id }) => id) : []
}

function firm(code: string, date: string): boolean {
  const ground = groundOf(rules.get(code) as Rule, open(date), shipped.rulebook.basis)
  return 'footing' in ground && ground.footing.unscored === undefined
}

/** Neither channel, nor body, nor region is known: every condition is open. */
function open(date: string): Circumstances {
  return { kind: 'unknown', date, dateAssumed: false, region: '000000', entity: 'unknown', channel: 'unknown' }
}

function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
