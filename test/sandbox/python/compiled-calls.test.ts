import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { CompiledCalls } from "../../../src/sandbox/python/compiled-calls.ts";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import { Interpreter } from "../../../src/sandbox/python/interpreter.ts";
import { runBatch } from "../../../src/sandbox/python/run-batch.ts";

let interpreter: Interpreter;
let compiled: CompiledCalls;
beforeAll(async () => {
  interpreter = new Interpreter(await loadImage());
});
beforeEach(() => {
  interpreter.restore();
  compiled = new CompiledCalls(interpreter);
});

/** Calls whose results would show where in memory things lie, and how deep the stack is. */
const TELLING = {
  code: "def depth(n=0):\n    try:\n        return depth(n + 1)\n    except RecursionError:\n        return n\n",
  calls: [
    "str(object())",
    "x = []\nid(x)",
    "depth()",
    "a = 1; b = 2; a + b",
    "raise_ = 1 / 0",
    "def f(:",
    "for i in range(3): pass",
  ].map((source) => ({ source, seed: 1 })),
};

describe("calls compiled ahead", () => {
  it("give the same results whether they were known before or not", () => {
    const first = runBatch(interpreter, TELLING, compiled);
    interpreter.restore();
    expect(runBatch(interpreter, TELLING, compiled)).toEqual(first);
    interpreter.restore();
    expect(runBatch(interpreter, TELLING)).toEqual(first);
    expect(first.outcomes.map(({ kind }) => kind)).toEqual([
      "value",
      "value",
      "value",
      "value",
      "raised",
      "raised",
      "value",
    ]);
  });

  it("are compiled once", () => {
    const called = vi.spyOn(interpreter, "call");
    const first = compiled.of(["f(1)", "f(2)", "f(1)"]);
    expect(compiled.of(["f(2)", "f(1)"])).toEqual([first[1], first[0]]);
    expect(called).toHaveBeenCalledTimes(1);
    compiled.clear();
    expect(compiled.of(["f(2)", "f(1)"])).toEqual([first[1], first[0]]);
    expect(called).toHaveBeenCalledTimes(2);
    called.mockRestore();
  });

  it("leave the interpreter as the image has it", () => {
    compiled.of(["f(1)", "f(2)"]);
    expect(interpreter.findDifference()).toBeNull();
  });

  it("are left to the driver where one does not parse, is very long, or is alone in its batch", () => {
    const [broken, long, fine] = compiled.of(["def f(:", `'${"x".repeat(5000)}'`, "f(1)"]);
    expect([broken, long]).toEqual([null, null]);
    expect(fine).toMatch(/^[\w+/=]+$/);
    expect(compiled.of(["f(1)"])).toEqual([null]);
  });

  it("are forgotten, the longest unused first, before they fill the memory", () => {
    const long = (number: number): string => `f(${number}, '${"x".repeat(4000)}')`;
    compiled.of(["kept()", "lost()"]);
    const called = vi.spyOn(interpreter, "call");
    // Text and compiled call come to about ten thousand characters, and two million are kept.
    for (let from = 0; from < 300; from += 50) {
      compiled.of(Array.from({ length: 50 }, (_, index) => long(from + index)));
      compiled.of(["kept()", long(0)]);
    }
    const before = called.mock.calls.length;
    compiled.of(["kept()", long(299)]);
    expect(called.mock.calls.length).toBe(before);
    compiled.of(["kept()", "lost()"]);
    expect(called.mock.calls.length).toBe(before + 1);
    called.mockRestore();
  });
});
