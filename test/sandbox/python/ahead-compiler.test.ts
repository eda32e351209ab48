import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { AheadCompiler } from "../../../src/sandbox/python/ahead-compiler.ts";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import { Interpreter } from "../../../src/sandbox/python/interpreter.ts";
import { runBatch } from "../../../src/sandbox/python/run-batch.ts";

let interpreter: Interpreter;
let ahead: AheadCompiler;
beforeAll(async () => {
  interpreter = new Interpreter(await loadImage());
});
beforeEach(() => {
  interpreter.restore();
  ahead = new AheadCompiler(interpreter);
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

describe("what is compiled ahead", () => {
  it("gives the same results whether it was known before or not", () => {
    const first = runBatch(interpreter, TELLING, { ahead });
    interpreter.restore();
    expect(runBatch(interpreter, TELLING, { ahead })).toEqual(first);
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

  it("gives the same results at every limit of fuel, whether it was known before or not", () => {
    const kinds = new Set<string>();
    for (let fuel = 1_000; fuel < 60_000; fuel += 500) {
      const batch = { ...TELLING, limits: { fuel } };
      const known = runBatch(interpreter, batch, { ahead });
      interpreter.restore();
      expect(runBatch(interpreter, batch)).toEqual(known);
      interpreter.restore();
      kinds.add(known.outcomes[0]?.kind ?? "none");
    }
    expect([...kinds]).toEqual(["timeout", "value"]);
  });

  it("is compiled once, be it a module that is checked and then run", () => {
    const called = vi.spyOn(interpreter, "call");
    expect(runBatch(interpreter, { code: "x = 1", calls: [] }, { ahead })).toEqual({
      syntax: null,
      outcomes: [],
      fuel: 0,
    });
    expect(called).toHaveBeenCalledTimes(1);
    expect(runBatch(interpreter, { code: "x = 1", calls: [] }, { ahead })).toEqual({
      syntax: null,
      outcomes: [],
      fuel: 0,
    });
    expect(called).toHaveBeenCalledTimes(1);
    runBatch(interpreter, { code: "x = 1", calls: [{ source: "x", seed: 0 }] }, { ahead });
    // It is executed, and one call is made.
    expect(called).toHaveBeenCalledTimes(3);
    called.mockRestore();
  });

  it("says the same of a module that does not parse, or exhausts who tries, as reading it in its place", () => {
    for (const code of ["def f(:", "x = 1\0", `x = ${"(".repeat(90)}`, `x = ${"-".repeat(60_000)}1`]) {
      const checked = runBatch(interpreter, { code, calls: [] }, { ahead });
      expect(checked.syntax?.type).toMatch(/^(SyntaxError|MemoryError|RecursionError)$/);
      expect(ahead.module(code)).toBeNull();
      interpreter.restore();
      expect(runBatch(interpreter, { code, calls: [] }, { ahead })).toEqual(checked);
      interpreter.restore();
      const calls = [{ source: "1", seed: 0 }];
      expect(runBatch(interpreter, { code, calls }, { ahead }).outcomes[0]?.kind).toBe("syntax");
      interpreter.restore();
    }
  });

  it("is compiled once, be it a call of many batches", () => {
    const called = vi.spyOn(interpreter, "call");
    const first = ahead.calls(["f(1)", "f(2)", "f(1)"]);
    expect(ahead.calls(["f(2)", "f(1)"])).toEqual([first[1], first[0]]);
    expect(called).toHaveBeenCalledTimes(1);
    ahead.clear();
    expect(ahead.calls(["f(2)", "f(1)"])).toEqual([first[1], first[0]]);
    expect(called).toHaveBeenCalledTimes(2);
    called.mockRestore();
  });

  it("is compiled by an interpreter as the image has it, and leaves none other to the batch", () => {
    const [first] = ahead.calls(["f(1)", "f(2)"]);
    expect(interpreter.findDifference()).not.toBeNull();
    interpreter.restoreIfUsed();
    expect(interpreter.findDifference()).toBeNull();
    const restored = vi.spyOn(interpreter, "restore");
    interpreter.restoreIfUsed();
    expect(restored).not.toHaveBeenCalled();
    restored.mockRestore();
    runBatch(interpreter, { code: "import random\nf = print", calls: [{ source: "f(1)", seed: 0 }] });
    ahead.clear();
    expect(ahead.calls(["f(1)", "f(2)"])[0]).toEqual(first);
  });

  it("is not remembered as what does not parse because its batch was cancelled", async () => {
    let isCancelled = false;
    const cancellable = new Interpreter(await loadImage(), () => isCancelled);
    const known = new AheadCompiler(cancellable);
    // No plain data, of which there would be too little to compile for anybody to look whether it is wanted still.
    const sources = Array.from({ length: 20 }, (_, index) => `f(1 + ${index})`);
    isCancelled = true;
    expect(known.calls(sources)).toEqual(sources.map(() => null));
    isCancelled = false;
    expect(known.calls(sources)).toEqual(ahead.calls(sources));
    expect(known.calls(sources)).not.toContain(null);
  });

  it("is the same for a call, whatever is compiled with it", () => {
    const exhausting = `x = ${"[".repeat(60)}1${" for a in [1]]".repeat(60)}`;
    const [, fine] = ahead.calls(["f(1)", "f(2)"]);
    ahead.clear();
    expect(ahead.calls(["f(1)", exhausting, "f(2)"])).toEqual([expect.any(Uint8Array), null, fine]);
  });

  it("is left to the driver where a program could tell its constants from those read in their place", () => {
    const code = "a = [x for x in {8, 0}]\nb = list({16, 8, 0})\nc = b'a' is bytes([97])\n";
    // The order in which CPython itself gives these sets: colliding items as they were put in.
    const truths = ["a == [8, 0]", "b == [16, 8, 0]", "c", "list({16, 8, 0}) == [16, 8, 0]", "b'a' is bytes([97])"];
    const calls = truths.map((source) => ({ source, seed: 0 }));
    const { outcomes } = runBatch(interpreter, { code, calls }, { ahead });
    expect(outcomes).toEqual(truths.map(() => ({ kind: "value", value: { type: "bool", value: true }, stdout: "" })));
    const nested = "def f(x):\n    return [lambda: x in {1, 2}, x[:b'a'], (b'a', 1)]\n";
    expect(["x = {1, 2, 3}", nested, "x = [1, (b'b', 2)]"].map((source) => ahead.module(source))).toEqual([
      null,
      null,
      null,
    ]);
    expect(["x = {1}", "x = b'', b'ab', (1, 2)", "x in (1, 2)"].map((source) => ahead.module(source))).not.toContain(
      null,
    );
  });

  it("is left to the driver where a call does not parse, is very long, or is alone in its batch", () => {
    const [broken, long, fine] = ahead.calls(["def f(:", `'${"x".repeat(5000)}'`, "f(1)"]);
    expect([broken, long]).toEqual([null, null]);
    expect(fine).toBeInstanceOf(Uint8Array);
    expect(ahead.calls(["f(1)"])).toEqual([null]);
  });

  it("is forgotten at once where it would take the room of many others", () => {
    const lambdas = Array.from({ length: 3 }, () => `x = ${"lambda: ".repeat(500)}1`).join("\n");
    const [first] = ahead.calls(["f(1)", "f(2)"]);
    const heavy = ahead.module(lambdas);
    expect(heavy?.length).toBeGreaterThan(500_000);
    const called = vi.spyOn(interpreter, "call");
    for (let count = 0; count < 3; count += 1)
      expect(Buffer.compare(ahead.module(`${lambdas}\n# ${count}`) ?? Buffer.alloc(0), heavy ?? Buffer.alloc(0))).toBe(
        0,
      );
    expect(Buffer.compare(ahead.module(lambdas) ?? Buffer.alloc(0), heavy ?? Buffer.alloc(0))).toBe(0);
    expect(called).toHaveBeenCalledTimes(4);
    expect(ahead.calls(["f(1)", "f(2)"])[0]).toEqual(first);
    expect(called).toHaveBeenCalledTimes(4);
    called.mockRestore();
  });

  it("is forgotten, the longest unused first, before they fill the memory", () => {
    const long = (number: number): string => `f(${number}, '${"x".repeat(4000)}')`;
    ahead.calls(["kept()", "lost()"]);
    const called = vi.spyOn(interpreter, "call");
    // Text and compiled call come to about ten thousand characters, and two million are kept.
    for (let from = 0; from < 300; from += 50) {
      ahead.calls(Array.from({ length: 50 }, (_, index) => long(from + index)));
      ahead.calls(["kept()", long(0)]);
    }
    const before = called.mock.calls.length;
    ahead.calls(["kept()", long(299)]);
    expect(called.mock.calls.length).toBe(before);
    ahead.calls(["kept()", "lost()"]);
    expect(called.mock.calls.length).toBe(before + 1);
    called.mockRestore();
  });
});
