/** A task of three files, with the bug in one that the main one imports; and one of a file too long to stand in a prompt. */
import { TraceFixRLGym } from "../../../src/environment/gym.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { Source } from "../../../src/sandbox/source.ts";
import type { Task } from "../../../src/tasks/task.ts";
import { makeProgram, makeTask, makeTest } from "../../tasks/support/make-task.ts";
import { taskSetOf } from "../../tasks/support/task-set.ts";

export const MAIN = "solution.py";
export const CELLS = "cells.py";
export const ROWS = "sheet/rows.py";

const FILES = {
  [MAIN]: [
    "from cells import value",
    "from sheet.rows import total",
    "",
    "",
    "def add(row):",
    "    return total([value(cell) for cell in row])",
    "",
  ].join("\n"),
  [CELLS]: ["def value(cell):", '    if cell == "":', "        return 0", "    return int(cell)", ""].join("\n"),
  [ROWS]: ["def total(numbers):", "    return sum(numbers)", ""].join("\n"),
};

/** The broken line of the cells, and what repairs it. */
export const BROKEN_LINE = "        return cell + 0";
export const REPAIRED_LINE = "        return 0";

const broken = { ...FILES, [CELLS]: FILES[CELLS].replace(REPAIRED_LINE, BROKEN_LINE) };

/** In another file than the bug, which the second text of these makes a little longer. */
const BLANK_LINES = "\n# nothing\n".repeat(300);

function taskOf(name: string, padding: string): Task {
  const sourceOf = (files: typeof FILES) =>
    new Source(MAIN, Object.entries({ ...files, [ROWS]: files[ROWS] + padding }));
  const program = makeProgram({
    name,
    title: "Add the cells of a row",
    description: "add(row) gives the sum of the cells of a row, texts, of which an empty one counts nothing.",
    entryPoint: "add",
    tests: [
      makeTest('add(["1", "2"])', "3"),
      makeTest('add(["", "2"])', "2"),
      makeTest('add(["x"])\n', "0"),
      makeTest("add([])", "0"),
    ].map((each) =>
      each.call.includes("x")
        ? { ...each, expectation: { kind: "raises", type: "ValueError", module: "builtins" } as const }
        : each,
    ),
    solution: sourceOf(FILES),
    generator:
      "def generate(rng):\n" +
      '    return f"add({[rng.choice([str(rng.randint(0, 999)), str(rng.randint(0, 9)), str()]) for _ in range(rng.randint(1, 6))]!r})"\n',
  });
  return makeTask({ name: `${name}_empty_cells`, code: sourceOf(broken) }, program);
}

export const SEVERAL = taskOf("cells", "");
export const LONG = taskOf("long", BLANK_LINES);

export function openSeveralGym(sandbox: Sandbox, task: Task = SEVERAL): TraceFixRLGym {
  return new TraceFixRLGym({ tasks: taskSetOf([task], { hash: task.name }), sandboxFor: () => sandbox });
}
