/** The system prompt. */
import { expect, test } from "vitest";
import { parseAction } from "../../src/environment/parse-action.ts";
import { systemPrompt } from "../../src/environment/prompt.ts";
import { ACTION_TYPES, REWARD_PROFILES } from "../../src/protocol/protocol.ts";
import { openWorldGym, request } from "./support/open-gym.ts";
import { WORLDS, worldTask } from "./support/worlds.ts";

function promptOf(maxSteps: number, profile: (typeof REWARD_PROFILES)[number] = "dense"): string {
  const [world] = WORLDS;
  if (world === undefined) throw new Error("There is no world");
  return systemPrompt({ program: worldTask(world).program, text: "first\nsecond\n", maxSteps, profile });
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
