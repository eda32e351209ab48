/** What an instance holds besides its memory: globals, which no compare of memory would show. */
import { expect, it } from "vitest";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import { Interpreter } from "../../../src/sandbox/python/interpreter.ts";
import { DEPTH_EXPORT, FUEL_EXPORT } from "../../../src/sandbox/wasm/rewrite-module.ts";

/** Collects the globals of each instance that is made while in use, but for those that each call sets. */
function watchInstances(): Disposable & { readonly globals: Map<string, WebAssembly.Global>[] } {
  const original = WebAssembly.Instance;
  const globals: Map<string, WebAssembly.Global>[] = [];
  WebAssembly.Instance = new Proxy(original, {
    construct: (_, [module, imports]) => {
      const instance = new original(module, imports);
      const entries = Object.entries(instance.exports).flatMap(([name, value]): [string, WebAssembly.Global][] =>
        value instanceof WebAssembly.Global && name !== FUEL_EXPORT && name !== DEPTH_EXPORT ? [[name, value]] : [],
      );
      globals.push(new Map(entries));
      return instance;
    },
  });
  return {
    globals,
    [Symbol.dispose]: () => {
      WebAssembly.Instance = original;
    },
  };
}

it("a restore resets every global that the guest can change, the hidden ones too", async () => {
  const image = await loadImage();
  using watched = watchInstances();
  const interpreter = new Interpreter(image);
  const [globals = new Map<string, WebAssembly.Global>()] = watched.globals;
  const before = [...globals].map(([name, global]) => [name, global.value]);
  // The stack pointer, the memory's size, and those that CPython's module has besides.
  expect(before.length).toBeGreaterThanOrEqual(5);

  for (const global of globals.values()) global.value += 16;
  interpreter.restore();
  expect([...globals].map(([name, global]) => [name, global.value])).toEqual(before);

  for (const global of globals.values()) global.value += 16;
  interpreter.restoreFully();
  expect([...globals].map(([name, global]) => [name, global.value])).toEqual(before);
  expect(interpreter.instances).toBe(1);
});
