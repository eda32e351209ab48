/** The server's log: one JSON object a line. */
import { type Logger, pino, stdTimeFunctions } from "pino";
import type { LogDestination } from "./log-destination.ts";

export function createLog(level: string, destination: LogDestination): Logger {
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime }, destination);
}
