/** Programs and tasks made up in memory, for tests that need no folder. */

import type { LanguagePack } from "../../../src/languages/language-pack.ts";
import { parseLiteral } from "../../../src/languages/python/literal.ts";
import { pythonPack } from "../../../src/languages/python/python.ts";
import type { Difficulty, Split } from "../../../src/protocol/protocol.ts";
import type { Source } from "../../../src/sandbox/source.ts";
import type { Program, Task, TaskTest } from "../../../src/tasks/task.ts";
import { oneFile } from "../../support/source.ts";

export function makeTest(call: string, literal: string): TaskTest {
  return {
    name: `${call} is ${literal}`,
    call,
    expectation: { kind: "value", value: parseLiteral(literal) },
    tolerance: null,
  };
}

/** A text where most tests have one. */
export type ProgramParts = Partial<Omit<Program, "solution">> & { readonly solution?: Source | string };
export type TaskParts = Partial<Omit<Task, "code">> & { readonly code?: Source | string };

const SOLUTION = "def double(n):\n    return 2 * n\n";
const BUGGY = "def double(n):\n    return n * n * n\n";

function sourceOf(code: Source | string): Source {
  return typeof code === "string" ? oneFile(code) : code;
}

/** A program that doubles a number, sound unless `parts` say otherwise. */
export function makeProgram({ solution = SOLUTION, ...parts }: ProgramParts = {}): Program {
  return {
    name: "double",
    language: pythonPack,
    title: "Double a number",
    description: "double(n) returns twice n.",
    entryPoint: "double",
    difficulty: "easy",
    split: "train",
    tags: [],
    tests: [makeTest("double(0)", "0"), makeTest("double(3)", "6")],
    tolerance: null,
    solution: sourceOf(solution),
    generator: 'def generate(rng):\n    return f"double({rng.randint(-999, 999)})"\n',
    ...parts,
  };
}

export function makeTask({ code = BUGGY, ...parts }: TaskParts = {}, program: Program = makeProgram()): Task {
  return {
    name: `${program.name}_squared`,
    program,
    bugType: "wrong-operator",
    title: "The number is squared",
    difficulty: program.difficulty,
    code: sourceOf(code),
    ...parts,
  };
}

/** Tasks `<program>_<bug>`, one program with two bugs for each place asked for. */
export function makeTasks(
  places: readonly { name: string; split: Split; difficulty: Difficulty; language?: LanguagePack }[],
): Task[] {
  return places.flatMap((place) => {
    const program = makeProgram({ language: pythonPack, ...place });
    return ["one", "two"].map((bug) => makeTask({ name: `${place.name}_${bug}` }, program));
  });
}
