/** Programs of several files: which file is shown, which an action is about, and that all of it can be taken back. */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { draftProblem, MAX_FILE_BYTES, MAX_PROGRAM_BYTES, toLines } from "../../src/environment/document.ts";
import type { TraceFixRLGym } from "../../src/environment/gym.ts";
import { type CodeObservation, codeObservationSchema, type StepData } from "../../src/protocol/protocol.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { Source } from "../../src/sandbox/source.ts";
import { fileOf, openWorldGym, request, take } from "./support/open-gym.ts";
import {
  BROKEN_LINE,
  CELLS,
  LONG,
  MAIN,
  openSeveralGym,
  REPAIRED_LINE,
  ROWS,
  SEVERAL,
} from "./support/several-files.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

async function begin(task = SEVERAL): Promise<{ gym: TraceFixRLGym; begun: CodeObservation }> {
  const gym = openSeveralGym(sandbox, task);
  onTestFinished(() => gym.close());
  const { observation } = await gym.reset(request({ max_steps: 40 }));
  return { gym, begun: codeObservationSchema.parse(observation) };
}

const edit = (start: number, end: number, block: string, path?: string): StepData => ({
  action_type: "REPLACE_LINES",
  start_line: start,
  end_line: end,
  new_code_block: block,
  ...(path !== undefined && { path }),
});
const view = (more: object = {}): StepData => ({ action_type: "VIEW_CODE", ...more });
const changed = ({ files = [] }: CodeObservation) => files.flatMap((file) => (file.changed ? [file.path] : []));

describe("the observation", () => {
  test("lists all files, and shows the main one first", async () => {
    const { begun } = await begin();
    expect(begun.path).toBe(MAIN);
    expect(begun.files).toEqual(
      [
        { path: CELLS, lines: 4, changed: false },
        { path: ROWS, lines: 2, changed: false },
        { path: MAIN, lines: 6, changed: false },
      ].sort((a, b) => (a.path < b.path ? -1 : 1)),
    );
    expect(begun.code_text).toBe(SEVERAL.code.text);
  });

  test("shows the file in which the first test failed, around the line, which actions are then about", async () => {
    const { gym } = await begin();
    const ran = await take(gym, "RUN_TESTS");
    expect(ran).toMatchObject({ path: CELLS, code_dict: { 3: BROKEN_LINE } });
    expect(ran.localized_context).toContain(`3 | ${BROKEN_LINE}`);
    const failing = ran.test_results.find(({ passed }) => !passed);
    expect(failing).toMatchObject({ path: CELLS, line: 3 });
    expect(ran.last_execution_output).toContain(`File "${CELLS}", line 3, in value`);
    expect(ran.last_execution_output).not.toMatch(/tracefix|importlib/);
    expect(gym.state.path).toBe(CELLS);
    const repaired = await take(gym, edit(3, 3, REPAIRED_LINE));
    expect(repaired).toMatchObject({ path: CELLS, code_dict: { 3: REPAIRED_LINE } });
    expect(repaired.last_execution_output).toBe(`Replaced line 3 of ${CELLS} with 1 line. The file now has 4 lines.`);
    expect(changed(repaired)).toEqual([CELLS]);
  });

  test("shows the file that was looked at, while an action without a path is still about the one before", async () => {
    const { gym } = await begin();
    const seen = await take(gym, view({ path: ROWS }));
    expect(seen.path).toBe(ROWS);
    expect(seen.localized_context).toBe("");
    expect(seen.last_execution_output).toBe(
      `${ROWS} has 2 lines.\n1 | def total(numbers):\n2 |     return sum(numbers)\n\nAn action without a path is still about ${MAIN}.`,
    );
    expect(gym.state.path).toBe(MAIN);
    expect(await take(gym, edit(3, 3, "# main"))).toMatchObject({ path: MAIN, code_dict: { 3: "# main" } });
  });

  test("has no paths where the program is one file", async () => {
    const { gym } = openWorldGym();
    const { observation } = await gym.reset(request());
    expect(observation).not.toHaveProperty("path");
    expect(observation).not.toHaveProperty("files");
    expect(gym.state).not.toHaveProperty("path");
    const named = await take(gym, view({ path: "./solution.py", start_line: 1, end_line: 1 }));
    expect(named.last_execution_output).toBe("Lines 1 to 1 of 4:\n1 | given");
  });
});

describe("an edit", () => {
  test("repairs the file it names, and the program is solved", async () => {
    const { gym } = await begin();
    await take(gym, "RUN_TESTS", edit(3, 3, REPAIRED_LINE, `./${CELLS}`), "RUN_TESTS");
    const end = await gym.step({ action_type: "SUBMIT" });
    expect(end).toMatchObject({ reward: 0.98, done: true, observation: { metadata: { ending: { solved: true } } } });
  });

  test("by text goes to the file that is named, and says which file has the text where that one has it not", async () => {
    const { gym } = await begin();
    const byText = { action_type: "REPLACE_LINES", old_code_block: BROKEN_LINE, new_code_block: REPAIRED_LINE };
    const missed = await take(gym, byText);
    expect(missed.metadata).toMatchObject({ fault: "invalid" });
    expect(missed.last_execution_output).toContain(`It stands in ${CELLS}: send path to edit it there.`);
    expect(missed.path).toBe(MAIN);
    expect(await take(gym, { ...byText, path: CELLS })).toMatchObject({ path: CELLS, code_dict: { 3: REPAIRED_LINE } });
  });

  test.each([
    "cels.py",
    "../cells.py",
    "/cells.py",
    "sheet\\rows.py",
    "sheet/../cells.py",
    "rows.py",
    "cells",
    "\u0000",
  ])("of a file that there is not, %j, is refused with those that are meant", async (path) => {
    const { gym, begun } = await begin();
    const refused = await take(gym, edit(1, 1, "x = 1", path));
    expect(refused.metadata).toMatchObject({ fault: "invalid" });
    expect(refused.last_execution_output).toMatch(/^There is no file ".*"\. (?:Did you mean|There is) .*\.py/);
    expect(refused).toMatchObject({ path: MAIN, code_dict: begun.code_dict });
    const looked = await take(gym, view({ path }));
    expect(looked.last_execution_output).toBe(refused.last_execution_output);
  });

  test("that does not parse names its file, and is shown as it would have stood there", async () => {
    const { gym } = await begin();
    const refused = await take(gym, edit(2, 2, "    return sum(", ROWS));
    expect(refused.metadata).toMatchObject({ fault: "syntax" });
    expect(refused.syntax_error).toContain(`${ROWS}, line 2: `);
    expect(refused.last_execution_output).toContain("2 |     return sum(");
    expect(refused).toMatchObject({ path: ROWS, code_dict: { 2: "    return sum(numbers)" } });
    const main = await take(gym, edit(6, 6, "    return (", MAIN));
    expect(main.syntax_error).toMatch(/^SyntaxError in solution\.py at line 6/);
    expect(changed(main)).toEqual([]);
  });

  test("of lines that the named file has not leaves the agent where it was", async () => {
    const { gym } = await begin();
    const refused = await take(gym, edit(9, 9, "x", ROWS));
    expect(refused.last_execution_output).toMatch(/^Cannot replace line 9 of sheet\/rows\.py: the file has 2 lines\./);
    expect(refused.path).toBe(MAIN);
  });

  test("that empties its file is destructive, however long the others are", async () => {
    const { gym } = await begin();
    expect((await take(gym, edit(1, 2, "", ROWS))).metadata).toMatchObject({ fault: "destructive" });
  });
});

test("all files together have a bound, beside that of each", () => {
  const part = `${"#".repeat(MAX_FILE_BYTES - 1)}\n`;
  const files = Array.from({ length: MAX_PROGRAM_BYTES / MAX_FILE_BYTES }, (_, at) => [`part_${at}.py`, part] as const);
  const full = new Source("part_0.py", files);
  expect(draftProblem({ source: full, after: toLines(part) })).toBeNull();
  const more = new Source("part_0.py", [...files, ["one_more.py", "#"]]);
  expect(draftProblem({ source: more, after: ["#"] })).toBe(
    "Cannot make the edit: all files would have 1048577 bytes together, and 1048576 are allowed. Send a smaller block.",
  );
});

describe("what was done", () => {
  test("is taken back edit by edit, in whichever file it was, and restored in all of them", async () => {
    const { gym, begun } = await begin();
    await take(gym, edit(2, 2, "    return 0", ROWS), edit(3, 3, REPAIRED_LINE, CELLS));
    const both = await take(gym, edit(3, 3, "# main", MAIN));
    expect(changed(both)).toEqual([CELLS, ROWS, MAIN].sort());
    const restored = await take(gym, "RESET_TO_ORIGINAL");
    expect(changed(restored)).toEqual([]);
    expect(restored.last_execution_output).toBe(
      "Restored every file as it was given; changed were cells.py, sheet/rows.py, solution.py. UNDO_EDIT takes this back.",
    );
    expect(await take(gym, "UNDO_EDIT")).toMatchObject({ path: MAIN, code_dict: both.code_dict, files: both.files });
    expect(await take(gym, "UNDO_EDIT")).toMatchObject({ path: MAIN, code_dict: begun.code_dict });
    expect(await take(gym, "UNDO_EDIT")).toMatchObject({ path: CELLS, code_dict: { 3: BROKEN_LINE } });
    const last = await take(gym, "UNDO_EDIT");
    expect(last).toMatchObject({ path: ROWS, code_dict: { 2: "    return sum(numbers)" } });
    expect(last.last_execution_output).toBe(`Took back the last edit. ${ROWS} has 2 lines. No earlier edit is left.`);
    expect((await take(gym, "RESET_TO_ORIGINAL")).last_execution_output).toBe(
      "Nothing to reset: every file is as it was given.",
    );
  });

  test("gives the same answers again, step by step", async () => {
    const moves = ["RUN_TESTS", view({ path: ROWS }), edit(3, 3, REPAIRED_LINE, CELLS), "UNDO_EDIT", "SUBMIT"];
    const all = [];
    for (let round = 0; round < 2; round += 1) {
      const { gym, begun } = await begin();
      const told = [begun];
      for (const move of moves) told.push(await take(gym, move));
      all.push(JSON.stringify(told));
    }
    expect(all[1]).toBe(all[0]);
  });
});

describe("a look", () => {
  test("at lines that were all shown before is a repeat, in whatever pieces, until the file is another", async () => {
    const { gym } = await begin();
    const faultOf = async (action: StepData) => {
      const { metadata } = await take(gym, action);
      return "fault" in metadata ? metadata.fault : null;
    };
    expect(await faultOf(view({ path: CELLS, start_line: 1, end_line: 2 }))).toBeNull();
    expect(await faultOf(view({ path: CELLS, start_line: 2, end_line: 2 }))).toBe("repeat");
    expect(await faultOf(view({ path: CELLS, start_line: 3 }))).toBeNull();
    expect(await faultOf(view({ path: CELLS }))).toBe("repeat");
    expect(await faultOf(view({ path: ROWS }))).toBeNull();
    expect(await faultOf(edit(3, 3, "# main", MAIN))).toBeNull();
    expect(await faultOf(view({ path: ROWS }))).toBe("repeat");
    expect(await faultOf(view({ path: MAIN }))).toBeNull();
  });

  test("at a long file needs a range, and shows no more than 400 lines at once", async () => {
    const { gym, begun } = await begin(LONG);
    const count = begun.files?.find(({ path }) => path === ROWS)?.lines ?? 0;
    expect(count).toBeGreaterThan(400);
    const said = async (action: StepData) => (await take(gym, action)).last_execution_output;
    expect(await said(view({ path: ROWS }))).toBe(
      `Cannot show ${ROWS} whole: it has ${count} lines, and 400 are shown at once. Send start_line and end_line.`,
    );
    expect(await said(view({ path: ROWS, start_line: 1, end_line: 500 }))).toMatch(/Send an end_line up to 400\.$/);
    expect(await said(view({ path: ROWS, start_line: 900 }))).toMatch(/from line 900 on: it has/);
    expect(await said(view({ path: ROWS, start_line: 5, end_line: 3 }))).toMatch(/no less than start_line/);
    const shown = await take(gym, view({ path: ROWS, start_line: count - 1, end_line: 9_999 }));
    expect(shown.last_execution_output).toContain(`${ROWS}: lines ${count - 1} to ${count} of ${count}:\n`);
    expect(shown).toMatchObject({ path: ROWS });
    const rest = await said(view({ path: ROWS, start_line: 10 }));
    expect(rest.split("\n")).toHaveLength(403);
  });
});

describe("the prompt", () => {
  const promptOf = ({ metadata }: CodeObservation) => ("system_prompt" in metadata ? metadata.system_prompt : "");

  test("names the files, tells of paths, and has all of the code", async () => {
    const { begun } = await begin();
    const prompt = promptOf(begun);
    expect(prompt).toContain(`The files:\n${CELLS} (4 lines)\n${ROWS} (2 lines)\n${MAIN} (6 lines)\n\n`);
    expect(prompt).toContain('take a "path"');
    for (const text of SEVERAL.code.files.values())
      for (const line of text.trimEnd().split("\n")) expect(prompt).toContain(`| ${line}`);
    expect(prompt).not.toContain("empty_cells");
  });

  test("of a program with a long file has the places where tests fail, and not everything", async () => {
    const { begun } = await begin(LONG);
    const prompt = promptOf(begun);
    expect(prompt).toContain(`${ROWS} (`);
    expect(prompt).toContain(`${CELLS}: lines 1 to 4 of 4:\n`);
    expect(prompt).toContain(`3 | ${BROKEN_LINE}`);
    expect(prompt).toContain(`${MAIN}: lines 1 to 6 of 6:\n`);
    expect(prompt).not.toContain("# nothing");
    expect(fileOf(begun)).toBe(LONG.code.text.trimEnd());
  });
});
