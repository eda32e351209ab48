import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPythonSandbox } from "../../../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../../../src/sandbox/sandbox.ts";
import {
  type FalseAcceptOptions,
  measureFalseAccepts,
} from "../../../../src/tasks/generation/integrity/false-accepts.ts";
import { MUTATION_OPERATORS } from "../../../../src/tasks/generation/operators.ts";
import { oneFile } from "../../../support/source.ts";
import { makeProgram, makeTest } from "../../support/make-task.ts";

/** The visible tests know two numbers in order; of two that are equal it does not matter which is given. */
const LARGER = makeProgram({
  name: "larger",
  entryPoint: "larger",
  solution: oneFile("def larger(a, b):\n    if a >= b:\n        return a\n    return b\n"),
  tests: [makeTest("larger(1, 2)", "2")],
  generator: 'def generate(rng):\n    return f"larger({rng.randint(0, 30)}, {rng.randint(0, 30)})"\n',
});

describe("wrong programs that are taken for right", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await openPythonSandbox({ workers: 1 });
  });
  afterAll(() => sandbox.close());

  function measure(options: Partial<FalseAcceptOptions>) {
    const usual = { operators: MUTATION_OPERATORS, pairs: 0, count: 300, seed: 0, sandbox, atOnce: 2 };
    return measureFalseAccepts(LARGER, { ...usual, submit: async () => "solved", ...options });
  }

  test("are those that are solved and differ from the solution on a call kept apart", async () => {
    const { accepted, firstOrder, wrong, unseen, calls } = await measure({});
    const texts = accepted.map(({ code }) => code.text);
    // Without the check the second number is always given.
    expect(texts).toContain("def larger(a, b):\n    return b\n");
    // With it turned round the visible test sees the mistake.
    expect(texts).not.toContain("def larger(a, b):\n    if a <= b:\n        return a\n    return b\n");
    expect(wrong).toBeLessThan(firstOrder);
    expect(unseen).toBe(accepted.length);
    expect(calls).toBeGreaterThan(200);
  });

  test("are not those that never differ, which are presumed to be the same program", async () => {
    const { accepted, presumedEquivalent, wrong, firstOrder } = await measure({});
    expect(accepted.map(({ code }) => code.text)).not.toContain(
      "def larger(a, b):\n    if a > b:\n        return a\n    return b\n",
    );
    expect(presumedEquivalent).toBeGreaterThan(0);
    expect(wrong + presumedEquivalent).toBe(firstOrder);
  });

  test("are none where the episode refuses them all", async () => {
    const { accepted, presumedEquivalent } = await measure({ submit: async () => "hidden" });
    expect({ accepted, presumedEquivalent }).toEqual({ accepted: [], presumedEquivalent: 0 });
  });

  test("may have two mistakes, as many as are asked for and the same ones for a seed", async () => {
    const [first, again, other] = [
      await measure({ pairs: 6 }),
      await measure({ pairs: 6 }),
      await measure({ pairs: 6, seed: 1 }),
    ];
    expect(first.secondOrder).toBe(6);
    expect(again).toEqual(first);
    expect(other.firstOrder).toBe(first.firstOrder);
  });

  test("are handed in only where they pass the visible tests", async () => {
    const submitted: string[] = [];
    await measure({
      submit: async (answer) => {
        submitted.push(answer.text);
        return "solved";
      },
    });
    expect(submitted).not.toContain("def larger(a, b):\n    if a <= b:\n        return a\n    return b\n");
    expect(submitted.length).toBeGreaterThan(0);
  });
});
