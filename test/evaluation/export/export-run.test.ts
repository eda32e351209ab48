import { describe, expect, it } from "vitest";
import { exportRun } from "../../../src/evaluation/export/export-run.ts";
import type { ExportFormat, Filters } from "../../../src/evaluation/export/select.ts";
import type { EpisodeRecord } from "../../../src/protocol/protocol.ts";
import { failed, makeObservation, makeRecord, makeStep, writeRun } from "../support/records.ts";

const ALL: Filters = { solved: false, minReturn: null, splits: null };

async function exported(format: ExportFormat, records: readonly EpisodeRecord[], filters: Partial<Filters> = {}) {
  const { pieces, selection, fileName, count } = await exportRun(writeRun(records, "mine"), {
    format,
    filters: { ...ALL, ...filters },
  });
  let text = "";
  for await (const piece of pieces) text += piece;
  return { text, selection, fileName, count: count() };
}

const lines = (text: string): unknown[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
const parse = (text: string): unknown => JSON.parse(text);

const talk = (...answers: string[]) => [
  { role: "system" as const, content: "Find the bug." },
  { role: "user" as const, content: "Begin." },
  ...answers.flatMap((answer) => [
    { role: "assistant" as const, content: answer },
    { role: "user" as const, content: `after ${answer}` },
  ]),
];

describe("the splits", () => {
  const each = [
    makeRecord({ task_name: "a", split: "train" }),
    makeRecord({ task_name: "b", split: "validation" }),
    makeRecord({ task_name: "c", split: "test" }),
    makeRecord({ task_name: "d", split: null }),
  ];

  it.each(["sft", "dpo", "raw"] as const)(
    "never let a test or unknown task into %s unless it is asked for",
    async (format) => {
      const { selection } = await exported(format, each);
      expect(selection.episodes.map(({ task_name }) => task_name)).toEqual(["a", "b"]);
      expect(selection.leftOut).toEqual({ "split test is not asked for": 1, "split unknown is not asked for": 1 });
    },
  );

  it("give what is asked for by name", async () => {
    const { selection } = await exported("sft", each, { splits: ["test", "unknown"] });
    expect(selection.episodes.map(({ task_name }) => task_name)).toEqual(["c", "d"]);
  });

  it("are all in a log that is only looked at", async () => {
    expect((await exported("inspect", each)).count).toBe(4);
  });
});

describe("sft", () => {
  it("gives the conversation up to the last answer", async () => {
    const { text } = await exported("sft", [makeRecord({ messages: talk("one", "two") })]);
    expect(lines(text)).toEqual([{ messages: talk("one", "two").slice(0, -1) }]);
  });

  it("makes the conversation of an agent that has none from actions and reports", async () => {
    const { text } = await exported("sft", [makeRecord()]);
    expect(lines(text)).toEqual([
      {
        messages: [
          { role: "system", content: "Find the bug." },
          { role: "user", content: "The episode begins. Nothing has been run yet." },
          { role: "assistant", content: '{"action_type":"RUN_TESTS"}' },
          { role: "user", content: makeObservation().last_execution_output },
          { role: "assistant", content: '{"action_type":"SUBMIT"}' },
        ],
      },
    ]);
  });

  it("passes only what is solved and returned enough, and nothing that was broken off", async () => {
    const records = [
      makeRecord({ seed: 1 }),
      makeRecord({ seed: 2, return: 0.6 }),
      makeRecord({ seed: 3, ...failed }),
      makeRecord({ seed: 4, ...failed, ending: "error" }),
    ];
    const { selection } = await exported("sft", records, { solved: true, minReturn: 0.9 });
    expect(selection.episodes.map(({ seed }) => seed)).toEqual([1]);
    expect(selection.leftOut).toEqual({ "return below 0.9": 1, "not solved": 1, "broken off by an error": 1 });
  });
});

describe("dpo", () => {
  it("pairs the best with the worst of a task; the prompt ends where the two part", async () => {
    const { text } = await exported("dpo", [
      makeRecord({ repetition: 0, messages: talk("look", "wrong"), ...failed }),
      makeRecord({ repetition: 1, messages: talk("look", "right") }),
      makeRecord({ task_name: "alone_bug", messages: talk("x") }),
    ]);
    expect(lines(text)).toEqual([
      {
        prompt: talk("look"),
        chosen: [{ role: "assistant", content: "right" }],
        rejected: [{ role: "assistant", content: "wrong" }],
      },
    ]);
  });

  it("makes no pair of equals, of the same words, of other prompts, or of a better one that does not pass", async () => {
    const other = [{ role: "system" as const, content: "Another." }, ...talk("b").slice(1)];
    const none = async (a: Partial<EpisodeRecord>, b: Partial<EpisodeRecord>, filters: Partial<Filters> = {}) =>
      (await exported("dpo", [makeRecord({ repetition: 0, ...a }), makeRecord({ repetition: 1, ...b })], filters))
        .count;
    expect(await none({ messages: talk("a") }, { messages: talk("b") })).toBe(0);
    expect(await none({ messages: talk("a") }, { messages: talk("a"), ...failed })).toBe(0);
    expect(await none({ messages: talk("a") }, { messages: other, ...failed })).toBe(0);
    expect(
      await none({ ...failed, messages: talk("a"), return: 0.3 }, { messages: talk("b"), ...failed }, { solved: true }),
    ).toBe(0);
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

describe("inspect", () => {
  it("writes a log of version 2 whose samples come last and whose scores are never null", async () => {
    const calls = [{ id: "1", type: "function", function: { name: "step", arguments: '{"a":1}' } }];
    const messages = [...talk(), { role: "assistant" as const, content: null, tool_calls: calls }];
    const { text, fileName } = await exported("inspect", [
      makeRecord({ messages, model: "vendor/model" }),
      makeRecord({ seed: 8, ...failed, ending: "error", error: "the endpoint is gone" }),
    ]);
    const log = parse(text);
    expect(Object.keys(log as object)).toEqual(["version", "status", "eval", "plan", "results", "stats", "samples"]);
    expect(log).toMatchObject({
      version: 2,
      status: "success",
      eval: { created: "2026-01-02T03:04:05+00:00", task: "tracefix", model: "vendor/model", dataset: { samples: 2 } },
      results: { total_samples: 2, completed_samples: 1 },
      samples: [
        {
          id: "program_bug/7",
          epoch: 1,
          input: "Begin.",
          scores: { solved: { value: "C" }, return: { value: 0.979 }, score: { value: 0.98 } },
          messages: [{}, {}, { content: "", tool_calls: [{ id: "1", function: "step", arguments: { a: 1 } }] }],
        },
        { scores: { solved: { value: "I" } }, error: { message: "the endpoint is gone" } },
      ],
    });
    expect(fileName).toMatch(/^2026-01-02T03-04-05\+00-00_tracefix_[0-9a-f]{22}\.json$/);
  });

  it("takes arguments of a tool call that are no JSON for what they are", async () => {
    const calls = [{ id: "1", function: { name: "step", arguments: "{" } }];
    const { text } = await exported("inspect", [
      makeRecord({ messages: [{ role: "assistant", content: "", tool_calls: calls }] }),
    ]);
    expect(text).toContain("The arguments are no JSON object: {");
  });
});

it("exports of an episode that was played again only the later one", async () => {
  const again = makeRecord({ steps: [makeStep("SUBMIT")] });
  const { count, selection } = await exported("raw", [makeRecord({ ...failed, ending: "error" }), again]);
  expect(selection.episodes.map(({ line }) => line)).toEqual([2]);
  expect(count).toBe(1);
});
