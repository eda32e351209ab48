import { describe, expect, test } from "vitest";
import { PromiseMemo } from "../../src/environment/promise-memo.ts";

describe("a memo of work", () => {
  test("does the work of a key once, and again after a failure", async () => {
    const memo = new PromiseMemo<number>(4);
    let done = 0;
    const work = async (): Promise<number> => {
      done += 1;
      if (done === 1) throw new Error("failed");
      return done;
    };
    await expect(memo.get("a", work)).rejects.toThrow("failed");
    expect([await memo.get("a", work), await memo.get("a", work)]).toEqual([2, 2]);
  });

  test("forgets the keys that were asked for longest ago", async () => {
    const memo = new PromiseMemo<string>(2);
    const done: string[] = [];
    const get = (key: string): Promise<string> =>
      memo.get(key, async () => {
        done.push(key);
        return key;
      });
    for (const key of ["a", "b", "a", "c", "a", "b"]) await get(key);
    expect(done).toEqual(["a", "b", "c", "b"]);
  });
});
