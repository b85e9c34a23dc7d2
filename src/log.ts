import pino, { type Logger } from 'pino'

/** JSON lines on standard error, so that standard output stays free for answers. No personal data goes in: ids, counts and codes only. */
export function openLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ fd: 2, sync: true }))
}
