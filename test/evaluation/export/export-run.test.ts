/** What holds of every form of export: which splits, which episodes, no half characters. */
import { describe, expect, it } from "vitest";
import { faultsIn } from "../../support/faults-in.ts";
import { exported, lines, parse, talk, toolTalk } from "../support/exported.ts";
import { failed, makeRecord, makeStep } from "../support/records.ts";

describe("the splits", () => {
  const each = [
    makeRecord({ task_name: "a", split: "train" }),
    makeRecord({ task_name: "b", split: "validation" }),
    makeRecord({ task_name: "c", split: "test" }),
    makeRecord({ task_name: "d", split: null }),
  ];

  it.each([
    ["sft", 2],
    // Two tasks, each played once.
    ["dpo", 0],
    // Two episodes of two steps.
    ["raw", 4],
  ] as const)("never let a test or unknown task into %s unless it is asked for", async (format, count) => {
    const found = await exported(format, each);
    expect(found.leftOut).toEqual({ split_test: 1, split_unknown: 1 });
    expect(found.count).toBe(count);
    expect(found.text).not.toMatch(/"task_name":"[cd]"/);
  });

  it("give what is asked for by name", async () => {
    const { text } = await exported("raw", each, { splits: ["test", "unknown"] });
    expect([...new Set(lines(text).map((step) => (step as { task_name: string }).task_name))]).toEqual(["c", "d"]);
  });

  it("are all in a log that is only looked at", async () => {
    expect((await exported("inspect", each)).count).toBe(4);
  });
});

describe("raw", () => {
  it("gives a line a step: what was seen, done and came of it", async () => {
    const record = makeRecord();
    const { text } = await exported("raw", [record]);
    const steps = lines(text);
    expect(steps).toHaveLength(2);
    expect(steps[0]).toMatchObject({
      step: 1,
      observation: record.initial_observation,
      action: { action_type: "RUN_TESTS" },
    });
    expect(steps[1]).toMatchObject({
      step: 2,
      observation: record.steps[0]?.observation,
      next_observation: record.steps[1]?.observation,
      done: true,
      solved: true,
    });
  });
});

it("exports of an episode that was played again only the later one", async () => {
  const again = makeRecord({ steps: [makeStep("SUBMIT")] });
  const { count } = await exported("raw", [makeRecord({ ...failed, ending: "error" }), again]);
  expect(count).toBe(1);
});

it.each(["sft", "dpo", "raw", "inspect"] as const)(
  "lets no half of a character out by %s, whatever a record holds",
  async (format) => {
    const half = "x \ud83d";
    const step = makeStep("VIEW_CODE", { action: { action_type: half, [half]: half, thought: half } });
    const talked = toolTalk(["a", "b"], half).map((message) =>
      message.role === "assistant" ? { ...message, content: half } : message,
    );
    const records = [
      makeRecord({ steps: [step] }),
      makeRecord({ repetition: 1, messages: talked }),
      makeRecord({ repetition: 2, messages: talk(half), ...failed }),
    ];
    const { text, count } = await exported(format, records);
    expect(count).toBeGreaterThan(0);
    expect(faultsIn(format === "inspect" ? parse(text) : lines(text))).toEqual([]);
    expect(text).toContain("x \\\\ud83d");
  },
);
