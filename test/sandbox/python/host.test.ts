import { expect, it } from "vitest";
import { GuestMemory } from "../../../src/sandbox/python/guest-memory.ts";
import { GuestHost } from "../../../src/sandbox/python/host.ts";
import { GuestStopped, HostState } from "../../../src/sandbox/python/host-state.ts";
import { wasiCalls } from "../../../src/sandbox/python/system-calls.ts";
import { layOutMemory } from "../../../src/sandbox/wasm/memory-layout.ts";

function openHost() {
  const state = new HostState(Buffer.from("request"), { outputBytes: 10, answerBytes: 10 });
  const host = new GuestHost(state, () => false);
  const fuel = new WebAssembly.Global({ value: "i32", mutable: true }, 5000);
  const layout = layOutMemory(1);
  host.connect(new GuestMemory(new WebAssembly.Memory({ initial: layout.totalPages }), layout), fuel);
  return { state, host, fuel };
}

it.each([-1, 2 ** 31 - 1, 2000])(
  "a list of %i buffers to write is looked at as far as POSIX goes, and paid for",
  (count) => {
    const { host, fuel } = openHost();
    const calls: Readonly<Record<string, unknown>> = wasiCalls(host) ?? {};
    const { fd_write } = calls;
    if (typeof fd_write !== "function") throw new Error("fd_write is missing");
    expect(fd_write(1, 0, count, 0)).toBe(0);
    expect(5000 - fuel.value).toBe(1024);
  },
);

it("a guest that swallows its stop gets nothing more from the host, and has no fuel to go on with", () => {
  const { state, host, fuel } = openHost();
  let calls = 0;
  const call = host.guarded(() => {
    calls += 1;
    return calls;
  });
  expect(call()).toBe(1);
  expect(() => host.stop("exit")).toThrow(GuestStopped);
  expect(fuel.value).toBe(-1);
  expect(() => call()).toThrow(GuestStopped);
  expect(calls).toBe(1);
  // What stopped it first is what is told.
  expect(() => host.stop("output_limit")).toThrow(GuestStopped);
  expect(state.stopped).toBe("exit");
});
