/** How deep calls are nested is counted, and too deep a recursion ends at the same call everywhere. */
import { describe, expect, it } from "vitest";
import { DEPTH_EXPORT, FUEL_EXPORT, rewriteModule } from "../../../src/sandbox/wasm/rewrite-module.ts";
import { type Body, buildModule, importsOf } from "./module-builder.ts";

/** Calls a function of this file's modules with n - 1 until n is 0. */
const descend = (call: Body): Body => [0x20, 2, 0x04, 0x40, 0x20, 0, 0x20, 1, 0x20, 2, 0x41, 1, 0x6b, ...call, 0x0b];
const call = (index: number): Body => [0x10, index + 1];
/** try { … } catch_all { } */
const guarded = (body: Body): Body => [0x06, 0x40, ...body, 0x19, 0x0b];
const callHost: Body = [0x10, 0];
const callHostByTable: Body = [0x41, 0, 0x11, 1, 0];

function instantiate(bodies: readonly Body[], host: () => void = () => undefined) {
  const { bytes, names } = buildModule(bodies);
  const { bytes: wasm } = rewriteModule(bytes, { guestPages: 1, keepExports: new Set(["memory", ...names]) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), importsOf(host));
  const global = (name: string): WebAssembly.Global => {
    const found = exports[name];
    return found instanceof WebAssembly.Global ? found : expect.fail(`${name} is no global`);
  };
  const [depth, fuel] = [global(DEPTH_EXPORT), global(FUEL_EXPORT)];
  fuel.value = 1_000_000;
  const run = (name: string, n = 0): void => {
    const target = exports[name];
    if (typeof target === "function") target(0, 0n, n);
  };
  return { run, depth };
}

describe("the depth of calls", () => {
  it.each<[string, readonly Body[]]>([
    ["a function that calls itself", [descend(call(0))]],
    ["two that call each other", [descend(call(1)), descend(call(0))]],
    ["three of whom one calls itself", [descend(call(1)), descend(call(2)), descend(call(2))]],
  ])("is counted in %s, and given back", (_, bodies) => {
    const { run, depth } = instantiate(bodies);
    depth.value = 100;
    run("f0", 100);
    expect(depth.value).toBe(100);
    expect(() => run("f0", 300)).toThrow("unreachable");
    expect(depth.value).toBeLessThan(0);
  });

  it("ends at the same call, however often it is tried", () => {
    const { run, depth } = instantiate([descend(call(0))]);
    for (const enough of [50, 1000, 5000]) {
      depth.value = enough;
      run("f0", enough);
      depth.value = enough;
      expect(() => run("f0", enough + 1)).toThrow("unreachable");
    }
  });

  it("is not counted where no circle can be closed", () => {
    const { run, depth } = instantiate(
      [call(1), call(2), []].map((body) => [...(body.length ? [0x20, 0, 0x20, 1, 0x20, 2] : []), ...body]),
    );
    depth.value = 0;
    run("f0");
    expect(depth.value).toBe(0);
  });

  it.each<[string, Body]>([
    ["to the host, which may call back", callHost],
    ["through a table", callHostByTable],
  ])("is counted in a call %s", (_, body) => {
    let seen = -1;
    const { run, depth } = instantiate([body], () => {
      seen = depth.value;
    });
    depth.value = 3;
    run("f0");
    expect([seen, depth.value]).toEqual([2, 3]);
    depth.value = 0;
    expect(() => run("f0")).toThrow("unreachable");
  });

  it("is right again once an exception from far below has been caught", () => {
    // f1 goes down and throws at the bottom; f0 catches that, twice, and calls the host.
    const bottom: Body = [0x20, 2, 0x45, 0x04, 0x40, ...callHost, 0x0b];
    const caught = guarded([0x20, 0, 0x20, 1, 0x20, 2, ...call(1)]);
    const seen: number[] = [];
    const { run, depth } = instantiate(
      [
        [...caught, ...caught, ...callHost],
        [...descend(call(1)), ...bottom],
      ],
      () => {
        seen.push(depth.value);
        if (seen.length < 3) throw new Error("from the host");
      },
    );
    depth.value = 50;
    run("f0", 20);
    expect(seen).toEqual([50 - 21, 50 - 21, 49]);
    expect(depth.value).toBe(50);
  });
});
