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
    report.figure("Steps played", steps, { target: String(STEPS) });
    compareEnds(report, samples);
    await tellSandbox(report, server.port);
  } finally {
    await server.stop();
  }
}

/** Sets the last fifth of the run beside the second: in the first the engine still compiles. */
function compareEnds(report, samples) {
  const fifth = Math.max(1, Math.floor(samples.length / 5));
  const early = samples.slice(fifth, 2 * fifth);
  const late = samples.slice(-fifth);
  const of = (part, name) => median(part.map((sample) => sample[name]));
  if (samples[0].memory === null) report.skipped("Memory and descriptors", "this system does not tell them");
  else {
    report.figure("Memory in the second fifth", of(early, "memory") / 2 ** 20, { unit: "MiB" });
    report.ratio("Memory in the last fifth to the second", of(late, "memory") / of(early, "memory"), { atMost: 1.15 });
    const [before, after] = [of(early, "descriptors"), of(late, "descriptors")];
    report.claim("Descriptors are flat", after <= before + 2, `${before}, then ${after}`);
  }
  report.ratio("Latency of a solve in the last fifth to the second", of(late, "latency") / of(early, "latency"), {
    atMost: 1.5,
  });
}

async function tellSandbox(report, port) {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const read = (name) => Number(new RegExp(`^tracefix_${name} (\\d+)$`, "m").exec(metrics)?.[1] ?? Number.NaN);
  const open = read("sessions_active");
  report.claim("No session is left open", open === 0, `${open} open`);
  const [workers, lost, stopped, leaks] = [
    "sandbox_workers",
    "sandbox_workers_lost_total",
    "sandbox_watchdog_stops_total",
    "sandbox_leaks_total",
  ].map(read);
  report.claim(
    "Workers are as they were",
    workers === 2 && lost + stopped + leaks === 0,
    `${workers} of 2; ${lost} lost, ${stopped} stopped by the clock, ${leaks} leaks`,
  );
}
