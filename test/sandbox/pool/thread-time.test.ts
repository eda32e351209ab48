import { describe, expect, it } from "vitest";
import { ownThread, threadTime } from "../../../src/sandbox/pool/thread-time.ts";

const NO_FILE = () => {
  throw new Error("ENOENT");
};
const STAT = "7 (a) b (node)) R 1 1 1 0 -1 4194368 1966 0 0 0 17 3 0 0 20 0 12 0 104183 1 1 1 1";

describe("a thread's processor time", () => {
  it("is read in nanoseconds where the system counts them", () => {
    const files: Record<string, string> = { "/proc/self/task/7/schedstat": "2500000 180817 8\n" };
    expect(threadTime("7", (path) => files[path] ?? NO_FILE())).toBe(2.5);
  });

  it("is read in hundredths of a second elsewhere, whatever the thread's name", () => {
    for (const schedstat of [undefined, "0 0 0\n"]) {
      const files: Record<string, string | undefined> = {
        "/proc/self/task/7/schedstat": schedstat,
        "/proc/self/task/7/stat": STAT,
      };
      expect(threadTime("7", (path) => files[path] ?? NO_FILE())).toBe(200);
    }
  });

  it("is unknown where there is no such file, or another one", () => {
    expect(threadTime("7", NO_FILE)).toBeNull();
    expect(threadTime("7", () => "nonsense")).toBeNull();
  });

  it.runIf(process.platform === "linux")("grows while a thread works", () => {
    const thread = ownThread() ?? "";
    const before = threadTime(thread);
    let sum = 0;
    for (let turn = 0; (threadTime(thread) ?? 0) === before && turn < 1e6; turn += 1) sum += Math.sqrt(turn);
    expect(sum).toBeGreaterThanOrEqual(0);
    expect(threadTime(thread)).toBeGreaterThan(before ?? Number.POSITIVE_INFINITY);
  });
});
