import { expect, it } from "vitest";
import type { CodeObservation } from "../../src/protocol/protocol.ts";
import { toolView } from "../../src/server/mcp/policy-view.ts";
import { keptAction } from "../../src/sessions/kept-action.ts";
import { makeObservation, makeStep } from "../evaluation/support/records.ts";

const NEW = { new_field: "NOBODY DECIDED" };

/** With a field in every object that it is made of. */
function withNew(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNew);
  if (typeof value !== "object" || value === null) return value;
  return { ...NEW, ...Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withNew(inner)])) };
}

const results = [{ test_name: "one", passed: false, error_message: "why" }];
const observations: readonly (readonly [string, CodeObservation])[] = [
  ["a reset", makeObservation({ text: "all that is new" })],
  ["a step", { ...makeStep("RUN_TESTS").observation, test_results: results }],
];

it.each(observations)("the caller of a tool sees of %s no field that nobody has decided to show", (_, observation) => {
  // The file is data: its line numbers are no fields of ours.
  const strange = Object.assign(observation, withNew({ ...observation, code_dict: {} }), {
    code_dict: observation.code_dict,
  });
  for (const episodes of ["free", "drawn"] as const) {
    const seen = toolView(strange, episodes);
    expect(JSON.stringify(seen)).not.toContain("NOBODY DECIDED");
    expect(seen.code_dict).toBe(observation.code_dict);
  }
  expect(toolView(strange, "free")).toMatchObject({ info: { task_name: "program" } });
  expect(toolView(strange, "drawn").info).toEqual({ episode_id: "one", task_difficulty: "easy" });
});

it("an action is kept without a field that is none of an action's", () => {
  expect(keptAction({ ...NEW, action_type: "SUBMIT", thought: "why" }, 10)).toEqual({
    action_type: "SUBMIT",
    thought: "why",
  });
});
