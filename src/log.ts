import { type Logger, pino } from "pino";

/**
 * The server's log. It holds what an operator needs and nothing about a visitor: callers hand it sentences, statuses and
 * errors, never a request, so no address, IP or search word can get in.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
