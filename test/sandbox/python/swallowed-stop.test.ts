import { expect, it } from "vitest";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import { Interpreter } from "../../../src/sandbox/python/interpreter.ts";
import { readCallResult } from "../../../src/sandbox/python/read-answer.ts";

const FUEL = 1000;

it("a stop that the guest swallows still ends its call, whatever it answers afterwards", async () => {
  const original = WebAssembly.Instance;
  using _ = {
    [Symbol.dispose]: () => {
      WebAssembly.Instance = original;
    },
  };
  const outcomes: string[] = [];
  // In place of the driver: asks the host for its end, goes on as if nothing had happened, and returns.
  WebAssembly.Instance = new Proxy(original, {
    construct: (target, [module, imports]) => {
      const { exports } = new target(module, imports);
      const callDriver = (): void => {
        try {
          imports.wasi_snapshot_preview1.proc_exit(0);
        } catch {
          outcomes.push("swallowed");
        }
      };
      return { exports: { ...exports, PyObject_CallNoArgs: callDriver } };
    },
  });
  const interpreter = new Interpreter(await loadImage());
  const result = interpreter.call({ request: new Uint8Array(), fuel: FUEL, outputBytes: 10, answerBytes: 10 });
  expect([outcomes, result.ended]).toEqual([["swallowed"], "exit"]);
  expect(readCallResult(result, FUEL)).toMatchObject({ kind: "crash", reason: "the program ended the interpreter" });
});
