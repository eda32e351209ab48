/** What a SUBMIT costs the members of a group, which share task and seed: the first of them, and those after it. */
import { join } from "node:path";
import { ROOT } from "../scripts/lib/paths.mjs";
import { Session } from "./clients/socket.mjs";
import { startServer } from "./lib/processes.mjs";
import { median } from "./lib/statistics.mjs";
import { loadTasks } from "./lib/tasks.mjs";

const MEMBERS = 16;
/** Each program's lists of the search for a difference are made once a process, for the one who comes first. */
const WARM_UP_GROUPS = 24;

export async function group(report, { quick }) {
  const { programs, tasks } = await loadTasks(join(ROOT, "programs"));
  const chosen = programs.map((program) => tasks.find((task) => task.program === program));
  const server = await startServer({ WORKERS: "2" });
  const session = await Session.open(server.port);
  const found = { first: [], later: [], ratio: [] };
  try {
    for (const task of chosen) {
      for (let seed = 0; seed < WARM_UP_GROUPS; seed += 1) await submit(session, task, { seed, member: 0 });
      for (let seed = 100; seed < (quick ? 103 : 112); seed += 1) {
        const times = [];
        for (let member = 0; member < MEMBERS; member += 1) times.push(await submit(session, task, { seed, member }));
        const [first, ...later] = times;
        found.first.push(first);
        found.later.push(median(later));
        found.ratio.push(median(later) / first);
      }
    }
  } finally {
    session.close();
    await server.stop();
  }
  report.figure("SUBMIT of a group's first member, median", median(found.first), { unit: "ms" });
  report.figure("SUBMIT of the second to sixteenth, median", median(found.later), { unit: "ms" });
  report.ratio("SUBMIT of a later member to the first", median(found.ratio), { atMost: 0.5 });
}

/** Milliseconds of a SUBMIT of a text that no other member hands in. */
async function submit(session, task, { seed, member }) {
  await session.reset(seed, { task_name: task.name });
  await session.step({
    action_type: "REPLACE_LINES",
    start_line: 1,
    end_line: task.code.text.trimEnd().split("\n").length,
    new_code_block: `${task.program.solution.text}\n# the text of member ${"abcdefghijklmnop"[member]}\n`,
  });
  await session.step({ action_type: "RUN_TESTS" });
  const from = performance.now();
  const end = await session.step({ action_type: "SUBMIT" });
  const took = performance.now() - from;
  if (!JSON.parse(end).data.metadata.ending?.solved) throw new Error(`Not solved: ${end.slice(-300)}`);
  return took;
}
