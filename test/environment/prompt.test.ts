/** The system prompt. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAction } from "../../src/environment/parse-action.ts";
import { systemPrompt } from "../../src/environment/prompt.ts";
import {
  ACTION_TYPES,
  inForm,
  PROMPT_FORMS,
  REWARD_PROFILES,
  type StepData,
  TOOLS,
} from "../../src/protocol/protocol.ts";
import { Source } from "../../src/sandbox/source.ts";
import { oneFile } from "../support/source.ts";
import { makeProgram } from "../tasks/support/make-task.ts";
import { openProgramGym, openWorldGym, request, take } from "./support/open-gym.ts";
import { loadRealTasks } from "./support/real-tasks.ts";
import { WORLDS, worldTask } from "./support/worlds.ts";

type Form = (typeof PROMPT_FORMS)[number];

function promptOf(maxSteps: number, profile: (typeof REWARD_PROFILES)[number] = "dense", form: Form = "json"): string {
  const [world] = WORLDS;
  if (world === undefined) throw new Error("There is no world");
  const given = oneFile("first\nsecond\n");
  return systemPrompt({ program: worldTask(world).program, given, maxSteps, profile, form });
}

test("the prompt teaches the state machine in its order", () => {
  expect(promptOf(50)).toMatch(/ORIENT.*DIAGNOSE.*FIX.*VERIFY.*REPEAT.*SUBMIT/s);
});

test("the prompt shows an example of every action, and each is a valid action", () => {
  const examples = promptOf(50)
    .split("\n")
    .filter((line) => line.startsWith("{"));
  const types = examples.map((line) => {
    const parsed = parseAction(JSON.parse(line));
    return parsed.ok ? parsed.move.type : parsed.message;
  });
  expect(types).toEqual(ACTION_TYPES);
});

test("the edit that the prompt shows fits no file, wherever it is put", async () => {
  const example = promptOf(50)
    .split("\n")
    .find((line) => line.includes('"REPLACE_LINES"'));
  const edit: StepData = JSON.parse(example ?? "");
  for (const { code } of (await loadRealTasks()).tasks) {
    const { gym } = openProgramGym({ code: code.text });
    await gym.reset(request());
    const { last_execution_output } = await take(gym, edit);
    expect(last_execution_output).toMatch(/^Cannot replace lines 9001 to 9002: the file has/);
  }
  expect(edit.new_code_block).toContain("<new line>");
});

test("a prompt for tools names the tools and asks for no JSON", () => {
  const prompt = promptOf(50, "dense", "tools");
  expect(prompt).toMatch(/ORIENT.*run_tests.*replace_lines.*run_tests.*SUBMIT.*\(submit\)/s);
  for (const word of ["JSON", "action_type", "{", "RUN_TESTS", "REPLACE_LINES"]) expect(prompt).not.toContain(word);
  const named = [...prompt.matchAll(/\b[a-z]+_[a-z]+\b/g)].map(([word]) => word);
  const known = [...TOOLS.map(({ name }) => name), "start_line", "end_line", "new_code_block"];
  expect(known).toEqual(expect.arrayContaining(named.filter((word) => word !== "program_ordinary")));
});

test.each(PROMPT_FORMS)("nobody is sent to look at the code, which stands in the %s prompt", (form) => {
  expect(promptOf(50, "dense", form)).not.toMatch(/\d\. ORIENT.*view_code/i);
});

test("a prompt in one form becomes the other's", () => {
  const [json, tools] = [promptOf(9), promptOf(9, "dense", "tools")];
  expect(inForm(tools, "tools")).toBe(tools);
  expect(inForm(tools, "json")).toContain('{"action_type": "SUBMIT"}');
  expect(inForm(json, "tools")).not.toContain("JSON");
});

test("the reset says in which form actions are asked for", async () => {
  const { gym } = openWorldGym();
  const promptFor = async (form: Form | null) => {
    const { metadata } = (await gym.reset(request({ prompt: form }))).observation;
    return "system_prompt" in metadata ? metadata.system_prompt : "";
  };
  expect(await promptFor("tools")).toContain("call exactly one");
  expect(await promptFor("json")).toBe(await promptFor(null));
});

test("the prompt has the task's parameters and the numbered code", () => {
  const prompt = promptOf(17);
  for (const part of [
    "program_ordinary",
    "A made-up program",
    "Entry point: main",
    "Steps: 17",
    "Does what it should.",
  ]) {
    expect(prompt).toContain(part);
  }
  expect(prompt.endsWith("The file:\n1 | first\n2 | second")).toBe(true);
});

test("the prompt explains each reward profile in its own way", () => {
  expect(new Set(REWARD_PROFILES.map((profile) => promptOf(50, profile))).size).toBe(REWARD_PROFILES.length);
});

test("a reset carries the prompt, and steps do not", async () => {
  const { gym } = openWorldGym();
  const { observation } = await gym.reset(request());
  expect(observation.metadata).toHaveProperty("system_prompt");
  expect((await gym.step({ action_type: "VIEW_CODE" })).observation.metadata).not.toHaveProperty("system_prompt");
});

const longLine = fc
  .tuple(fc.constantFrom("x", "\u0001", '"', "é"), fc.constantFrom(1, 80, 9_000, 70_000))
  .map(([letter, count]) => `#${letter.repeat(count)}`);
const files = fc.array(
  fc.array(longLine, { minLength: 1, maxLength: 12 }).map((lines) => `${lines.join("\n")}\n`),
  { minLength: 1, maxLength: 5 },
);
const places = fc.array(
  fc.record({ path: fc.constantFrom("solution.py", "part0.py"), line: fc.integer({ min: 1, max: 12 }) }),
  {
    maxLength: 7,
  },
);

test("the prompt of several files stays short, however long their lines are", () => {
  const program = makeProgram();
  fc.assert(
    fc.property(files, places, (texts, found) => {
      const parts = texts.map((text, at) => [`part${at}.py`, text] as const);
      const given = new Source("solution.py", [["solution.py", texts[0] ?? ""], ...parts]);
      const failing = found.filter(({ path, line }) => line < (given.files.get(path)?.split("\n").length ?? 0));
      const prompt = systemPrompt({ program, given, maxSteps: 9, profile: "dense", failing });
      expect(JSON.stringify(prompt).length).toBeLessThan(160 * 1024);
    }),
    { numRuns: 60 },
  );
});

test("a line that is too long for the prompt is left out, and the lines around another are shown as far as they fit", () => {
  const long = `# ${"x".repeat(90_000)}`;
  const main = ["import part", "", "def entry(x):", "    return part.value", long, "end = 1"].join("\n");
  const given = new Source("solution.py", [
    ["solution.py", main],
    ["part.py", `${long}\nvalue = 1\n${long}\n`],
  ]);
  const failing = [
    { path: "part.py", line: 1 },
    { path: "part.py", line: 2 },
  ];
  const program = makeProgram({ entryPoint: "entry" });
  const prompt = systemPrompt({ program, given, maxSteps: 9, profile: "dense", failing });
  expect(prompt).not.toContain("xxx");
  expect(prompt).toContain("part.py: lines 2 to 2 of 3:\n2 | value = 1\n");
  expect(prompt).toMatch(/solution\.py: lines 2 to 4 of 6:\n2 \| \n3 \| def entry\(x\):\n4 \| {5}return part\.value$/);
});
