/** Whatever an action's form is off by, its step is the plain one's: same file, same words, same reward, one field more. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import { NORMALISATIONS, type StepData, type StepResult } from "../../src/protocol/protocol.ts";
import { numberLines } from "../../src/words/lines.ts";
import { taskSetOf } from "../tasks/support/task-set.ts";
import { request } from "./support/open-gym.ts";
import { WORLDS, worldSandbox, worldTask } from "./support/worlds.ts";

const [world] = WORLDS;
if (world === undefined) throw new Error("There is no world");
const tasks = taskSetOf([worldTask(world)], { hash: "world" });

/** A language in which neither a fence nor a number before a colon parses. */
const sandbox = worldSandbox(world, {
  parse: (code) => {
    const line = code.split("\n").findIndex((text) => /^`{3}|^\d+:|syntax!/.test(text));
    return line < 0 ? null : { type: "SyntaxError", message: "invalid syntax", line: line + 1, column: 1 };
  },
});

async function play(actions: readonly StepData[]): Promise<readonly StepResult[]> {
  const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox });
  await gym.reset(request());
  const results: StepResult[] = [];
  for (const action of actions) {
    const result = await gym.step(action);
    results.push(result);
    if (result.done) break;
  }
  return results;
}

const withoutForm = ({ observation, ...rest }: StepResult) => {
  const { normalised: _, ...metadata } = observation.metadata;
  return { ...rest, observation: { ...observation, metadata } };
};

const simple = fc
  .constantFrom("VIEW_CODE", "RUN_TESTS", "UNDO_EDIT", "RESET_TO_ORIGINAL", "SUBMIT")
  .map((action_type): StepData => ({ action_type }));
const edit = fc
  .record({
    start_line: fc.integer({ min: 0, max: 4 }),
    end_line: fc.integer({ min: 0, max: 4 }),
    lines: fc.array(fc.constantFrom("good", "half", "    b", "", "syntax!"), { minLength: 1, maxLength: 3 }),
  })
  .map(({ lines, ...range }) => ({
    action_type: "REPLACE_LINES",
    ...range,
    new_code_block: `${lines.join("\n")}\nend`,
  }));

const off: readonly ((action: StepData) => StepData)[] = [
  (action) => ({ ...action, action_type: String(action.action_type).toLowerCase().replace("_", " ") }),
  (action) => ({ ...action, random_string: "x" }),
  (action) => ("start_line" in action ? action : { ...action, new_code_block: "", start_line: "" }),
  (action) => withBlock(action, (lines, start) => numberLines(lines, start)),
  (action) => withBlock(action, (lines) => ["```python", ...lines, "```"]),
  (action) =>
    typeof action.start_line === "number"
      ? { ...action, start_line: `${action.start_line}`, end_line: `${action.end_line}.0` }
      : action,
  (action) => withBlock(action, (lines, start) => lines.map((line, index) => `${start + index}: ${line}`)),
];

function withBlock(action: StepData, change: (lines: readonly string[], start: number) => readonly string[]): StepData {
  const { new_code_block: block, start_line: start } = action;
  if (typeof block !== "string" || typeof start !== "number" || start < 1) return action;
  return { ...action, new_code_block: change(block.split("\n"), start).join("\n") };
}

const step = fc
  .tuple(fc.oneof(simple, edit), fc.subarray(off.slice(0, -1)), fc.boolean())
  .map(([plain, changes]) => ({ plain, sent: changes.reduce((action, change) => change(action), plain) }));

describe("an action whose form is off", () => {
  test("is worth and shows what the plain one does, and says what was off", async () => {
    const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const [plain, meant] = [await play(steps.map(({ plain }) => plain)), await play(steps.map(({ sent }) => sent))];
      expect(meant.map(withoutForm)).toEqual(plain.map(withoutForm));
      for (const { observation } of meant) {
        const codes = observation.metadata.normalised ?? [];
        expect(codes).toEqual(NORMALISATIONS.filter((code) => codes.includes(code)));
      }
    });
    await fc.assert(property, { numRuns: 300 });
  });

  test("tells the same again when it is sent again, and nothing when its plain form is", async () => {
    const property = fc.asyncProperty(edit, fc.constantFrom(...off), async (plain, change) => {
      const [once, again] = [await play([change(plain)]), await play([change(plain)])];
      expect(again).toEqual(once);
      expect((await play([plain]))[0]?.observation.metadata).not.toHaveProperty("normalised");
    });
    await fc.assert(property, { numRuns: 100 });
  });
});
