import { UsageError } from './rules/tell.ts'

/** What is wrong with the way a command was called, in both languages; undefined where something else went wrong. */
export function wrongCall(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message
  const { code, message } = error as NodeJS.ErrnoException
  return code?.startsWith('ERR_PARSE_ARGS') ? `an option is wrong / 选项有误: ${message}` : undefined
}
