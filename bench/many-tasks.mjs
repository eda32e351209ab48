/** What twenty thousand tasks and two thousand imported programs cost a server that has them beside the sixteen. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ManyNames } from "../dist/tasks/nearest-name.js";
import { Session } from "./clients/socket.mjs";
import { residentBytes, startServer } from "./lib/processes.mjs";
import { median, quantile } from "./lib/statistics.mjs";
import { writePrograms } from "./lib/synthetic-programs.mjs";

const MEBIBYTE = 2 ** 20;
const MOST_TIME = 1.3;
const MOST_MEMORY = 60;
const MOST_RESET = 1.2;
const MOST_NAME_MS = 5;

export async function manyTasks(report, { quick }) {
  const root = mkdtempSync(join(tmpdir(), "tracefix-many-"));
  try {
    const tasks = writePrograms(join(root, "many"), { prefix: "made", programs: 400, bugs: 50 });
    const imported = writePrograms(join(root, "imported"), { prefix: "brought", programs: 2000, bugs: 1 });
    report.figure("Tasks beside the sixteen", tasks + imported);
    const words = ["--programs", join(root, "many"), "--programs", join(root, "imported")];
    const first = await indexed(words);
    report.figure("Until all of them are read, the first time", first, { unit: "ms" });
    report.figure("Until all of them are read, from the index", await indexed(words), { unit: "ms" });
    await misspelt(report);
    await resets(report, { words, rounds: quick ? 400 : 3000 });
    await starts(report, { words, rounds: quick ? 3 : 9 });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function indexed(words) {
  const began = performance.now();
  const server = await startServer({ WORKERS: "1" }, words);
  await server.logged("programs read: imported");
  await server.stop();
  return performance.now() - began;
}

/** In turn, so that what else the machine does meets both. */
async function starts(report, { words, rounds }) {
  const times = { few: [], many: [] };
  const memory = { few: [], many: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, more] of [
      ["few", []],
      ["many", words],
    ]) {
      const server = await startServer({ WORKERS: "1" }, more);
      times[name].push(server.readyMs);
      // The last of the sets that it has: what is read afterwards is in neither's figures.
      await server.logged(`programs read: ${more.length > 0 ? "imported" : "generated"}`);
      const session = await Session.open(server.port);
      for (let seed = 0; seed < 20; seed += 1) await session.reset(seed);
      session.close();
      memory[name].push(residentBytes(server.process.pid) / MEBIBYTE);
      await server.stop();
    }
  }
  report.figure("From process start to the first /health, the sixteen, median", median(times.few), { unit: "ms" });
  report.figure("The same with all, median", median(times.many), { unit: "ms" });
  report.ratio("Start with all to start with the sixteen", median(times.many) / median(times.few), {
    atMost: MOST_TIME,
  });
  const more = median(memory.many) - median(memory.few);
  report.figure("Memory more with all, everything read, median", more, { unit: "MiB", target: String(MOST_MEMORY) });
  report.claim(`Memory more is at most ${MOST_MEMORY} MiB`, more <= MOST_MEMORY);
}

async function resets(report, { words, rounds }) {
  const server = await startServer({ WORKERS: "1" }, words);
  await server.logged("programs read: imported");
  const session = await Session.open(server.port);
  const ways = {
    classic: { task_set: "classic" },
    all: { task_set: "all" },
    mastery: { task_set: "all", curriculum: "mastery", group: "bench" },
  };
  const times = { classic: [], all: [], mastery: [] };
  // In turn, so that what else the machine does meets all of them; a quarter of the rounds has seeds of its own.
  const seeds = rounds / 4;
  for (let round = 0; round < rounds; round += 1) {
    const seed = round % seeds;
    for (const [name, more] of Object.entries(ways)) {
      const began = performance.now();
      await session.reset(seed, more);
      times[name].push(performance.now() - began);
    }
  }
  session.close();
  await server.stop();
  // A task that is played for the first time is read then, and proved sound; the bound is about what comes after.
  const late = (name) => times[name].slice(seeds);
  report.figure("Reset among all to a task that nobody has played, median", median(times.all.slice(0, seeds)), {
    unit: "ms",
  });
  const [few, many] = [late("classic"), late("all")].map((all) => quantile(all, 0.99));
  report.figure("Reset among the sixteen, 99th percentile", few, { unit: "ms" });
  report.figure("Reset among all, 99th percentile", many, { unit: "ms" });
  report.ratio("Reset among all to reset among the sixteen, 99th percentile", many / few, { atMost: MOST_RESET });
  report.figure("Reset among the sixteen, median", median(late("classic")), { unit: "ms" });
  report.figure("Reset among all, median", median(late("all")), { unit: "ms" });
  report.figure("Reset among all by mastery, median", median(late("mastery")), { unit: "ms" });
}

async function misspelt(report) {
  const names = Array.from({ length: 20_000 }, (_, place) => {
    const [program, bug] = [Math.floor(place / 50), place % 50].map((number) => String(number).padStart(2, "0"));
    return `made_00${program}_bug_${bug}`;
  });
  const many = new ManyNames(() => names);
  // What prepares the names happens once a set; none begins so, and nothing is as far from all of them.
  const prepared = await piecesOf(() => many.nearest("\u0000"));
  const found = [];
  for (const name of ["made_0017_bg_03", "maed_00399_bug_491", "nothing like it", "brought_0001_bug_00"]) {
    found.push(await piecesOf(() => many.nearest(name)));
  }
  const worst = Math.max(...found.map(({ used }) => used));
  report.figure("Processor time that prepares 20,000 names, once, at the first that is misspelt", prepared.used, {
    unit: "ms",
  });
  report.figure("The same of one piece of it, between which others run", prepared.used / prepared.pieces, {
    unit: "ms",
    target: String(MOST_NAME_MS),
  });
  report.figure("Processor time of a misspelt name among them, the worst of four", worst, {
    unit: "ms",
    target: String(MOST_NAME_MS),
  });
  report.claim(`A misspelt name costs less than ${MOST_NAME_MS} ms`, worst < MOST_NAME_MS);
}

/** In how many pieces something is done, and what the whole process uses for it: the clock would tell of others, too. */
async function piecesOf(work) {
  const before = process.cpuUsage();
  let [pieces, isDone] = [0, false];
  const count = () => {
    pieces += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await work();
  isDone = true;
  const { user, system } = process.cpuUsage(before);
  return { used: (user + system) / 1000, pieces };
}
