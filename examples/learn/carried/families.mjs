/** Tasks of training families, and of families that no training sees: written and generated ones, of small programs. */
import { OPERATORS } from "../../../dist/agents/search/operators/operators.js";
import { parsePython } from "../../../dist/agents/search/python-program.js";
import { packagePrograms } from "../../../dist/tasks/supply/package-programs.js";
import { TaskSets } from "../../../dist/tasks/supply/task-sets.js";
import { createDraws, shuffled } from "../draws.mjs";

/** Of a longer program there are more repairs than such a learner can try. */
const MOST_LINES = 60;
const MOST_OF_A_PROGRAM = 3;

export async function openFamilies() {
  const source = (await TaskSets.open({ ...packagePrograms(), imported: [] })).of("all");
  return { source, draw: (split, size) => drawTasks(source, split, size) };
}

/** Draws tasks of a split which one of the search agent's repairs mends to the letter; the same ones on any machine. */
async function drawTasks(source, split, size) {
  const all = await source.list({ split }, { start: 0, stop: Number.POSITIVE_INFINITY });
  const drawn = [];
  for (const entry of shuffled(all, createDraws("families", split))) {
    const task = await source.open(entry);
    const fellows = drawn.filter(({ program }) => program.name === task.program.name).length;
    const isSmall = task.code.text.split("\n").length <= MOST_LINES;
    if (isSmall && fellows < MOST_OF_A_PROGRAM && isWithinReach(task)) drawn.push(task);
    if (drawn.length === size) return drawn;
  }
  throw new Error(`the split ${split} has ${drawn.length} such tasks, and ${size} were asked for`);
}

function isWithinReach({ code, program }) {
  const given = parsePython(code.text);
  const solution = program.solution.text;
  return given.nodes.some((node) =>
    OPERATORS.some(({ changes }) =>
      changes(node, given).some(
        ({ from, to, insert }) => code.text.slice(0, from) + insert + code.text.slice(to) === solution,
      ),
    ),
  );
}
