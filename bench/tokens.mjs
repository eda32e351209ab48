/**
 * What a model reads of ten steps, in tokens of a real tokenizer: observations in full and lean, on every task. The steps
 * are those of a debugger that tries: runs, two edits that do not help, one that does not parse, an undo, the repair.
 */
import { join } from "node:path";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { TraceFixRLGym } from "../dist/environment/gym.js";
import { commonLines } from "../dist/ground/common-ends.js";
import { openPythonSandbox } from "../dist/sandbox/python/python-sandbox.js";
import { Teller } from "../dist/sessions/teller.js";
import { ROOT } from "../scripts/lib/paths.mjs";
import { loadTasks } from "./lib/tasks.mjs";

const MOST_LEAN = 0.25;

export async function tokens(report) {
  const { source, tasks } = await loadTasks(join(ROOT, "programs"));
  const sandbox = await openPythonSandbox({ workers: 1 });
  try {
    const rows = [];
    for (const task of tasks) rows.push({ name: task.name, ...(await measure(task, { source, sandbox })) });
    console.log("\n  | Task | full | lean | lean / full | lean as JSON |\n  |---|---:|---:|---:|---:|");
    for (const { name, full, lean, json } of rows) {
      console.log(`  | \`${name}\` | ${full} | ${lean} | ${(lean / full).toFixed(2)} | ${json} |`);
    }
    const mean = (of) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
    const counted = { unit: "tokens" };
    report.figure(
      "Ten steps in full, mean",
      mean(({ full }) => full),
      counted,
    );
    report.figure(
      "Ten steps, lean, mean",
      mean(({ lean }) => lean),
      counted,
    );
    report.figure(
      "Ten steps, lean observations as JSON, mean",
      mean(({ json }) => json),
      counted,
    );
    const share = mean(({ full, lean }) => lean / full);
    report.ratio("Lean of full, mean of the tasks", share, { atMost: MOST_LEAN });
  } finally {
    await sandbox.close();
  }
}

/** Full: the JSON of each observation, without the code's second form. Lean: the prompt and each text. */
async function measure(task, { source, sandbox }) {
  const gym = new TraceFixRLGym({ tasks: source, sandboxFor: () => sandbox });
  const teller = new Teller();
  const start = await gym.reset({ task_name: task.name, seed: 1, episode_id: "tokens" });
  const told = teller.begin(start, "lean").observation;
  const count = {
    full: inFull(start),
    lean: size(told.metadata.system_prompt) + size(told.text),
    json: inFull({ observation: told }),
  };
  for (const action of steps(task)) {
    const result = await gym.step(action);
    const { observation } = teller.step(result);
    count.full += inFull(result);
    count.lean += size(observation.text);
    count.json += inFull({ observation });
  }
  return count;
}

function steps({ code, program }) {
  const given = linesOf(code.text);
  const repair = difference(given, linesOf(program.solution.text));
  const middle = given.findIndex((line, at) => at > 1 && line.trim() !== "") + 1;
  const indent = /^ */.exec(given[middle - 1])[0];
  const edit = (start_line, end_line, block) => ({
    action_type: "REPLACE_LINES",
    start_line,
    end_line,
    new_code_block: block,
  });
  return [
    { action_type: "RUN_TESTS" },
    edit(middle, middle - 1, `${indent}# the loop begins here`),
    { action_type: "RUN_TESTS" },
    { action_type: "UNDO_EDIT" },
    edit(middle, middle, `${indent}(`),
    { action_type: "VIEW_CODE" },
    edit(middle, middle, `${given[middle - 1]}  # checked`),
    { action_type: "RUN_TESTS" },
    edit(repair.start, repair.end, repair.block),
    { action_type: "RUN_TESTS" },
  ];
}

/** The one edit that makes `after` of `before`. */
function difference(before, after) {
  const { head, tail } = commonLines(before, after);
  return { start: head + 1, end: before.length - tail, block: after.slice(head, after.length - tail).join("\n") };
}

function inFull({ observation: { code_text: _, ...observation } }) {
  return size(JSON.stringify(observation));
}

function size(text) {
  return encode(text).length;
}

function linesOf(text) {
  return text.trimEnd().split("\n");
}
