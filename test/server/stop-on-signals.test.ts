import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { stopOnSignals } from "../../src/cli/stop-on-signals.ts";

class FakeProcess extends EventEmitter {
  readonly exits: number[] = [];

  exit(code: number): void {
    this.exits.push(code);
    this.emit("exited");
  }

  exited(): Promise<void> {
    return new Promise((resolve) => this.once("exited", resolve));
  }
}

describe("a process that serves", () => {
  test.each(["SIGTERM", "SIGINT"])("ends with 0 once it has stopped after %s", async (signal) => {
    const fake = new FakeProcess();
    let stops = 0;
    stopOnSignals(async () => {
      stops += 1;
    }, fake);
    fake.emit(signal);
    await fake.exited();
    expect([stops, fake.exits]).toEqual([1, [0]]);
  });

  test("ends at once at the second signal", async () => {
    const fake = new FakeProcess();
    stopOnSignals(() => new Promise(() => undefined), fake);
    fake.emit("SIGTERM");
    fake.emit("SIGINT");
    expect(fake.exits).toEqual([130]);
  });

  test.each([
    ["SIGINT", "SIGINT"],
    ["SIGTERM", "SIGTERM"],
    ["SIGINT", "SIGTERM"],
  ])("takes %s with %s right behind it for one, as npm and shells pass it on", (first, second) => {
    const fake = new FakeProcess();
    let now = 5_000;
    stopOnSignals(
      () => new Promise(() => undefined),
      fake,
      () => now,
    );
    fake.emit(first);
    now += 900;
    fake.emit(second);
    expect(fake.exits).toEqual([]);
    now += 100;
    fake.emit(second);
    expect(fake.exits).toEqual([130]);
  });
});
