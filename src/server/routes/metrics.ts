/** `GET /metrics`: what operators and autoscalers watch, in Prometheus' format, read when it is asked for. */
import type { Counter, Gauge, Registry } from "prom-client";
import type { HeldSessions } from "../../sessions/held-sessions.ts";
import type { SessionRegistry } from "../../sessions/session-registry.ts";
import type { ConnectionLimits } from "../clients/connection-limits.ts";
import type { IncomingBytes } from "../incoming/incoming-bytes.ts";
import type { UnreadBytes } from "../unread/unread-bytes.ts";
import type { App } from "./app.ts";

export interface MetricsSources {
  readonly registry: SessionRegistry;
  readonly sessions: HeldSessions;
  readonly limits: ConnectionLimits;
  readonly sandboxFigures: () => MetricFigures;
  readonly logLinesDropped: () => number;
  /** What clients have sent and were not answered yet. */
  readonly incoming: IncomingBytes;
  /** What clients have not read yet. */
  readonly unread: UnreadBytes;
  /** Which tasks are served; null where they are not told. */
  readonly taskSetHash: string | null;
  /** The same of each set that was read already, by its name. */
  readonly taskSetHashes: () => ReadonlyMap<string, string>;
}

/** The sandbox's own figures by name, such as `watchdogStops`. */
export interface MetricFigures {
  /** What is the case now. */
  readonly now: Readonly<Record<string, number>>;
  /** What has been counted since the start. */
  readonly total: Readonly<Record<string, number>>;
}

type Read = () => number;

export function addMetrics(app: App, sources: MetricsSources): void {
  // Loaded at the first scrape: a server need not wait for it to start.
  let building: Promise<Registry> | undefined;
  const schema = { tags: ["Health"], summary: "Figures for Prometheus" };
  app.get("/metrics", { schema }, async (_request, reply) => {
    building ??= buildMetrics(sources);
    const metrics = await building;
    reply.type(metrics.contentType);
    return metrics.metrics();
  });
}

async function buildMetrics(sources: MetricsSources): Promise<Registry> {
  const prometheus = await import("prom-client");
  const metrics = new prometheus.Registry();
  const { registry, sessions, limits, sandboxFigures, taskSetHash } = sources;
  const { logLinesDropped, incoming, unread } = sources;
  const { counts } = registry;
  const gauge = (name: string, help: string, read: Read) => exported(prometheus.Gauge, metrics, { name, help, read });
  const counter = (name: string, help: string, read: Read) =>
    exported(prometheus.Counter, metrics, { name, help, read });

  gauge("tracefix_sessions_active", "Sessions alive, over HTTP, WebSocket and MCP", () => registry.active);
  gauge("tracefix_sessions_max", "Sessions that may be alive (MAX_SESSIONS)", () => registry.capacity);
  gauge("tracefix_http_episodes_active", "HTTP episodes alive, each of them a session", () => sessions.live("http"));
  gauge("tracefix_mcp_sessions_active", "MCP sessions alive, each of them a session", () => sessions.live("mcp"));
  gauge("tracefix_requests_pending", "Resets, steps and state requests that run or wait", () => registry.pending);
  counter("tracefix_sessions_opened_total", "Sessions that got a slot", () => counts.opened);
  counter("tracefix_sessions_refused_total", "Sessions that got none", () => counts.refused);
  const byShare = "Sessions and resets refused since their client had its share, counted among the refused too";
  counter("tracefix_client_refusals_total", byShare, () => counts.refusedByShare);
  gauge("tracefix_sessions_waiting", "Sessions that wait for their client's turn", () => registry.waiting);
  gauge("tracefix_connections_active", "Connections that count, of clients and sockets", () => limits.active);
  gauge("tracefix_connections_max", "Connections that may be open (MAX_CONNECTIONS)", () => limits.capacity);
  gauge("tracefix_connections_waiting", "Connections that wait for their client's turn", () => limits.waiting);
  counter("tracefix_connections_refused_total", "Connections past a limit, cut off or told so", () => limits.refused);
  counter("tracefix_resets_total", "Episodes begun", () => counts.resets);
  counter("tracefix_steps_total", "Steps taken", () => counts.steps);
  counter("tracefix_failures_total", "Requests of sessions that were answered with an error", () => counts.failures);
  counter("tracefix_log_lines_dropped_total", "Log lines that could not be written", logLinesDropped);
  const unreadHelp = "Connections dropped for answers they did not read";
  counter("tracefix_slow_readers_dropped_total", unreadHelp, () => unread.dropped);
  gauge("tracefix_incoming_bytes", "Bytes that came and were not answered yet", () => incoming.total);
  const incomingHelp = "Connections cut off since too much had come that was not answered yet";
  counter("tracefix_incoming_dropped_total", incomingHelp, () => incoming.dropped);
  if (taskSetHash !== null) {
    const help = "Always 1; its label is the SHA-256 of the tasks served: the same hash means the same episodes";
    const name = "tracefix_task_set_info";
    new prometheus.Gauge({ name, help, labelNames: ["sha256"], registers: [metrics] }).set({ sha256: taskSetHash }, 1);
    const sets = new prometheus.Gauge({
      name: "tracefix_task_sets_info",
      help: "Always 1; its labels are each set of tasks and its SHA-256",
      labelNames: ["task_set", "sha256"],
      registers: [metrics],
      collect: () => {
        for (const [task_set, sha256] of sources.taskSetHashes()) sets.set({ task_set, sha256 }, 1);
      },
    });
  }
  const { now, total } = sandboxFigures();
  for (const name of Object.keys(now)) {
    const read = () => sandboxFigures().now[name] ?? 0;
    gauge(`tracefix_sandbox_${snakeCase(name)}`, `Sandbox, now: ${words(name)}`, read);
  }
  for (const name of Object.keys(total)) {
    const read = () => sandboxFigures().total[name] ?? 0;
    counter(`tracefix_sandbox_${snakeCase(name)}_total`, `Sandbox, since the start: ${words(name)}`, read);
  }
  return metrics;
}

interface Figure {
  readonly name: string;
  readonly help: string;
  readonly read: Read;
}

/** A metric that is not kept up to date but asked: nothing is spent on it between scrapes. */
function exported(Metric: typeof Gauge | typeof Counter, metrics: Registry, { name, help, read }: Figure): void {
  const metric = new Metric({
    name,
    help,
    registers: [metrics],
    collect: () => {
      metric.reset();
      metric.inc(read());
    },
  });
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function words(name: string): string {
  return snakeCase(name).replaceAll("_", " ");
}
