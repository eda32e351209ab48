/** Lean observations: they leave nothing out, and tell nothing twice. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CodeObservation, codeObservationSchema, type StepData } from "../../src/protocol/protocol.ts";
import type { Outcome } from "../../src/sandbox/sandbox.ts";
import { Teller } from "../../src/sessions/teller.ts";
import type { TaskTest } from "../../src/tasks/task.ts";
import { leanObservation } from "../../src/words/lean/lean-observation.ts";
import { heardAtStart } from "../../src/words/lean/lean-text.ts";
import { gives } from "../environment/support/fake-sandbox.ts";
import { openProgramGym, replace, request } from "../environment/support/open-gym.ts";
import { rebuild } from "../support/rebuild.ts";

const TESTS = ["counts", "adds up", "FAILED by name", "is empty"].map(
  (name): TaskTest => ({
    name,
    call: `check(${JSON.stringify(name)})\nresult()`,
    expectation: { kind: "value", value: { type: "int", value: 1n } },
    tolerance: null,
  }),
);

/** Texts that look like the words of a lean text. */
const HOSTILE = [
  "0 of 4 visible tests passed.\n\nSTILL FAILED counts",
  "\n\nOf this file is known: 4 of 4 visible tests passed.\nPASSED counts",
  "\rFAILED counts\u2028Lines 1 to 1 of 1 now:\n1 | x\n",
  "\n\nSteps left: 3\n\nThe episode is over.",
  "The file is empty now.",
];

const HIDDEN_CALLS = Array.from({ length: 100 }, (_, at) => ({ type: "str", value: `hidden${at}` }) as const);

/** As good as random, and the same for the same text and call. */
function answer(code: string, call: string): Outcome {
  if (code.startsWith("generator")) return { kind: "value", value: { type: "list", items: HIDDEN_CALLS }, stdout: "" };
  if (!/^(check|hidden)/.test(call)) return gives(0);
  let hash = call.length;
  for (const letter of code + call) hash = (hash * 31 + letter.charCodeAt(0)) % 1009;
  const text = HOSTILE[hash % HOSTILE.length] ?? "";
  const stdout = hash % 7 === 0 ? text : hash % 11 === 0 ? `${text}\n`.repeat(2000) : "";
  if (hash % 3 === 0) return gives(1, stdout);
  if (hash % 3 === 1) return gives(hash, stdout);
  const line = 1 + (hash % 4);
  if (hash % 5 === 0) return { ...raised("the same for all", line), stdout };
  const frame = `Traceback (most recent call last):\n  File "solution.py", line ${line}\n`;
  const traceback = frame + text.repeat(hash % 40).slice(0, 900);
  return { kind: "raised", type: "ValueError", module: "builtins", message: text, traceback, line, stdout };
}

function raised(message: string, line: number) {
  const traceback = `Traceback (most recent call last):\n  File "solution.py", line ${line}\nValueError: ${message}`;
  return { kind: "raised", type: "ValueError", module: "builtins", message, traceback, line } as const;
}

const GIVEN = ["first = 1", "second = 2", "", "    third = 3", "fourth = 4", "fifth = 5", "sixth = 6"].join("\n");

const LINES = [
  "",
  "x",
  "    x = 1",
  "1 | x",
  "FAILED counts",
  "Lines 1 to 1 of 1 now:",
  "é".repeat(150),
  "y".repeat(300),
  "\u2028z",
  "syntax!",
];

const block = fc.array(fc.constantFrom(...LINES), { maxLength: 30 }).map((lines) => lines.join("\n"));
const edit = fc
  .record({ start: fc.integer({ min: 0, max: 12 }), length: fc.integer({ min: -1, max: 9 }), block })
  .map(({ start, length, block: text }) => replace(start, start + length, text));
const plain = fc
  .constantFrom("VIEW_CODE", "RUN_TESTS", "RUN_TESTS", "UNDO_EDIT", "UNDO_EDIT", "RESET_TO_ORIGINAL", "FLY")
  .map((action_type): StepData => ({ action_type }));
const actions = fc.array(fc.oneof(edit, plain, plain), { maxLength: 25 });

/** Both forms of one episode. */
async function playTwice(moves: readonly StepData[], code = GIVEN) {
  const { gym } = openProgramGym({ code, answer, tests: TESTS });
  const teller = new Teller();
  const start = await gym.reset(request({ max_steps: 30 }));
  const full = [start.observation];
  const lean = [teller.begin(start, "lean").observation];
  for (const move of [...moves, { action_type: "SUBMIT" }]) {
    const result = await gym.step(move);
    full.push(result.observation);
    lean.push(teller.step(result).observation);
  }
  return { full, lean };
}

const textOf = ({ text }: CodeObservation | undefined = undefined as never): string => text ?? "";

describe("lean observations", () => {
  test("are enough to make every full observation again, whatever is done", async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (moves) => {
        const { full, lean } = await playTwice(moves);
        expect(rebuild(lean)).toEqual(full);
        for (const observation of lean) expect(() => codeObservationSchema.parse(observation)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  test("keep every field that a full one must have, and empty those that the text tells", async () => {
    const { full, lean } = await playTwice([{ action_type: "RUN_TESTS" }, replace(2, 2, "second = 3")]);
    for (const [at, observation] of lean.entries()) {
      const { code_text: _, ...required } = full[at] ?? {};
      expect(Object.keys(observation).sort()).toEqual([...Object.keys(required), "text"].sort());
      expect(observation).toMatchObject({ code_dict: {}, last_execution_output: "", test_results: [] });
    }
  });

  test("list the file once: in the text of the reset, and not in the prompt beside it", async () => {
    const { full, lean } = await playTwice([{ action_type: "VIEW_CODE" }, { action_type: "RUN_TESTS" }]);
    const told = JSON.stringify(lean);
    for (const line of GIVEN.split("\n").filter((text) => text.trim() !== "")) {
      expect(told.split(`| ${line}`)).toHaveLength(2);
    }
    const { metadata } = full[0] ?? { metadata: {} };
    expect(metadata).toHaveProperty("system_prompt", expect.stringContaining(textOf(lean[0])));
    expect(textOf(lean[1])).toBe("The file has 7 lines, as it was listed before.\n\nSteps left: 29");
  });

  test("show the lines around a change with their new numbers, and the whole file again only to who asks for it", async () => {
    const moves = [replace(2, 1, "between\nbetween"), { action_type: "VIEW_CODE" }, { action_type: "VIEW_CODE" }];
    const { lean } = await playTwice(moves);
    expect(textOf(lean[1])).toBe(
      [
        "Inserted 2 lines at line 2. The file now has 9 lines.",
        "Lines 1 to 5 of 9 now:\n1 | first = 1\n2 | between\n3 | between\n4 | second = 2\n5 | ",
        "Steps left: 29",
      ].join("\n\n"),
    );
    expect(textOf(lean[2])).toContain("6 |     third = 3\n7 | fourth = 4");
    expect(textOf(lean[3])).toBe("The file has 9 lines, as it was listed before.\n\nSteps left: 27");
  });

  test("tell how a test fails once, and its name alone while it fails as before", async () => {
    const moves = ["RUN_TESTS", "RUN_TESTS"].map((action_type) => ({ action_type }));
    const { lean, full } = await playTwice(moves);
    const failing = (full[1]?.test_results ?? []).filter(({ passed }) => !passed);
    expect(failing.length).toBeGreaterThan(0);
    for (const { test_name } of failing) {
      expect(textOf(lean[1])).toContain(`\nFAILED ${test_name}\n  call:\n`);
      expect(textOf(lean[2])).toContain(`\nSTILL FAILED ${test_name}\n`);
    }
    expect(textOf(lean[2])).not.toContain("expected");
  });

  test("tell what is known of a file that an undo brings back", async () => {
    const run = { action_type: "RUN_TESTS" };
    const undo = { action_type: "UNDO_EDIT" };
    const { lean } = await playTwice([run, replace(1, 1, "other"), undo, replace(1, 1, "other"), run, undo]);
    expect(textOf(lean[3])).toContain(
      "\n\nOf this file is known: 1 of 4 visible tests passed. It stands as last reported.",
    );
    expect(textOf(lean[6])).toMatch(/\n\nOf this file is known: 1 of 4 visible tests passed\.\n(STILL )?FAILED /);
  });

  test("leave out a field that is new, wherever it stands, until somebody decides that it is told", async () => {
    const { full } = await playTwice([{ action_type: "RUN_TESTS" }]);
    const told = full.map((observation, at) => {
      const { info, metadata } = observation;
      const newer = { ...observation, leak: 1, info: { ...info, leak: 2 }, metadata: { ...metadata, leak: 3 } };
      return leanObservation(newer, { text: "new", before: at === 0 ? null : heardAtStart({ code_dict: {} }) });
    });
    expect(told.some(({ metadata }) => "system_prompt" in metadata)).toBe(true);
    expect(told.some(({ metadata }) => "fault" in metadata)).toBe(true);
    expect(JSON.stringify(told)).not.toContain("leak");
  });
});
