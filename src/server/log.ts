/** The server's log: one JSON object a line on standard output. */
import { type Logger, pino, stdTimeFunctions } from "pino";

export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime });
}
