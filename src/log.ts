import pino, { type DestinationStream, type Logger } from 'pino'

/** JSON lines on standard error, so that standard output stays free for answers. No personal data goes in: ids, counts and codes only. */
export function openLog(
  level: string,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  const serializers = { err: withoutRows }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, destination)
}

/** PostgreSQL tells the row that broke a constraint, names and telephones and all. */
function withoutRows(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { detail: _row, where: _place, ...told } = pino.stdSerializers.err(error) as Record<string, unknown>
  return told
}
