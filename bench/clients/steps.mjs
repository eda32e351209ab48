/** Plays one kind of step as fast as answers come, in several sessions at once, for some seconds. */
import { finish, Session } from "./socket.mjs";

const { port, sessions, seconds, kind, canned = false, firstSeed = 0 } = JSON.parse(process.argv[2]);
const times = [];
let falseTimeouts = 0;
/** What tests said of a program when it was first run. */
const verdicts = new Map();
let nextSeed = firstSeed;
const began = performance.now();
const over = () => performance.now() - began > seconds * 1000;

const KINDS = {
  /** A fresh episode and an edit for each run, so that none is answered from memory; only the run is timed. */
  async run(session) {
    const seed = nextSeed++;
    const begun = await session.reset(seed);
    // What a file does before its first line is the same with it; the text is another for each seed.
    await session.step({ action_type: "REPLACE_LINES", start_line: 1, end_line: 0, new_code_block: `# run ${seed}` });
    noteTimeouts(`edited ${programIn(begun)}`, await timed(() => session.step({ action_type: "RUN_TESTS" })));
  },
  /** The file as it was given, which was run before for some other session. */
  async given(session) {
    const begun = await session.reset(nextSeed++);
    noteTimeouts(programIn(begun), await timed(() => session.step({ action_type: "RUN_TESTS" })));
  },
  async view(session) {
    await timed(() => session.step({ action_type: "VIEW_CODE" }));
  },
  async solve(session) {
    await timed(async () => {
      await session.reset(nextSeed++, { task_name: "binary_search_off_by_one" });
      await session.step({ action_type: "RUN_TESTS" });
      await session.step(FIX);
      noteTimeouts("repaired", await session.step({ action_type: "RUN_TESTS" }));
      const end = await session.step({ action_type: "SUBMIT" });
      if (!JSON.parse(end).data.metadata.ending?.solved) throw new Error(`Not solved: ${end.slice(-300)}`);
    });
  },
};
let FIX;

async function timed(work) {
  const from = performance.now();
  const result = await work();
  times.push(performance.now() - from);
  return result;
}

function programIn(begun) {
  return begun.slice(begun.indexOf('"code_dict":'), begun.indexOf('"code_text":'));
}

/** A file may loop by right, so what counts is an answer that differs from the one before to the same program. */
function noteTimeouts(program, text) {
  const verdict = text.slice(text.indexOf('"test_results":'), text.indexOf('"step_count":'));
  if ((verdicts.get(program) ?? verdict) !== verdict) falseTimeouts += 1;
  verdicts.set(program, verdict);
}

if (kind === "solve") FIX = JSON.parse(process.argv[3] ?? "null") ?? (await reference());
await Promise.all(Array.from({ length: sessions }, () => play()));
const elapsed = (performance.now() - began) / 1000;
finish({ rate: times.length / elapsed, count: times.length, times: sample(times), falseTimeouts });

async function play() {
  const session = await Session.open(port, { canned });
  if (kind === "view") await session.reset(nextSeed++, { max_steps: 10_000 });
  while (!over()) {
    // An episode of views ends at its step limit.
    for (let step = 0; step < 9000 && !over(); step += 1) await KINDS[kind](session);
    if (kind === "view") await session.reset(nextSeed++, { max_steps: 10_000 });
  }
  session.close();
}

async function reference() {
  const { openFolderSource } = await import("../../dist/tasks/supply/folder-source.js");
  const { fileURLToPath } = await import("node:url");
  const source = await openFolderSource(fileURLToPath(new URL("../../programs", import.meta.url)));
  const task = await source.open(await source.find("binary_search_off_by_one"));
  const lines = task.code.text.trimEnd().split("\n").length;
  return { action_type: "REPLACE_LINES", start_line: 1, end_line: lines, new_code_block: task.program.solution.text };
}

/** Enough times for quantiles, few enough to print. */
function sample(values) {
  const every = Math.max(1, Math.floor(values.length / 5000));
  return values.filter((_, index) => index % every === 0);
}
