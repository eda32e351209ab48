/** What a desk remembers of the reports on its texts. */

import { expect, test } from "vitest";
import { applyEdit, noteTestRun, openWorkspace, type Workspace } from "../../src/environment/workspace.ts";
import { oneFile } from "../support/source.ts";
import { openWorldGym, replace, request, take } from "./support/open-gym.ts";

const standing = { failing: 1, repaired: 0, broken: 0 };

/** The desk after a report on each of so many texts. */
function afterReports(count: number): Workspace {
  let desk = openWorkspace({ code: oneFile("x = 0\n") });
  for (let at = 0; at < count; at += 1) {
    const results = [{ test_name: `of text ${at}`, passed: false, error_message: "no" }];
    desk = noteTestRun(applyEdit(desk, oneFile(`x = ${at}\n`)), {
      results,
      standing,
      report: "a report",
      printed: [],
      failedAt: null,
      syntax: null,
    });
  }
  return desk;
}

test("the single results of a text are let go of once sixteen others were reported since, not how it stood", () => {
  const told = [...afterReports(20).told.values()];
  expect(told.map(({ results }) => results.length)).toEqual([...Array(4).fill(0), ...Array(16).fill(1)]);
  expect(told.map(({ bytes }) => bytes > 0)).toEqual([...Array(4).fill(false), ...Array(16).fill(true)]);
  expect(told.map((each) => each.standing)).toEqual(Array(20).fill(standing));
});

test("results are those of the text as it is: an edit leaves none, and taking it back brings them back", async () => {
  const { gym } = openWorldGym();
  await gym.reset(request());
  const { test_results: known } = await take(gym, "RUN_TESTS");
  expect(known.length).toBeGreaterThan(0);
  expect((await take(gym, replace(1, 1, "other"))).test_results).toEqual([]);
  expect((await take(gym, "UNDO_EDIT")).test_results).toEqual(known);
});
