/** `GET /metrics`: what operators and autoscalers watch, in Prometheus' format, read when it is asked for. */
import type { Registry } from "prom-client";
import type { App } from "../routes/app.ts";
import { EventLoopDelay } from "./event-loop-delay.ts";
import { metricsIn } from "./metrics-in.ts";
import { addProcessMetrics } from "./process-metrics.ts";
import { addSandboxMetrics, type MetricFigures } from "./sandbox-metrics.ts";
import { addServerMetrics, type ServerFigures } from "./server-metrics.ts";
import { addSessionMetrics, answerTimesText, type SessionFigures } from "./session-metrics.ts";
import { addTaskSetMetrics, type TaskSetFigures } from "./task-set-metrics.ts";

export interface MetricsSources extends SessionFigures, ServerFigures, TaskSetFigures {
  readonly sandboxFigures: () => MetricFigures;
}

export function addMetrics(app: App, sources: MetricsSources): void {
  // Loaded at the first scrape: a server need not wait for it to start.
  let building: Promise<Registry> | undefined;
  const delay = new EventLoopDelay();
  app.addHook("onClose", () => delay.stop());
  const schema = { tags: ["Health"], summary: "Figures for Prometheus" };
  app.get("/metrics", { schema }, async (_request, reply) => {
    building ??= buildMetrics(sources, delay);
    const metrics = await building;
    reply.type(metrics.contentType);
    return (await metrics.metrics()) + answerTimesText(sources.registry);
  });
}

async function buildMetrics(sources: MetricsSources, delay: EventLoopDelay): Promise<Registry> {
  const metrics = metricsIn(await import("prom-client"));
  addSessionMetrics(metrics, sources);
  addServerMetrics(metrics, sources);
  addTaskSetMetrics(metrics, sources);
  addSandboxMetrics(metrics, sources.sandboxFigures);
  addProcessMetrics(metrics, delay);
  return metrics.registry;
}
