/** Runs a second on two workers: restoring what was written, against restoring everything, in turn. */
import { openPythonSandbox } from "../dist/sandbox/python/python-sandbox.js";
import { median } from "./lib/statistics.mjs";

const CODE = "def f(x):\n    return x + 1\n";
const WORKERS = 2;
/** Enough callers that a worker never waits for the next batch. */
const CALLERS = 16;

export async function sandboxThroughput(report, { quick }) {
  const seconds = quick ? 1 : 3;
  const rates = { dirty: [], full: [] };
  const open = (restore) => openPythonSandbox({ workers: WORKERS, restore, compareEvery: 0 });
  const sandboxes = { dirty: await open("dirty"), full: await open("full") };
  try {
    await Promise.all(Object.values(sandboxes).map((sandbox) => rate(sandbox, 0.5)));
    for (let round = 0; round < 3; round += 1) {
      for (const mode of ["dirty", "full"]) rates[mode].push(await rate(sandboxes[mode], seconds));
    }
  } finally {
    await Promise.all(Object.values(sandboxes).map((sandbox) => sandbox.close()));
  }
  report.figure("Runs a second, two workers", median(rates.dirty), { target: "3,000" });
  report.figure("Runs a second, two workers, full restores", median(rates.full));
  report.ratio("Restoring what was written to restoring everything", median(rates.dirty) / median(rates.full), {
    atLeast: 8,
  });
  return { batchesASecond: median(rates.dirty) };
}

async function rate(sandbox, seconds) {
  const began = performance.now();
  let runs = 0;
  const caller = async (number) => {
    for (let seed = 0; performance.now() - began < seconds * 1000; seed += 1) {
      const batch = { code: CODE, calls: [{ source: "f(1)", seed }] };
      const { outcomes } = await sandbox.run(batch, { session: `session ${number}` });
      if (outcomes[0]?.kind !== "value") throw new Error(`Wrong answer: ${outcomes[0]?.kind}`);
      runs += 1;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, (_, number) => caller(number)));
  return runs / ((performance.now() - began) / 1000);
}
