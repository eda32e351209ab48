import { describe, expect, it } from "vitest";
import type { Fault, RecordedStep } from "../../src/protocol/protocol.ts";
import { formatDuration } from "../../web/src/logic/format.ts";
import { modelAnswers } from "../../web/src/logic/model-answers.ts";
import { neighboursOf } from "../../web/src/logic/neighbours.ts";
import { railRows, sameRailRow } from "../../web/src/logic/rail-rows.ts";
import { searchSteps } from "../../web/src/logic/search-steps.ts";
import { spentInWords } from "../../web/src/logic/step-spent.ts";
import { passingPath, rewardPaths, TIMELINE_HEIGHT, TIMELINE_ZERO } from "../../web/src/logic/timeline-shapes.ts";
import type { RewardRow } from "../../web/src/logic/trace.ts";
import { seen, step } from "./support/traces.ts";

function refused(action_type: string): RecordedStep {
  const taken = step(action_type, {});
  const fault: Fault = "syntax";
  return { ...taken, observation: { ...taken.observation, metadata: { ...taken.observation.metadata, fault } } };
}

const trace = {
  initial: seen({}),
  steps: [
    step("RUN_TESTS", { tests: { one: true, two: false } }),
    step("VIEW_CODE", { tests: { one: true, two: false } }),
    refused("REPLACE_LINES"),
    step("REPLACE_LINES", {}),
    step("RUN_TESTS", { tests: { one: true, two: true } }),
    step("RUN_TESTS", { tests: { one: true, two: true } }),
    step("REPLACE_LINES", {}),
    step("RUN_TESTS", { tests: { one: false, two: false } }),
  ],
};

describe("the rail of an episode", () => {
  const rows = railRows(trace);

  it("begins with the beginning, and has a row for each step", () => {
    expect(rows.map((row) => row.step)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rows[0]).toMatchObject({ action: "The beginning", reward: null, shown: null, known: null });
  });

  it("tells how the tests stand where they were run, and whether that is better or worse", () => {
    expect(rows.map(({ shown }) => shown && `${shown.passed}/${shown.total}`)).toEqual([
      null,
      "1/2",
      null,
      null,
      null,
      "2/2",
      "2/2",
      null,
      "0/2",
    ]);
    expect(rows.map(({ news }) => news)).toEqual([null, null, null, null, null, "better", null, null, "worse"]);
  });

  it("knows which step was refused, and the tests as they were last known", () => {
    expect(rows.filter(({ isRefused }) => isRefused).map((row) => row.step)).toEqual([3]);
    expect(rows.map(({ known }) => known?.passed ?? null)).toEqual([null, 1, 1, 1, 1, 2, 2, 2, 0]);
  });

  it("knows a row again that says the same, and one that does not", () => {
    const [, one, other] = rows;
    const again = railRows(trace)[1];
    if (!one || !other || !again) throw new Error("There are steps");
    expect(sameRailRow(one, again)).toBe(true);
    expect(sameRailRow(one, other)).toBe(false);
  });
});

describe("the timeline", () => {
  const parts = { step_cost: 0, run_tests: 0, progress: 0, penalty: 0, final: 0 };
  const row = (at: number, components: RewardRow["components"], reward = 0): RewardRow => ({
    step: at,
    action: "",
    reward,
    components,
    total: 0,
  });

  it("stacks gains above the line and losses below it, each as long as its share", () => {
    const paths = rewardPaths([row(1, { ...parts, step_cost: -1, progress: 3, final: 1 })]);
    expect([...paths.keys()]).toEqual(["step_cost", "progress", "final"]);
    expect(paths.get("progress")).toBe(`M1 ${TIMELINE_ZERO}V${TIMELINE_ZERO * 0.25}`);
    expect(paths.get("final")).toBe(`M1 ${TIMELINE_ZERO * 0.25}V0`);
    const lost = TIMELINE_ZERO + 0.5 * (TIMELINE_HEIGHT - TIMELINE_ZERO);
    expect(paths.get("step_cost")).toBe(`M1 ${TIMELINE_ZERO}V${lost}`);
  });

  it("shows the smallest reward, and one of which only the sum was recorded", () => {
    const paths = rewardPaths([
      row(1, { ...parts, final: 1 }),
      row(2, { ...parts, progress: 1e-9 }),
      row(3, null, 0.5),
    ]);
    expect(paths.get("progress")).toBe(`M2 ${TIMELINE_ZERO}V${TIMELINE_ZERO - 1.5}`);
    expect(paths.get("unsplit")).toContain("M3 ");
    expect(rewardPaths([row(1, parts)]).size).toBe(0);
  });

  it("draws the passing tests from where they were first known, as steps", () => {
    expect(passingPath(railRows(trace))).toBe("M1 32H2V32H3V32H4V32H5V3H6V3H7V3H8V61");
    expect(passingPath(railRows({ initial: seen({}), steps: [] }))).toBe("");
  });
});

describe("the search of steps", () => {
  const steps = [
    { ...step("RUN_TESTS", {}), action: { action_type: "RUN_TESTS", thought: "What FAILS here?" } },
    { ...step("REPLACE_LINES", {}), action: { action_type: "REPLACE_LINES", new_code_block: "return total" } },
  ];

  it("looks at actions, thoughts and what was written, whatever the case, and wants every word", () => {
    const find = (words: string) => searchSteps({ initial: seen({}), steps }, words);
    expect(find("run_tests")).toEqual([1]);
    expect(find("here fails")).toEqual([1]);
    expect(find("return replace")).toEqual([2]);
    expect(find("fails return")).toEqual([]);
    expect(find("  ")).toBeNull();
  });

  it("looks at what the server told", () => {
    const [one] = steps;
    if (!one) throw new Error("There is a step");
    const told = { ...one, observation: { ...one.observation, last_execution_output: "NameError: x" } };
    expect(searchSteps({ initial: seen({}), steps: [told] }, "nameerror")).toEqual([1]);
  });
});

describe("what a model answered", () => {
  it("is told step by step, without the answers that held no action", () => {
    const answers = modelAnswers([
      { role: "system", content: "You debug." },
      { role: "user", content: "The file" },
      { role: "assistant", content: "hm" },
      { role: "user", content: "No action.", is_correction: true },
      { role: "assistant", content: '{"action_type": "RUN_TESTS"}' },
      { role: "user", content: "1 of 2" },
      { role: "assistant", content: null, tool_calls: [{ name: "submit" }] },
    ]);
    expect(answers.map(({ corrections }) => corrections)).toEqual([1, 0]);
    expect(answers[0]?.text).toBe('{"action_type": "RUN_TESTS"}');
    expect(answers[1]?.text).toContain('"submit"');
    expect(modelAnswers([])).toEqual([]);
  });
});

describe("the episodes beside one", () => {
  it("are those of its list, and none past its ends", () => {
    const at = (name: string) => neighboursOf(["a", "b", "c"], (row) => row === name);
    expect(at("b")).toEqual({ at: 2, count: 3, previous: "a", next: "c" });
    expect([at("a")?.previous, at("c")?.next]).toEqual([null, null]);
    expect(at("z")).toBeNull();
  });
});

describe("what a step took of a model", () => {
  const spent = { requests: 2, prompt_tokens: 1200, completion_tokens: 34, cost: 0.00123, duration_ms: 2100 };

  it("is told as far as it was recorded", () => {
    expect(spentInWords({ spent })).toBe("1,234 tokens · cost 0.00123 · 2.1 s");
    expect(spentInWords({ spent: { ...spent, cost: null, duration_ms: 0 } })).toBe("1,234 tokens");
    expect(spentInWords({})).toBe("");
  });
});

describe("a duration", () => {
  it.each([
    [840, "840 ms"],
    [999.7, "1.0 s"],
    [12_345, "12.3 s"],
    [59_960, "1 min 00 s"],
    [245_000, "4 min 05 s"],
    [7_620_000, "2 h 07 min"],
  ])("of %d ms is written as %s", (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});
