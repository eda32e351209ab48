/** 200,000 steps on one server: memory, descriptors and latency at the end are what they were after the first tenth. */
import { openDescriptors, residentBytes, runClient, startServer } from "./lib/processes.mjs";
import { median } from "./lib/statistics.mjs";

const STEPS = 200_000;

export async function soak(report, { quick }) {
  const wanted = quick ? STEPS / 10 : STEPS;
  const server = await startServer({ WORKERS: "2" });
  const { pid } = server.process;
  const samples = [];
  let steps = 0;
  try {
    for (let round = 1; steps < wanted; round += 1) {
      // A solve is five steps: a reset, two runs, an edit and a submission.
      const part = await runClient("steps", {
        port: server.port,
        sessions: 8,
        seconds: quick ? 3 : 10,
        kind: "solve",
        firstSeed: 10 ** 6 * round,
      });
      steps += part.count * 5;
      samples.push({ memory: residentBytes(pid), descriptors: openDescriptors(pid), latency: median(part.times) });
      process.stderr.write(`\r  ${steps} of ${wanted} steps `);
    }
    process.stderr.write("\r");
    const metrics = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
    const [first, last] = [samples[Math.floor(samples.length / 10)], samples.at(-1)];
    report.figure("Steps played", steps, { target: String(STEPS) });
    if (first.memory === null) report.skipped("Memory and descriptors", "this system does not tell them");
    else {
      report.ratio("Memory at the end to after the first tenth", last.memory / first.memory, { atMost: 1.15 });
      report.claim(
        "Descriptors are flat",
        last.descriptors <= first.descriptors + 2,
        `${first.descriptors}, then ${last.descriptors}`,
      );
    }
    report.ratio("Latency of a solve at the end to after the first tenth", last.latency / first.latency, {
      atMost: 1.5,
    });
    const open = /^tracefix_sessions\w* (\d+)$/m.exec(metrics)?.[1] ?? "unknown";
    report.claim("No session is left open", open === "0", `${open} open`);
  } finally {
    await server.stop();
  }
}
