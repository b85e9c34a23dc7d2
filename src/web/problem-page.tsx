import type { VNode } from 'preact'
import type { Said } from '../core/clock/clock.ts'
import type { Problem } from '../core/problem.ts'
import { Page } from './layout/page.tsx'
import { type Guest, isSignedIn, type Visit } from './visit.ts'
import { wordFor } from './words/words.ts'

interface ProblemPageProps {
  at: Guest | Visit
  status: number
  /** Undefined for a bug. */
  expected?: Problem | undefined
  /** Under which a bug stands in the log. */
  bugId?: string
  /** The page the failed form stood on. */
  back?: string | undefined
}

/** What went wrong and what to do next. */
export function ProblemPage({ at, status, expected, bugId, back }: ProblemPageProps): VNode {
  const { problems, problemPage: w } = at.words
  const { title, next } = expected ? problems[expected.code] : w.bug
  const field = expected && wordFor(w.fields, String(expected.detail.field ?? ''), '')
  const why = (expected?.detail.why ?? []) as Said[]
  return (
    <Page at={at} title={title}>
      <section class="problem">
        <span class="problem-status">{status}</span>
        <h1>{title}</h1>
        <p>{next}</p>
        {field ? (
          <p>
            {w.field}：<b>{field}</b>
          </p>
        ) : null}
        {why.length > 0 ? (
          <ul class="problem-why">
            {why.map((said) => (
              <li>{said[at.language]}</li>
            ))}
          </ul>
        ) : null}
        {bugId ? (
          <p>
            {w.bugId}：<code>{bugId}</code>
          </p>
        ) : null}
        <p class="problem-do">
          {back ? (
            <a class="button primary" href={back}>
              {w.back}
            </a>
          ) : null}
          {isSignedIn(at) ? (
            <a class="button" href="/">
              {w.home}
            </a>
          ) : (
            <a class="button" href="/sign-in">
              {w.signIn}
            </a>
          )}
        </p>
      </section>
    </Page>
  )
}
