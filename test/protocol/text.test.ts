import { expect, test } from "vitest";
import { countOf } from "../../src/protocol/protocol.ts";

test("one is counted in the singular, everything else in the plural", () => {
  expect([0, 1, 2].map((count) => countOf(count, "episode"))).toEqual(["0 episodes", "1 episode", "2 episodes"]);
});
