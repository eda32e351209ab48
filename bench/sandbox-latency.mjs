/** A trivial submission, back to back, against Python's own ways to run code in a fresh process. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openPythonSandbox } from "../dist/sandbox/python/python-sandbox.js";
import { ROOT } from "../scripts/lib/paths.mjs";
import { end, findPython } from "./lib/processes.mjs";
import { median, quantile } from "./lib/statistics.mjs";

const CODE = "def f(x):\n    return x + 1\n";
const WARM_UP = 300;

export async function sandboxLatency(report, { quick }) {
  const rounds = quick ? 8 : 20;
  const each = quick ? 25 : 50;
  const python = findPython();
  const sandbox = await openPythonSandbox({ workers: 1, compareEvery: 0 });
  const native = python && startNative(python);
  const times = { sealed: [], fork: [], multiprocessing: [] };
  try {
    for (let run = 0; run < WARM_UP; run += 1) await once(sandbox, run);
    for (let round = 0; round < rounds; round += 1) {
      for (let run = 0; run < each; run += 1) {
        const began = performance.now();
        await once(sandbox, run);
        times.sealed.push(performance.now() - began);
      }
      if (!native) continue;
      times.fork.push(...(await native.measure("fork", each)));
      times.multiprocessing.push(...(await native.measure("multiprocessing", each)));
    }
  } finally {
    await sandbox.close();
    await native?.stop();
  }
  const sealed = median(times.sealed);
  report.figure("Trivial submission, worker round trip and restore, median", sealed, { unit: "ms", target: "1" });
  report.figure("the same, 99th of 100", quantile(times.sealed, 0.99), { unit: "ms" });
  if (!native) return report.skipped("Against os.fork and multiprocessing", "no Python on this machine");
  report.figure("os.fork of a warm interpreter, median", median(times.fork), { unit: "ms" });
  report.figure("multiprocessing (fork) with a Queue, median", median(times.multiprocessing), { unit: "ms" });
  report.ratio("Sealed to os.fork", sealed / median(times.fork), { atMost: 0.6 });
  report.ratio("Sealed to multiprocessing", sealed / median(times.multiprocessing), { atMost: 0.25 });
}

/** Every call has a seed of its own; nothing is remembered between them. */
async function once(sandbox, seed) {
  const { outcomes } = await sandbox.run({ code: CODE, calls: [{ source: "f(1)", seed }] });
  if (outcomes[0]?.value?.value !== 2n) throw new Error(`Wrong answer: ${JSON.stringify(outcomes[0]?.kind)}`);
}

function startNative(python) {
  const child = spawn(python, [join(ROOT, "bench/native.py")], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    async measure(way, runs) {
      child.stdin.write(`${way} ${runs}\n`);
      return JSON.parse((await lines.next()).value);
    },
    stop: () => end(child),
  };
}
