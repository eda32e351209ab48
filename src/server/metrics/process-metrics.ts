/** The process itself, under the names that Prometheus' clients have for these figures, and which build it is. */
import { readdirSync } from "node:fs";
import { packageVersion } from "../../ground/package-root.ts";
import { descriptorLimit } from "../descriptors.ts";
import type { EventLoopDelay, LoopDelay } from "./event-loop-delay.ts";
import type { Metrics } from "./metrics-in.ts";

const US_PER_S = 1e6;

export function addProcessMetrics({ gauge, counter, info }: Metrics, delay: EventLoopDelay): void {
  gauge("process_resident_memory_bytes", "Resident memory in bytes", () => process.memoryUsage.rss());
  gauge("nodejs_heap_size_used_bytes", "Heap of the main thread that is in use", () => process.memoryUsage().heapUsed);
  const cpu = "Processor time of the process in seconds, its workers included";
  counter("process_cpu_seconds_total", cpu, () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / US_PER_S;
  });
  const started = Date.now() / 1000 - process.uptime();
  gauge("process_start_time_seconds", "When the process began, in seconds since 1970", () => started);
  const open = openDescriptors();
  if (open !== null) {
    gauge("process_open_fds", "Descriptors that are open", () => openDescriptors() ?? 0);
    gauge("process_max_fds", "Descriptors that may be open (ulimit -n)", () => descriptorLimit() ?? 0);
  }
  // One reading for the three, which are asked in this order.
  let read: LoopDelay = delay.read();
  const since = "since the scrape before, in seconds";
  gauge("nodejs_eventloop_lag_mean_seconds", `How late the event loop was on average, ${since}`, () => {
    read = delay.read();
    return read.mean;
  });
  gauge("nodejs_eventloop_lag_p99_seconds", `How late it was at the 99th percentile, ${since}`, () => read.p99);
  gauge("nodejs_eventloop_lag_max_seconds", `How late it was at most, ${since}`, () => read.max);
  const build = { version: packageVersion(), node: process.version };
  info("tracefix_build_info", "Always 1; its labels are the build", ["version", "node"], () => [build]);
}

/** Null where the system does not tell; it does on Linux. */
function openDescriptors(): number | null {
  try {
    // Reading the folder takes one itself.
    return readdirSync("/proc/self/fd").length - 1;
  } catch {
    return null;
  }
}
