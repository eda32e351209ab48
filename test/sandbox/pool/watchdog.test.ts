import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Watchdog } from "../../../src/sandbox/pool/watchdog.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Watches a thread that gets this share of the processor. */
function watch(share: number | null) {
  const started = Date.now();
  const barks: number[] = [];
  const dog = new Watchdog({
    limitMs: 1000,
    threadTime: () => (share === null ? null : 5000 + (Date.now() - started) * share),
    bark: () => barks.push(Date.now() - started),
  });
  return { dog, barks };
}

describe("the watchdog", () => {
  it("barks when a job has used up its processor time, and once", () => {
    const { barks } = watch(1);
    vi.advanceTimersByTime(999);
    expect(barks).toEqual([]);
    vi.advanceTimersByTime(100_000);
    expect(barks).toEqual([1000]);
  });

  it("does not bark at a job that gets little of the processor before that is used up", () => {
    const { barks } = watch(0.1);
    vi.advanceTimersByTime(9_900);
    expect(barks).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(barks.length).toBe(1);
  });

  it("barks at a thread that is stuck without using the processor", () => {
    const { barks } = watch(0);
    vi.advanceTimersByTime(1000);
    expect(barks).toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(barks.length).toBe(1);
  });

  it("goes by the clock where the processor time is unknown", () => {
    const { barks } = watch(null);
    vi.advanceTimersByTime(1001);
    expect(barks).toEqual([1000]);
  });

  it("is silent once it is stopped", () => {
    const { dog, barks } = watch(1);
    dog.stop();
    vi.advanceTimersByTime(100_000);
    expect(barks).toEqual([]);
  });
});
