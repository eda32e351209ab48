/** Four kinds of task in a made-up language: a file's first line is its program, and a table says what that passes. */

import { pythonPack } from "../../../src/languages/python/python.ts";
import { HIDDEN_COUNTS } from "../../../src/protocol/protocol.ts";
import type { Outcome } from "../../../src/sandbox/sandbox.ts";
import type { Program, Task, TaskTest } from "../../../src/tasks/task.ts";
import { oneFile } from "../../support/source.ts";
import { type Arena, COMMENT_LETTER, COMMON_LETTERS, IDLE_LETTERS, rewrite } from "./arena.ts";
import { type FakeOptions, FakeSandbox, gives } from "./fake-sandbox.ts";

/** Which tests a program passes: one digit a test, `1` for passed. Hidden tests repeat the pattern. */
export interface Passes {
  readonly visible: string;
  readonly hidden: string;
}

export interface World {
  readonly name: string;
  readonly given: Passes;
  readonly half: Passes;
}

const ALL: Passes = { visible: "1111", hidden: "1" };
const NONE: Passes = { visible: "0000", hidden: "0" };

export const WORLDS: readonly World[] = [
  {
    name: "ordinary",
    given: { visible: "1000", hidden: "1100" },
    half: { visible: "1110", hidden: "1110" },
  },
  {
    name: "overfitting",
    given: { visible: "1100", hidden: "1000" },
    half: { visible: "1111", hidden: "1100" },
  },
  {
    name: "hidden-only",
    given: { visible: "1111", hidden: "1000" },
    half: { visible: "1111", hidden: "1110" },
  },
  {
    name: "regressing",
    given: { visible: "1100", hidden: "1100" },
    half: { visible: "0111", hidden: "0111" },
  },
];

/** Each kind of task, graded in each way. */
export const WAYS = HIDDEN_COUNTS.flatMap((hiddenCount) => WORLDS.map((world) => ({ ...world, world, hiddenCount })));

const GENERATOR = "generator";
const HIDDEN_CALLS = Array.from({ length: 100 }, (_, index) => ({ type: "str", value: `h${index}` }) as const);
const PADDING = "\n#\n#\n#\n";

/** A program of the made-up language that is named by its first line. */
export function worldText(name: string): string {
  return name + PADDING;
}

export function worldTask(world: World): Task {
  const tests = [...ALL.visible].map((_, index): TaskTest => test(`visible ${index}`, `v${index}`));
  const program: Program = {
    name: `program_${world.name}`,
    language: pythonPack,
    title: "A made-up program",
    description: "Does what it should.",
    entryPoint: "main",
    difficulty: "easy",
    split: "train",
    tags: [],
    tests,
    tolerance: null,
    solution: oneFile(worldText("good")),
    generator: GENERATOR,
  };
  const name = `${program.name}_telltale`;
  return { name, program, bugType: "made-up", title: "A bug", difficulty: "easy", code: oneFile(worldText("given")) };
}

export function worldSandbox(world: World, more: Pick<FakeOptions, "parse"> = {}): FakeSandbox {
  const table: Record<string, Passes> = { given: world.given, half: world.half, good: ALL, bad: NONE };
  return new FakeSandbox({ answer: (code, call) => answer(table, code, call), ...more });
}

export function worldArena(world: World): Arena {
  return {
    name: world.name,
    choice: { task: worldTask(world), programHash: "", index: 0, split: null },
    sandbox: worldSandbox(world),
    alphabet: {
      ...COMMON_LETTERS,
      ...IDLE_LETTERS,
      ...COMMENT_LETTER,
      F: rewrite(worldText("good")),
      G: rewrite(worldText("given")),
      H: rewrite(worldText("half")),
      B: rewrite("bad"),
    },
  };
}

function answer(table: Record<string, Passes>, code: string, call: string): Outcome {
  if (code.startsWith(GENERATOR)) return { kind: "value", value: { type: "list", items: HIDDEN_CALLS }, stdout: "" };
  const firstLine = /^name_tree\("(\w*)/.exec(call)?.[1];
  if (firstLine !== undefined) return { kind: "value", value: { type: "str", value: firstLine }, stdout: "" };
  // Nothing is known together, so each call is made by itself, and nothing is searched.
  if (!/^[vh]\d+$/.test(call)) return gives(0);
  const passes = table[code.split("\n")[0] ?? ""] ?? NONE;
  const pattern = call.startsWith("v") ? passes.visible : passes.hidden;
  return gives(Number(pattern[Number(call.slice(1)) % pattern.length]));
}

function test(name: string, call: string): TaskTest {
  return { name, call, expectation: { kind: "value", value: { type: "int", value: 1n } }, tolerance: null };
}
