import { beforeAll, expect, it } from "vitest";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import { Interpreter } from "../../../src/sandbox/python/interpreter.ts";
import { runBatch } from "../../../src/sandbox/python/run-batch.ts";

let interpreter: Interpreter;
beforeAll(async () => {
  interpreter = new Interpreter(await loadImage());
});

it.each([
  ["list(range(999))", "value"],
  ["list(range(1000))", "output_limit"],
  ["[[]] * 1000", "output_limit"],
  ["[[1] * 31] * 31", "value"],
  ["[[1] * 32] * 32", "output_limit"],
  ["dict.fromkeys(range(499))", "value"],
  ["dict.fromkeys(range(500))", "output_limit"],
  ["frozenset(range(1000))", "output_limit"],
  ["(True,) * 13_000", "output_limit"],
  ["'x' * 60_000", "value"],
  ["bytes(30_000)", "value"],
  ["1 << 200_000", "value"],
])("a value may have a thousand parts and not one more: %s is %s, and the next call is served", (source, kind) => {
  const calls = [source, "1"].map((text) => ({ source: text, seed: 0 }));
  const { outcomes } = runBatch(interpreter, { code: "", calls });
  expect(outcomes.map((outcome) => outcome.kind)).toEqual([kind, "value"]);
  interpreter.restore();
});
