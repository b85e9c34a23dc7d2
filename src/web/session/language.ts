import type { RequestHandler } from 'express'
import { problem } from '../../core/problem.ts'
import { cookieOptions } from '../cookies.ts'
import { type Fields, textField } from '../fields.ts'
import { localPath } from '../local-path.ts'
import { LANGUAGE_COOKIE } from '../visit.ts'
import { LANGUAGES } from '../words/words.ts'

const YEAR_MS = 365 * 24 * 60 * 60 * 1000

/** Keep the language chosen in a cookie and go back to the page one was on. */
export const switchLanguage: RequestHandler = (req, res) => {
  const language = LANGUAGES.find((known) => known === req.params.language)
  if (!language) throw problem('not_found')
  res.cookie(LANGUAGE_COOKIE, language, { ...cookieOptions(req), maxAge: YEAR_MS })
  res.redirect(303, localPath(textField(req.query as Fields, 'back'), '/'))
}
