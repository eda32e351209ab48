/** Calls that are made in one run give what each gives by itself. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pythonPack } from "../../src/languages/python/python.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Outcome, Sandbox } from "../../src/sandbox/sandbox.ts";
import { readAnswer, runTogether } from "../../src/tasks/run-together.ts";
import { sample } from "../support/sample.ts";
import { oneFile } from "../support/source.ts";
import { makeProgram } from "./support/make-task.ts";
import { PROGRAMS_ROOT } from "./support/programs-root.ts";
import { gives, scriptedSandbox } from "./support/scripted-sandbox.ts";
import { loadTaskSet } from "./support/task-set.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

const program = makeProgram();
const TEXT = `
import random
class Mine(Exception): pass
class ValueError(Exception): pass
chance = random.random()
seen = []
def give(value): return value
def count(): seen.append(1); return len(seen)
def fail(kind): raise kind
def deep(n): return [deep(n - 1)] if n else []
def endless(): return endless()
def greedy(): return bytearray(1 << 30)
`;
const CALLS = [
  ...["None", "True", "0", "-7", "10**30", "1.5", "float('nan')", "-0.0", "1e300 * 1e10", "'é\\n\\x00'", "b'\\xff'"],
  ...["[]", "[1, (2,), {3}]", "()", "set()", "frozenset([1])", "{'a': [None]}", "{1: {2: 3}}", "'\\ud800'", "1j"],
].map((value) => `give(${value})`);
const OTHERS = [
  "count()",
  "count()\ncount()",
  "chance",
  "random.random()",
  "x = [1]\nx.append(2)\nx",
  "fail(KeyError)",
  "fail(Mine)",
  "fail(ValueError)",
  "fail(SystemExit)",
  "deep(30)",
  "deep(62)",
  "endless()",
  "greedy()",
  "missing",
  "give(object())",
  "give",
  "1 / 0",
];

/** Without what is said of the way to the end, which nobody compares. */
function compared(outcomes: readonly Outcome[]): unknown[] {
  return outcomes.map((outcome) => {
    if (outcome.kind === "raised") return { kind: outcome.kind, type: outcome.type, module: outcome.module };
    if (outcome.kind === "value") return { kind: outcome.kind, value: outcome.value };
    return { kind: outcome.kind };
  });
}

describe("runTogether", () => {
  test("gives a call that draws by chance what it gives by itself, though its program draws nothing", async () => {
    const calls = Array.from({ length: 3 }, (_, at) => `from random import randint\ngive(randint(0, 10 ** ${9 + at}))`);
    const text = oneFile("def give(value): return value\n");
    const together = await runTogether(text, calls, { sandbox, program });
    const alone = await sandbox.run({ code: text, calls: calls.map((source) => ({ source, seed: 0 })) });
    expect(compared(together.outcomes)).toEqual(compared(alone.outcomes));
  });

  test("gives what a run for each call gives, whatever it is", async () => {
    const calls = [...CALLS, ...OTHERS];
    const { outcomes } = await runTogether(oneFile(TEXT), calls, { sandbox, program });
    const alone = await sandbox.run({ code: TEXT, calls: calls.map((source) => ({ source, seed: 0 })) });
    expect(compared(outcomes)).toEqual(compared(alone.outcomes));
  });

  test("asks one run for all plain calls, and another for what that cannot tell", async () => {
    const scripted = scriptedSandbox(({ calls }) =>
      calls.map(() => gives("['=1', '?', '!builtins:KeyError', '=nonsense']")),
    );
    const calls = ["a", "b", "c", "d"];
    const { outcomes, fuel } = await runTogether(oneFile("text"), calls, { sandbox: scripted, program, session: "s" });
    expect(outcomes.map(({ kind }) => kind)).toEqual(["value", "value", "raised", "value"]);
    expect(scripted.batches.map((batch) => batch.calls.map(({ source }) => source))).toEqual([
      [expect.stringContaining("answer_calls")],
      ["b", "d"],
    ]);
    expect(scripted.options).toEqual([{ session: "s" }, { session: "s" }]);
    expect(fuel).toBe(2000);
  });

  test.each(["['=1']", "7", "[1, 2]"])("trusts no answer of another form than was asked for: %s", async (answer) => {
    const scripted = scriptedSandbox(({ calls }) =>
      calls.length === 1 ? [gives(answer)] : calls.map(() => gives("5")),
    );
    const { outcomes } = await runTogether(oneFile("text"), ["a", "b"], { sandbox: scripted, program });
    expect(outcomes).toEqual([gives("5"), gives("5")]);
  });

  test("agrees with single runs on every task's given text", async () => {
    for (const { code, program: one } of sample((await loadTaskSet(PROGRAMS_ROOT)).tasks, 4)) {
      const calls = one.tests.map(({ call }) => call);
      const { outcomes } = await runTogether(code, calls, { sandbox, program: one });
      const alone = await sandbox.run({ code, calls: calls.map((source) => ({ source, seed: 0 })) });
      expect(compared(outcomes)).toEqual(compared(alone.outcomes));
    }
  });
});

describe("readAnswer", () => {
  test("reads a value, and an exception with its module", () => {
    expect(readAnswer("=[1, 'a']", pythonPack.literals)).toEqual(gives("[1, 'a']"));
    expect(readAnswer("!decimal:InvalidOperation", pythonPack.literals)).toMatchObject({
      type: "InvalidOperation",
      module: "decimal",
    });
  });

  test.each(["", "?", "=", "=f()", "1", "= ="])("knows nothing of %j", (answer) => {
    expect(readAnswer(answer, pythonPack.literals)).toBeNull();
  });
});
