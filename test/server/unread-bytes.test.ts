/** Answers that clients have not read: bounded over all of them, at the cost of the one that has been slow the longest. */
import { describe, expect, test } from "vitest";
import { UnreadBytes } from "../../src/server/unread/unread-bytes.ts";

function reader(unreadBytes: number) {
  return {
    unreadBytes,
    terminated: false,
    terminate() {
      this.terminated = true;
    },
  };
}

describe("slow readers", () => {
  test("are kept while what they have not read fits", () => {
    const unread = new UnreadBytes(100);
    const readers = [reader(50), reader(50)];
    for (const one of readers) unread.add(one);
    expect(readers.map(({ terminated }) => terminated)).toEqual([false, false]);
  });

  test("go past the limit, the one that has waited longest first", () => {
    const unread = new UnreadBytes(100);
    const readers = [reader(40), reader(40), reader(30)];
    for (const one of readers) unread.add(one);
    expect(readers.map(({ terminated }) => terminated)).toEqual([true, false, false]);
    expect(unread.dropped).toBe(1);
  });

  test("do not count any more once they have read", () => {
    const unread = new UnreadBytes(100);
    const [first, second] = [reader(80), reader(80)];
    unread.add(first);
    unread.delete(first);
    unread.add(second);
    expect([first.terminated, second.terminated]).toEqual([false, false]);
  });

  test("go themselves where one alone is past the limit", () => {
    const unread = new UnreadBytes(100);
    const one = reader(101);
    unread.add(one);
    expect(one.terminated).toBe(true);
  });
});
