/** The evaluation's runner, apart from its server: work a step with 64 episodes at once, and memory over many episodes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runClient, startServer } from "./lib/processes.mjs";

const EPISODES = 5000;

export async function runner(report, { quick }) {
  const folder = mkdtempSync(join(tmpdir(), "tracefix-runner-"));
  const server = await startServer({ WORKERS: "1" });
  try {
    const { steps, cpuMs, wallMs, samples } = await runClient(
      "runner",
      {
        url: `http://127.0.0.1:${server.port}`,
        folder,
        episodes: quick ? EPISODES / 5 : EPISODES,
        concurrency: 64,
      },
      { nodeFlags: ["--expose-gc"] },
    );
    report.figure("Steps played", steps);
    report.ratio("The runner's own work a step, in ms of processor time", cpuMs / steps, { atMost: 2 });
    report.figure("All a step, server included, 64 episodes at once", wallMs / steps, { unit: "ms" });
    const [first, last] = [samples[Math.floor(samples.length / 5)], samples.at(-1)];
    report.ratio("The runner's heap at the end to after the first fifth", last / first, { atMost: 1.15 });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
