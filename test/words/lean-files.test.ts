/** Lean observations of several files: which file is meant is told with the lines, and each of them is told once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeObservationSchema, type StepData } from "../../src/protocol/protocol.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { Teller } from "../../src/sessions/teller.ts";
import { request } from "../environment/support/open-gym.ts";
import {
  BROKEN_LINE,
  CELLS,
  LONG,
  MAIN,
  openSeveralGym,
  REPAIRED_LINE,
  ROWS,
} from "../environment/support/several-files.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

const view = (path: string): StepData => ({ action_type: "VIEW_CODE", path });
const repair = { action_type: "REPLACE_LINES", path: CELLS, start_line: 3, end_line: 3, new_code_block: REPAIRED_LINE };

test("tell the lines around a failure and a change under their file's name, and list a file again only if it changed", async () => {
  const gym = openSeveralGym(sandbox);
  const teller = new Teller();
  const start = teller.begin(await gym.reset(request({ max_steps: 20 })), "lean").observation;
  expect(start.text).toContain(`${CELLS} (4 lines)`);
  expect(start).toMatchObject({ code_dict: {}, path: "solution.py" });
  const moves = [
    { action_type: "RUN_TESTS" },
    view(ROWS),
    view(ROWS),
    repair,
    { action_type: "UNDO_EDIT" },
    view(CELLS),
  ];
  const told: string[] = [];
  for (const move of moves) {
    const { observation } = teller.step(await gym.step(move));
    expect(codeObservationSchema.parse(observation)).toMatchObject({ code_dict: {}, files: expect.any(Array) });
    told.push(observation.text ?? "");
  }
  const [ran, seen, again, repaired, undone, cells] = told;
  expect(ran).toContain(`\n\n${CELLS}: lines 1 to 4 of 4 now:\n1 | def value(cell):\n`);
  expect(seen).toContain(`${ROWS} has 2 lines.\n1 | def total(numbers):`);
  expect(again).toBe(
    `${ROWS} has 2 lines, as it was listed before.\n\nAn action without a path is still about ${CELLS}.\n\nSteps left: 17`,
  );
  expect(repaired).toBe(
    [
      `Replaced line 3 of ${CELLS} with 1 line. The file now has 4 lines.`,
      `${CELLS}: lines 1 to 4 of 4 now:\n1 | def value(cell):\n2 |     if cell == "":\n3 | ${REPAIRED_LINE}\n4 |     return int(cell)`,
      "Steps left: 16",
    ].join("\n\n"),
  );
  expect(undone).toContain(`${CELLS}: lines 1 to 4 of 4 now:`);
  expect(undone).toContain(`3 | ${BROKEN_LINE}`);
  expect(cells).toContain(`${CELLS} has 4 lines.\n1 | def value(cell):`);
});

test.each(["lean", "full"] as const)(
  "list the main file of a program that does not stand in the prompt whole, told %s",
  async (form) => {
    const gym = openSeveralGym(sandbox, LONG);
    const teller = new Teller();
    teller.begin(await gym.reset(request({ max_steps: 20 })), form);
    const tell = async (action: StepData) => teller.tell(await gym.step(action)).text;
    const first = await tell(view(MAIN));
    expect(first).toContain(`${MAIN} has 6 lines.\n1 | from cells import value\n`);
    expect(await tell(view(MAIN))).toContain(`${MAIN} has 6 lines, as it was listed before.`);
  },
);

test("tell the lines around a change of a main file that was never shown whole", async () => {
  const gym = openSeveralGym(sandbox, LONG);
  const teller = new Teller();
  teller.begin(await gym.reset(request({ max_steps: 20 })), "lean");
  const edit = { ...repair, path: MAIN, start_line: 5, end_line: 5, new_code_block: "def add(row, /):" };
  const { observation } = teller.step(await gym.step(edit));
  expect(observation.text).toContain("5 | def add(row, /):\n6 |     return total");
});
