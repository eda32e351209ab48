import { expect, it } from "vitest";
import { AheadCompiler } from "../../../src/sandbox/python/ahead-compiler.ts";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import { Interpreter } from "../../../src/sandbox/python/interpreter.ts";
import { runBatch } from "../../../src/sandbox/python/run-batch.ts";

class CountingInterpreter extends Interpreter {
  restores = 0;
  override restore(): number | null {
    this.restores += 1;
    return super.restore();
  }
}

it.each([
  ["a value", "1", "value", 0],
  ["an exception", "1 / 0", "raised", 0],
  ["exhausted memory", "held = []\nwhile True: held.append(bytearray(1 << 20))", "memory", 1],
  ["an exhausted fuel", "while True: pass", "timeout", 1],
  ["a loop inside a built-in", "sum(range(10 ** 12))", "timeout", 1],
  ["an exit", '__import__("importlib").import_module("posix")._exit(0)', "crash", 1],
  ["too much output", "while True: print('x' * 1000)", "output_limit", 1],
])(
  "after %s the rest of a batch goes on in an interpreter that was restored if need be",
  async (_, source, kind, restores) => {
    const interpreter = new CountingInterpreter(await loadImage());
    const ahead = new AheadCompiler(interpreter);
    // Compiling is followed by a restore, too, which is not the one in question.
    ahead.module("");
    ahead.calls([source, "2"]);
    interpreter.restoreIfUsed();
    interpreter.restores = 0;
    const calls = [source, "2"].map((text) => ({ source: text, seed: 0 }));
    const { outcomes } = runBatch(interpreter, { code: "", calls, limits: { fuel: 3_000_000 } }, ahead);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual([kind, "value"]);
    expect(interpreter.restores).toBe(restores);
  },
);
