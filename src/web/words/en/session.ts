import type { WordsOf } from '../words.ts'
import type { session as zh } from '../zh/session.ts'

export const session: WordsOf<typeof zh> = {
  title: 'Sign in',
  lead: 'Sign in for regulatory staff',
  intro:
    'Reads every advertisement, contract and complaint and shows which words look suspicious, under which article, and why. Whether it holds is yours to decide.',
  points: [
    'Original text highlighted, each mark tied to its article',
    'Sight by region and role, every step on record',
    'Four colours, the most urgent first',
  ],
  login: 'User name',
  password: 'Password',
  submit: 'Sign in',
  help: 'Forgotten your password? Ask your administrator to reset it. Ten wrong tries stop sign-in for 15 minutes.',
  sessionHelp: 'A session lasts 12 hours. Sign out when you leave your desk.',
}
