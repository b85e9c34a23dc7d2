import type { VNode } from 'preact'
import type { ProblemCode } from '../../core/problem.ts'
import { CSRF_FIELD } from '../csrf.ts'
import { Mark, Page } from '../layout/page.tsx'
import type { Guest } from '../visit.ts'

interface SignInProps {
  at: Guest
  token: string
  next: string
  login?: string
  wrong?: ProblemCode
}

export function SignInPage({ at, token, next, login, wrong }: SignInProps): VNode {
  const { session, problems, shell } = at.words
  return (
    <Page at={at} title={session.title}>
      <div class="sign-in">
        <section class="sign-in-about">
          <Mark />
          <h1>{shell.product}</h1>
          <p class="other-name" lang={shell.otherLanguageTag}>
            {shell.productOther}
          </p>
          <p>{session.intro}</p>
          <ul>
            {session.points.map((point) => (
              <li>{point}</li>
            ))}
          </ul>
        </section>
        <form class="sign-in-form" method="post" action="/sign-in">
          <h2>{session.lead}</h2>
          {wrong ? (
            <div class="alert" role="alert">
              <b>{problems[wrong].title}</b>
              <span>{problems[wrong].next}</span>
            </div>
          ) : null}
          <input type="hidden" name={CSRF_FIELD} value={token} />
          <input type="hidden" name="next" value={next} />
          <div class="field">
            <label for="login">{session.login}</label>
            <input
              id="login"
              name="login"
              value={login ?? ''}
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              maxLength={100}
              required
              autofocus
            />
          </div>
          <div class="field">
            <label for="password">{session.password}</label>
            <input
              id="password"
              name="password"
              type="password"
              autocomplete="current-password"
              maxLength={200}
              required
            />
          </div>
          <button class="primary" type="submit">
            {session.submit}
          </button>
          <p class="help">{session.help}</p>
          <p class="help">{session.sessionHelp}</p>
        </form>
      </div>
    </Page>
  )
}
