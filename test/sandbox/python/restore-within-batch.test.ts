import { expect, it } from "vitest";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import { Interpreter } from "../../../src/sandbox/python/interpreter.ts";
import { runBatch } from "../../../src/sandbox/python/run-batch.ts";

class CountingInterpreter extends Interpreter {
  readonly differences: (number | null)[] = [];
  override restoreLayer(options?: { fresh?: boolean }): number | null {
    const restored = super.restoreLayer(options);
    this.differences.push(this.findDifference());
    return restored;
  }
}

const DEEP = "f = lambda n: f(n + 1)\nimport sys\nsys.setrecursionlimit(10 ** 9)\nf(0)";

it.each([
  ["a value", "1", "value"],
  ["an exception", "1 / 0", "raised"],
  ["exhausted memory", "held = []\nwhile True: held.append(bytearray(1 << 20))", "memory"],
  ["an exhausted fuel", "while True: pass", "timeout"],
  ["a loop inside a built-in", "sum(range(10 ** 12))", "timeout"],
  ["an exit", '__import__("importlib").import_module("posix")._exit(0)', "crash"],
  ["too much output", "while True: print('x' * 1000)", "output_limit"],
  ["a recursion without end", DEEP, "timeout"],
  ["a page of each kibibyte of much memory", "for at in range(0, len(big), 1000): big[at] = 1", "value"],
])("after %s memory is what the module left, byte for byte, and the next call is served", async (_, source, kind) => {
  const interpreter = new CountingInterpreter(await loadImage());
  const code = "import sys\nbig = bytearray(10_000_000)\nkept = [object() for _ in range(10_000)]\n";
  const calls = [source, "len(kept), big[1000]", source, "2"].map((text) => ({ source: text, seed: 0 }));
  const { outcomes } = runBatch(interpreter, { code, calls, limits: { fuel: 3_000_000 } });
  expect(outcomes.map((outcome) => outcome.kind)).toEqual([kind, "value", kind, "value"]);
  expect(outcomes[0]).toEqual(outcomes[2]);
  expect(interpreter.differences).toEqual([null, null, null]);
  interpreter.restore();
  expect(interpreter.findDifference()).toBeNull();
});
