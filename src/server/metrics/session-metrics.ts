/** What is played: sessions, resets, steps, how long their answers took and what was refused. */
import { TIME_BOUNDS_S } from "../../sessions/answer-times.ts";
import type { HeldSessions } from "../../sessions/held-sessions.ts";
import type { SessionRegistry } from "../../sessions/session-registry.ts";
import { histogramText } from "./histogram-text.ts";
import type { Metrics } from "./metrics-in.ts";

export interface SessionFigures {
  readonly registry: SessionRegistry;
  readonly sessions: HeldSessions;
}

export function addSessionMetrics(
  { gauge, counter, counterBy }: Metrics,
  { registry, sessions }: SessionFigures,
): void {
  const { counts } = registry;
  gauge("tracefix_sessions_active", "Sessions alive, over HTTP, WebSocket and MCP", () => registry.active);
  gauge("tracefix_sessions_max", "Sessions that may be alive (MAX_SESSIONS)", () => registry.capacity);
  gauge("tracefix_http_episodes_active", "HTTP episodes alive, each of them a session", () => sessions.live("http"));
  gauge("tracefix_mcp_sessions_active", "MCP sessions alive, each of them a session", () => sessions.live("mcp"));
  gauge("tracefix_named_sockets_held", "Sessions of sockets that have a name", () => sessions.live("socket"));
  gauge("tracefix_requests_pending", "Resets, steps and state requests that run or wait", () => registry.pending);
  counter("tracefix_sessions_opened_total", "Sessions that got a slot", () => counts.opened);
  counter("tracefix_sessions_refused_total", "Sessions that got none", () => counts.refused);
  const byShare = "Sessions and resets refused since their client had its share, counted among the refused too";
  counter("tracefix_client_refusals_total", byShare, () => counts.refusedByShare);
  gauge("tracefix_sessions_waiting", "Sessions that wait for their client's turn", () => registry.waiting);
  counter("tracefix_resets_total", "Episodes begun", () => counts.resets);
  counter("tracefix_steps_total", "Steps taken", () => counts.steps);
  counter("tracefix_failures_total", "Requests of sessions that were answered with an error", () => counts.failures);
  const byCode = "The same by the error's code; a policy's mistake is a step, and none of them";
  counterBy("code", "tracefix_refusals_total", byCode, () => counts.failuresByCode);
}

/** To stand behind the registry's own lines. */
export function answerTimesText({ times }: SessionRegistry): string {
  return histogramText({
    name: "tracefix_answer_seconds",
    help: "Seconds from a session's turn to the answer, by reset or the step's action",
    label: "kind",
    bounds: TIME_BOUNDS_S,
    parts: times.byKind,
  });
}
