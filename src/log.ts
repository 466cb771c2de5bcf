import type { Logger } from "pino";

/**
 * The server's log. It contains what an operator needs and nothing about visitors: callers pass sentences, statuses and errors, never a
 * request, so no address, IP or search word can get in.
 */
export interface Log {
  info(values: object, sentence: string): void;
  error(values: object, sentence: string): void;
}

/** Creates a log that writes entries at or above this level to standard output. Loads its library on the first entry: most starts write none. */
export function createLog(level: string): Log {
  let logger: Promise<Logger> | null = null;
  const write = async (kind: keyof Log, values: object, sentence: string) => {
    logger ??= openLogger(level);
    (await logger)[kind](values, sentence);
  };
  return {
    info: (values, sentence) => void write("info", values, sentence),
    error: (values, sentence) => void write("error", values, sentence),
  };
}

async function openLogger(level: string): Promise<Logger> {
  const { pino } = await import("pino");
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
