/** Sessions and the descriptors that they need. */
import { describe, expect, test } from "vitest";
import { descriptorLimit, roomForSessions } from "../../src/server/descriptors.ts";

const LIMITS = `Limit                     Soft Limit           Hard Limit           Units
Max processes             96000                96000                processes
Max open files            1024                 524288               files
`;

describe("the limit", () => {
  test("is the soft one that Linux tells of", () => {
    expect(descriptorLimit(() => LIMITS)).toBe(1024);
    expect(descriptorLimit()).not.toBe(0);
  });

  test.each([
    ["there is none", () => LIMITS.replace("1024     ", "unlimited")],
    ["the system does not tell", () => ""],
    [
      "the system has no such file",
      () => {
        throw new Error("ENOENT");
      },
    ],
  ])("is unknown where %s", (_, read) => {
    expect(descriptorLimit(read)).toBeNull();
  });
});

describe("as many sessions as were asked for", () => {
  test("are had where there are descriptors for them", () => {
    expect(roomForSessions(924, { limit: 1024, isSet: true })).toEqual({ sessions: 924, warning: null });
    expect(roomForSessions(10_000, { limit: null, isSet: true })).toEqual({ sessions: 10_000, warning: null });
  });

  test("are refused at the start where there are not", () => {
    expect(() => roomForSessions(925, { limit: 1024, isSet: true })).toThrow(
      "Cannot start with MAX_SESSIONS=925: this process may have 1024 descriptors open (ulimit -n), and needs 100 " +
        "itself. Raise the limit, or set MAX_SESSIONS to 924 or less.",
    );
  });

  test("are fewer, with a warning, where nobody asked for them", () => {
    const room = roomForSessions(10_000, { limit: 1024, isSet: false });
    expect(room).toEqual({ sessions: 924, warning: expect.stringContaining("MAX_SESSIONS is 924 instead of 10000") });
  });
});
