import { Problem } from '../../src/core/problem.ts'

/** The expected failure a promise ends in; anything else, success included, fails the test. */
export async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  try {
    await promise
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('expected a problem, but it went well')
}
