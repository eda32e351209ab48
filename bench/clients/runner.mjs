/** Plays episodes as `tracefix eval` does, with an agent that costs nothing, and tells what that took of this process. */
import { TraceFixClient } from "../../dist/client/tracefix-client.js";
import { planEpisodes } from "../../dist/evaluation/plan.js";
import { RunFolder } from "../../dist/evaluation/run/run-folder.js";
import { runEpisodes } from "../../dist/evaluation/run-episodes.js";
import { askServer } from "../../dist/evaluation/server-tasks.js";
import { finish } from "./socket.mjs";

const { url, folder: path, episodes, concurrency } = JSON.parse(process.argv[2]);
const SAMPLES = 20;
const LOOKS = 10;
/** Costs the server no test, so that the runner is what is measured. */
const onlooker = {
  name: "onlooker",
  model: null,
  begin: () => {
    let looks = 0;
    const look = { kind: "act", action: { action_type: "VIEW_CODE" } };
    const leave = { kind: "stop", ending: "gave_up", why: "seen enough" };
    return { act: async () => (looks++ < LOOKS ? look : leave) };
  },
};

const signal = new AbortController().signal;
const { tasks, grading } = await askServer(url, { signal });
const facts = tasks.map(({ task_name: name, difficulty, split, metadata }) => {
  return { name, program: metadata.program, bugType: "unknown", difficulty, split };
});
const plan = planEpisodes({ tasks: facts, seed: 0, episodes, repeat: 1, maxSteps: 20 });
const folder = await RunFolder.open(path);
const samples = [];
let steps = 0;
let ended = 0;

const began = performance.now();
const before = process.cpuUsage();
await runEpisodes(plan, {
  agent: onlooker,
  connect: (limit) => TraceFixClient.connect(url, { signal: limit }),
  grading,
  signal,
  concurrency,
  now: Date.now,
  watcher: {
    started: () => undefined,
    stepped: () => {
      steps += 1;
    },
    async ended(_planned, record) {
      if (record?.ending === "error") throw new Error(`An episode failed: ${record.error}`);
      await folder.append(record);
      ended += 1;
      if (ended % Math.ceil(episodes / SAMPLES) !== 0) return;
      // Without a collection the figure says how long ago the last one was.
      globalThis.gc?.();
      samples.push(process.memoryUsage().heapUsed);
    },
  },
});
const { user, system } = process.cpuUsage(before);
const wallMs = performance.now() - began;
await folder[Symbol.asyncDispose]();
finish({ steps, cpuMs: (user + system) / 1000, wallMs, samples });
