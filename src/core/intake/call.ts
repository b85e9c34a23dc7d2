import type { Channel } from '../document.ts'

/** Complaint (投诉), report (举报), or both in one call. */
export const WANTS = ['complaint', 'report', 'both'] as const
export type Wants = (typeof WANTS)[number]

/** Who calls, to the person whose rights are at stake: children calling for parents are the normal case. */
export const RELATIONS = ['self', 'child', 'relative', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

/** 委托书: seen, promised, or none. Means nothing for `self`. */
export const AUTHORITIES = ['seen', 'pending', 'none'] as const
export type Authority = (typeof AUTHORITIES)[number]

export const PAYERS = ['complainant', 'caller', 'other'] as const
export type Payer = (typeof PAYERS)[number]

export const PAY_METHODS = ['transfer', 'card', 'scan', 'cash', 'personal_account', 'other'] as const
export type PayMethod = (typeof PAY_METHODS)[number]

/** What the money was for: an investor is no consumer (and her loss is a lead); a prepaid service is consumption. */
export const PURPOSES = ['service', 'goods', 'investment'] as const
export type Purpose = (typeof PURPOSES)[number]

/** Where else the quarrel already is. */
export const ELSEWHERE = ['court', 'arbitration', 'association', 'other_bureau'] as const
export type Elsewhere = (typeof ELSEWHERE)[number]

/** What is asked for. */
export const REQUESTS = ['refund', 'compensation', 'performance', 'apology', 'penalty', 'other'] as const
export type Request = (typeof REQUESTS)[number]

/** How more was told after the call. */
export const FOLLOW_UP_WAYS = ['called_us', 'we_called', 'message', 'visit'] as const
export type FollowUpWay = (typeof FOLLOW_UP_WAYS)[number]

/** Somebody in the call. Nothing outside the identities table keeps what stands here. */
export interface Person {
  name?: string
  phone?: string
  idNumber?: string
  address?: string
}

export const CALL_PEOPLE = ['caller', 'complainant', 'payer'] as const
export type CallPerson = (typeof CALL_PEOPLE)[number]

/** A call as told: by the form, a row of an export or another system. What was not said is missing. */
export interface Call {
  wants: Wants
  /** A report without a name. */
  isAnonymous: boolean
  relation: Relation
  authority: Authority
  /** The officer doubts that the complainant can act for herself. */
  hasCapacityDoubt: boolean
  /** Who gave the money. */
  payer?: Payer
  /** For `self` the complainant is the caller and stands there alone. */
  people: Partial<Record<CallPerson, Person>>
  seller: Seller
  story: string
  happenedOn?: string
  /** Where the conduct took place, GB/T 2260; the seller's own place does not say so. */
  happenedIn?: string
  /** When the infringement was known, or ought to have been. */
  knownOn?: string
  paidFen?: number
  paidOn?: string
  paidBy?: PayMethod
  paidFor?: Purpose
  requests: Request[]
  /** In words. */
  asks: string
  askedFen?: number
  elsewhere?: Elsewhere
  /** The trouble came by an advertisement: that reply has a clock of its own. */
  isAboutAdvertising: boolean
  channel?: Channel
}

export interface Seller {
  /** The enterprise on file, when it was chosen among those known. */
  operatorId?: string
  name?: string
  phone?: string
  /** Unified social credit code. */
  code?: string
  address?: string
  /** Where it does business, GB/T 2260; decides who is competent. */
  region?: string
}

/** The person whose rights are at stake. */
export function complainantOf(call: Pick<Call, 'relation' | 'people'>): Person {
  return (call.relation === 'self' ? call.people.caller : call.people.complainant) ?? {}
}

export function wantsComplaint({ wants }: Pick<Call, 'wants'>): boolean {
  return wants !== 'report'
}

export function wantsReport({ wants }: Pick<Call, 'wants'>): boolean {
  return wants !== 'complaint'
}
