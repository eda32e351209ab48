/** The edits that a policy may choose from, and what is known of each: nothing of it names a task. */
import { smallestEdit } from "../../../dist/agents/oracle-agent.js";
import { ochiaiScore } from "../../../dist/agents/search/ochiai.js";
import { OPERATORS } from "../../../dist/agents/search/operators/operators.js";
import { insertProbes, readTraces } from "../../../dist/agents/search/probes.js";
import { parsePython } from "../../../dist/agents/search/python-program.js";
import { repairsOf } from "../../../dist/agents/search/repairs.js";
import { createDraws, shuffled } from "../draws.mjs";
import { TASK_SEED } from "../train.mjs";

/** Of a task's repairs, all others being left out by chance. */
const EDITS = 12;

/** What an edit may have: the operator that makes it, how suspicious its statement is, and a failing test's frame. */
export const FEATURES = [
  ...OPERATORS.map(({ name }) => name),
  "most suspicious",
  "as suspicious as half the most",
  "less suspicious",
  "in a failing test's frame",
];
const FRAME = FEATURES.length - 1;

/**
 * @param task whose reference is among the repairs, so that one of the edits writes it
 * @returns its name and edits, in the order in which the search agent would try them, each an action for the text that it
 *   meets, and the features of each
 */
export async function describeEdits(task, environment) {
  const given = withoutEnd(task.code.text);
  const solution = withoutEnd(task.program.solution.text);
  const program = parsePython(given);
  const { traces, frames } = await watchTests(task, program, environment);
  const repairs = [...repairsOf(program, traces)];
  const order = shuffled([...repairs.keys()], createDraws("edits", task.name));
  const right = repairs.findIndex(({ text }) => text === solution);
  const chosen = new Set([...(right < 0 ? [] : [right]), ...order].slice(0, EDITS));
  const kept = repairs.filter((_, place) => chosen.has(place));
  const suspicion = kept.map(({ line }) => ochiaiScore(line, traces));
  const most = Math.max(...suspicion);
  const features = kept.map(({ operator, line }, place) => {
    const share = most === 0 ? 1 : suspicion[place] / most;
    const degree =
      share === 1 ? "most suspicious" : share >= 0.5 ? "as suspicious as half the most" : "less suspicious";
    return [FEATURES.indexOf(operator), FEATURES.indexOf(degree), ...(frames.has(line) ? [FRAME] : [])];
  });
  const edits = kept.map(({ text: repaired }) => (text) => ({
    action_type: "REPLACE_LINES",
    ...smallestEdit(text, repaired),
  }));
  return { name: task.name, edits, features };
}

/** As the search agent does before it tries anything: which statements each test executes, and where tests raise. */
async function watchTests({ name }, program, environment) {
  await environment.reset({ task_name: name, seed: TASK_SEED });
  const { observation } = await environment.step({ action_type: "RUN_TESTS" });
  const report = observation.last_execution_output.split("\n");
  // A line of a traceback, as Python writes it.
  const frames = new Set(report.flatMap((line) => /File ".*", line (\d+)/.exec(line)?.[1] ?? []).map(Number));
  const probed = insertProbes(program);
  if (probed === null) return { traces: [], frames };
  await environment.step({ action_type: "REPLACE_LINES", ...smallestEdit(program.text, probed) });
  const run = await environment.step({ action_type: "RUN_TESTS" });
  return { traces: readTraces(run.observation), frames };
}

function withoutEnd(text) {
  return text.replace(/\n$/, "");
}
