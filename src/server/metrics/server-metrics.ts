/** What comes in and goes out, and what is dropped of it. */
import type { ConnectionLimits } from "../clients/connection-limits.ts";
import type { IncomingBytes } from "../incoming/incoming-bytes.ts";
import type { UnreadBytes } from "../unread/unread-bytes.ts";
import type { Metrics } from "./metrics-in.ts";

export interface ServerFigures {
  readonly limits: ConnectionLimits;
  readonly logLinesDropped: () => number;
  /** What clients have sent and were not answered yet. */
  readonly incoming: IncomingBytes;
  /** What clients have not read yet. */
  readonly unread: UnreadBytes;
}

export function addServerMetrics(
  { gauge, counter }: Metrics,
  { limits, logLinesDropped, incoming, unread }: ServerFigures,
): void {
  gauge("tracefix_connections_active", "Connections that count, of clients and sockets", () => limits.active);
  gauge("tracefix_connections_max", "Connections that may be open (MAX_CONNECTIONS)", () => limits.capacity);
  gauge("tracefix_connections_waiting", "Connections that wait for their client's turn", () => limits.waiting);
  counter("tracefix_connections_refused_total", "Connections past a limit, cut off or told so", () => limits.refused);
  counter("tracefix_log_lines_dropped_total", "Log lines that could not be written", logLinesDropped);
  const unreadHelp = "Connections dropped for answers they did not read";
  counter("tracefix_slow_readers_dropped_total", unreadHelp, () => unread.dropped);
  gauge("tracefix_incoming_bytes", "Bytes that came and were not answered yet", () => incoming.total);
  const incomingHelp = "Connections cut off since too much had come that was not answered yet";
  counter("tracefix_incoming_dropped_total", incomingHelp, () => incoming.dropped);
}
