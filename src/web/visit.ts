import type { Request } from 'express'
import { viewerOfSession } from '../actions/officers/sign-in.ts'
import type { Viewer } from '../core/access/viewer.ts'
import { readCookie } from './cookies.ts'
import type { WebParts } from './web-parts.ts'
import { LANGUAGES, type Language, WORDS, type Words } from './words/words.ts'

/** Somebody looking at a page who need not be signed in. */
export interface Guest {
  language: Language
  words: Words
  now: Date
  /** Path and query of this page, for the way back after switching the language. */
  here: string
}

/** A signed-in officer's look at one page. */
export interface Visit extends Guest {
  viewer: Viewer
  csrfToken: string
}

export const SESSION_COOKIE = 'sojourn_session'
export const LANGUAGE_COOKIE = 'sojourn_lang'

export function guestOf(web: Pick<WebParts, 'now'>, req: Request): Guest {
  const language = LANGUAGES.find((known) => known === readCookie(req, LANGUAGE_COOKIE)) ?? 'zh'
  return { language, words: WORDS[language], now: web.now(), here: req.method === 'GET' ? req.originalUrl : '/' }
}

/** Undefined when nobody is signed in here. */
export async function visitOf(web: Pick<WebParts, 'db' | 'now'>, req: Request): Promise<Visit | undefined> {
  const secret = readCookie(req, SESSION_COOKIE)
  const session = secret ? await viewerOfSession(web, secret) : undefined
  return session && { ...guestOf(web, req), ...session }
}

export function isSignedIn(guest: Guest | Visit): guest is Visit {
  return 'viewer' in guest
}
