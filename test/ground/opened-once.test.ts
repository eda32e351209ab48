/** Opened once for all who want it, and again after a failure. */
import { expect, test } from "vitest";
import { openedOnce } from "../../src/ground/opened-once.ts";

test("is opened once, however many want it; after a failure, which all of them are told, once more", async () => {
  let calls = 0;
  const get = openedOnce(async () => {
    calls += 1;
    if (calls === 1) throw new Error("not yet");
    return calls;
  });
  const both = await Promise.allSettled([get(), get()]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await Promise.all([get(), get()])).toEqual([2, 2]);
  expect(await get()).toBe(2);
});
