/** Steps a second over the WebSocket, against what the bare sandbox and a bare socket server do in the same run. */
import { join } from "node:path";
import { openPythonSandbox } from "../dist/sandbox/python/python-sandbox.js";
import { ROOT } from "../scripts/lib/paths.mjs";
import { runClient, startCanned, startServer } from "./lib/processes.mjs";
import { median, quantile } from "./lib/statistics.mjs";
import { loadTasks } from "./lib/tasks.mjs";

/** RUN_TESTS that must bring no false time-out: the long run's share is in soak.mjs. */
const FALSE_TIMEOUT_RUNS = 100_000;
const WARM_UP_SECONDS = 5;
const VIEW_ROUNDS = 9;

export async function steps(report, { quick }) {
  const seconds = quick ? 2 : 5;
  const server = await startServer({ WORKERS: "2" });
  try {
    await runClient("steps", { port: server.port, sessions: 8, seconds: WARM_UP_SECONDS, kind: "run" });
    await runTests(report, server.port, seconds);
    await viewCode(report, server.port, seconds);
    const solves = await runClient("steps", {
      port: server.port,
      sessions: 8,
      seconds,
      kind: "solve",
      firstSeed: 10 ** 6,
    });
    report.figure("Whole solves a second, eight sessions", solves.rate, { target: "250" });
    if (!quick) await falseTimeouts(report, server.port);
  } finally {
    await server.stop();
  }
}

async function runTests(report, port, seconds) {
  const bare = { rate: [], latency: [] };
  const wire = { rate: [], latency: [] };
  const { measure, close } = await bareSandbox();
  // In turn, because the machine's speed drifts.
  for (let round = 0; round < 3; round += 1) {
    const own = await measure(seconds / 2);
    bare.rate.push(own.rate);
    bare.latency.push(own.latency);
    const firstSeed = 100_000 * (round + 1);
    wire.rate.push((await runClient("steps", { port, sessions: 8, seconds, kind: "run", firstSeed })).rate);
    const alone = await runClient("steps", {
      port,
      sessions: 1,
      seconds: seconds / 2,
      kind: "run",
      firstSeed: firstSeed + 50_000,
    });
    wire.latency.push(median(alone.times));
  }
  await close();
  report.figure("The same batches on the bare sandbox, a second", median(bare.rate));
  report.figure("RUN_TESTS a second, eight sessions, each after an edit", median(wire.rate), { target: "1,500" });
  const given = await runClient("steps", { port, sessions: 8, seconds, kind: "given", firstSeed: 900_000 });
  report.figure("RUN_TESTS of the given file a second, eight sessions", given.rate);
  report.ratio("RUN_TESTS to the bare sandbox's batches", median(wire.rate) / median(bare.rate), { atLeast: 0.4 });
  report.figure("RUN_TESTS, one session, median", median(wire.latency), { unit: "ms", target: "2" });
  report.ratio("RUN_TESTS to the bare round trip, one session", median(wire.latency) / median(bare.latency), {
    atMost: 2,
  });
}

/** The visible tests of all tasks, in turn, on a sandbox of this process: eight callers for the rate, one for the latency. */
async function bareSandbox() {
  const { tasks } = await loadTasks(join(ROOT, "programs"));
  const batches = tasks.map((task) => ({
    code: task.code,
    calls: task.program.tests.map((test) => ({ source: test.call, seed: 0 })),
  }));
  const sandbox = await openPythonSandbox({ workers: 2 });
  // The engine compiles what runs often a second time, better: as long as that lasts, nothing is measured.
  await rate(sandbox, batches, { callers: 8, seconds: WARM_UP_SECONDS });
  return {
    async measure(seconds) {
      const busy = await rate(sandbox, batches, { callers: 8, seconds });
      const alone = await rate(sandbox, batches, { callers: 1, seconds });
      return { rate: busy.rate, latency: median(alone.times) };
    },
    close: () => sandbox.close(),
  };
}

async function rate(sandbox, batches, { callers, seconds }) {
  const began = performance.now();
  const times = [];
  const caller = async (number) => {
    for (let run = number; performance.now() - began < seconds * 1000; run += 1) {
      const from = performance.now();
      await sandbox.run(batches[run % batches.length], { session: String(number) });
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, number) => caller(number)));
  return { rate: times.length / ((performance.now() - began) / 1000), times };
}

async function viewCode(report, port, seconds) {
  const canned = await startCanned({ answer: await cannedAnswer(port) });
  try {
    for (const sessions of [1, 8, 64]) {
      const ours = [];
      const theirs = [];
      for (let round = 0; round < VIEW_ROUNDS; round += 1) {
        const length = { sessions, seconds: seconds / 4, kind: "view" };
        theirs.push(await runClient("steps", { ...length, port: canned.port, canned: true }));
        ours.push(await runClient("steps", { ...length, port }));
      }
      report.figure(`VIEW_CODE a second, ${sessions} sessions`, median(ours.map((run) => run.rate)));
      report.figure(`A canned answer of the same length, ${sessions} sessions`, median(theirs.map((run) => run.rate)));
      // Round by round: the machine's speed drifts, and drifts by more than what is asked.
      const ratio = median(ours.map(({ rate }, round) => rate / theirs[round].rate));
      report.ratio(`VIEW_CODE to the canned answer, ${sessions} sessions`, ratio, { atLeast: 0.6 });
      report.figure(
        `VIEW_CODE, 99th of 100, ${sessions} sessions`,
        quantile(
          ours.flatMap((run) => run.times),
          0.99,
        ),
        { unit: "ms" },
      );
    }
  } finally {
    await canned.stop();
  }
}

/** What a VIEW_CODE is answered with. */
export async function cannedAnswer(port) {
  const { Session } = await import("./clients/socket.mjs");
  const session = await Session.open(port);
  await session.reset(1);
  const answer = await session.step({ action_type: "VIEW_CODE" });
  session.close();
  return answer;
}

async function falseTimeouts(report, port) {
  let runs = 0;
  let found = 0;
  for (let round = 1; runs < FALSE_TIMEOUT_RUNS; round += 1) {
    const part = await runClient("steps", { port, sessions: 8, seconds: 20, kind: "run", firstSeed: 10 ** 7 * round });
    runs += part.count;
    found += part.falseTimeouts;
  }
  report.claim("No false time-out", found === 0, `${found} in ${runs} RUN_TESTS under eight sessions`);
}
