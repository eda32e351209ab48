/** What a reset leaves out is drawn, and nothing else. */
import { expect, it } from "vitest";
import { completeRequest } from "../../src/sessions/draws.ts";

const draws = { seed: () => 42, episodeId: () => "drawn" };

it.each([
  [{}, { seed: 42, episode_id: "drawn" }],
  [
    { seed: null, episode_id: null },
    { seed: 42, episode_id: "drawn" },
  ],
  [
    { seed: 0, episode_id: "" },
    { seed: 0, episode_id: "" },
  ],
  [
    { seed: 7, task_name: "sum_even_wrong_condition" },
    { seed: 7, task_name: "sum_even_wrong_condition", episode_id: "drawn" },
  ],
])("of the reset %j becomes %j", (request, whole) => {
  expect(completeRequest(request, draws)).toEqual(whole);
});
