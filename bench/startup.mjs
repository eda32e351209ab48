/** How soon a built server answers, and the memory that it and its workers hold. */
import { loadImage } from "../dist/sandbox/python/image-store.js";
import { openPythonSandbox } from "../dist/sandbox/python/python-sandbox.js";
import { residentBytes, startServer } from "./lib/processes.mjs";
import { median } from "./lib/statistics.mjs";

const MEBIBYTE = 2 ** 20;

export async function startUp(report, { quick }) {
  const starts = [];
  for (let round = 0; round < (quick ? 3 : 7); round += 1) {
    const server = await startServer({ WORKERS: "2" });
    starts.push(server.readyMs);
    await server.stop();
  }
  report.figure("From process start to the first /health, median", median(starts), { unit: "ms", target: "600" });
  await workers(report);
}

async function workers(report) {
  const memory = {};
  for (const count of [1, 2]) {
    const server = await startServer({ WORKERS: String(count) });
    await playOnce(server.port);
    memory[count] = residentBytes(server.process.pid);
    await server.stop();
  }
  if (memory[1] === null) return report.skipped("Memory", "this system does not tell a process's memory");
  report.figure("Memory in all, two workers, after a first episode", memory[2] / MEBIBYTE, {
    unit: "MiB",
    target: "250",
  });
  report.figure("Memory a worker", (memory[2] - memory[1]) / MEBIBYTE, { unit: "MiB" });
  report.figure("Memory without workers", (2 * memory[1] - memory[2]) / MEBIBYTE, { unit: "MiB" });
  report.figure("From opening the sandbox to the first result", await firstResult({}), { unit: "ms" });
  const image = loadImage();
  await image;
  report.figure("From starting a worker to its first result", await firstResult({ image }), { unit: "ms" });
}

/** Milliseconds; with an image that is loaded already it is the worker's own start. */
async function firstResult(options) {
  const began = performance.now();
  const sandbox = await openPythonSandbox({ workers: 1, ...options });
  await sandbox.run({ code: "", calls: [{ source: "1", seed: 0 }] });
  const took = performance.now() - began;
  await sandbox.close();
  return took;
}

async function playOnce(port) {
  const post = async (path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  };
  for (let seed = 0; seed < 20; seed += 1) {
    await post("/reset", { seed });
    await post("/step", { action: { action_type: "RUN_TESTS" } });
    await post("/step", { action: { action_type: "SUBMIT" } });
  }
}
