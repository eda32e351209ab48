import { describe, expect, it } from "vitest";
import { correction } from "../../../src/agents/llm/wording.ts";
import { exportRuns } from "../../../src/evaluation/export/export-run.ts";
import type { ExportFormat, Filters } from "../../../src/evaluation/export/select.ts";
import type { EpisodeRecord } from "../../../src/protocol/protocol.ts";
import { faultsIn } from "../../support/faults-in.ts";
import { failed, makeObservation, makeRecord, makeStep, writeRun } from "../support/records.ts";

const UNASKED: Filters = { solved: null, minReturn: null, splits: null };
type Asked = Partial<Filters> & { readonly tools?: boolean };

function exported(format: ExportFormat, records: readonly EpisodeRecord[], asked: Asked = {}) {
  return exportedOf(format, [writeRun(records, "mine")], asked);
}

async function exportedOf(format: ExportFormat, folders: readonly string[], { tools = false, ...filters }: Asked = {}) {
  const { pieces, fileName, count, leftOut, unpaired } = await exportRuns(folders, {
    format,
    filters: { ...UNASKED, ...filters },
    tools,
  });
  let text = "";
  for await (const piece of pieces) text += piece;
  return { text, fileName, count: count(), leftOut: leftOut(), unpaired: unpaired() };
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

const call = (id: string, name: string, given: string) => ({
  id,
  type: "function",
  function: { name, arguments: given },
});
const EDIT = { start_line: 2, end_line: 2, new_code_block: "    return x + 1" };

/** A run of the tests, their report, and an edit, as `--tools` records them. */
const toolTalk = ([first = "", second = ""]: readonly string[], new_code_block: string) => [
  ...talk(),
  { role: "assistant" as const, content: null, tool_calls: [call(first, "run_tests", "{}")] },
  { role: "tool" as const, tool_call_id: first, content: "1 of 2 passed" },
  {
    role: "assistant" as const,
    content: null,
    tool_calls: [call(second, "replace_lines", JSON.stringify({ ...EDIT, new_code_block }))],
  },
];

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
    expect(found.leftOut).toEqual({ "split test is not asked for": 1, "split unknown is not asked for": 1 });
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

describe("sft", () => {
  it("gives the conversation up to the last answer", async () => {
    const { text } = await exported("sft", [makeRecord({ messages: talk("one", "two") })]);
    expect(lines(text)).toEqual([{ messages: talk("one", "two").slice(0, -1) }]);
  });

  it("leaves out answers that held no action, which nobody should learn, and what was said of them", async () => {
    const [system, begin, ...rest] = talk("one");
    const fault = [
      { role: "assistant" as const, content: "Let me think." },
      { role: "user" as const, content: correction("There is no JSON object in it", "text") },
    ];
    const messages = [system, begin, ...fault, ...rest].filter((message) => message !== undefined);
    const { text } = await exported("sft", [makeRecord({ messages })]);
    expect(lines(text)).toEqual([{ messages: talk("one").slice(0, -1) }]);
  });

  it("makes the conversation of an agent without a model in the words of our runner", async () => {
    const { text } = await exported("sft", [makeRecord()]);
    const [example] = lines(text) as [{ messages: { role: string; content: string }[] }];
    expect(example.messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user", "assistant"]);
    expect(example.messages[0]?.content).toContain("Find the bug.");
    expect(example.messages[2]?.content).toBe('{"action_type":"RUN_TESTS"}');
    expect(example.messages[3]?.content).toContain(makeObservation().last_execution_output);
    expect(example).not.toHaveProperty("tools");
  });

  it("makes it of tool calls where that is asked for, so that it begins as a model's does that calls tools", async () => {
    const { text } = await exported("sft", [makeRecord()], { tools: true });
    const [example] = lines(text) as [{ messages: { role: string; content: string }[] }];
    expect(example.messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "tool", "assistant"]);
    expect(example.messages[0]?.content).toContain("The actions are tools");
    expect(example.messages[2]).toMatchObject({
      content: "",
      tool_calls: [{ function: { name: "run_tests", arguments: {} } }],
    });
    expect(example).toHaveProperty("tools");
  });

  it("passes only what is solved and returned enough, and nothing that was broken off", async () => {
    const records = [
      makeRecord({ seed: 1 }),
      makeRecord({ seed: 2, return: 0.6 }),
      makeRecord({ seed: 3, ...failed }),
      makeRecord({ seed: 4, ...failed, ending: "error" }),
    ];
    const { count, leftOut } = await exported("sft", records, { solved: true, minReturn: 0.9 });
    expect(count).toBe(1);
    expect(leftOut).toEqual({ "return below 0.9": 1, "not solved": 1, "broken off by an error": 1 });
  });

  it("takes solved episodes alone unless it is asked for the others", async () => {
    const records = [makeRecord({ seed: 1 }), makeRecord({ seed: 2, ...failed })];
    const unasked = await exported("sft", records);
    expect(unasked).toMatchObject({ count: 1, leftOut: { "not solved (--unsolved takes them too)": 1 } });
    expect((await exported("sft", records, { solved: false })).count).toBe(2);
  });

  it("gives tool calls in the form of chat templates: objects for arguments, no null, ids by place, and the tools", async () => {
    const { text } = await exported("sft", [makeRecord({ messages: toolTalk(["a", "b"], "    return x + 1") })]);
    const [example] = lines(text) as [{ messages: object[]; tools: { function: { name: string } }[] }];
    expect(example.messages).toEqual([
      { role: "system", content: "Find the bug." },
      { role: "user", content: "Begin." },
      {
        role: "assistant",
        content: "",
        tool_calls: [{ id: "call00001", type: "function", function: { name: "run_tests", arguments: {} } }],
      },
      { role: "tool", name: "run_tests", tool_call_id: "call00001", content: "1 of 2 passed" },
      {
        role: "assistant",
        content: "",
        tool_calls: [{ id: "call00002", type: "function", function: { name: "replace_lines", arguments: EDIT } }],
      },
    ]);
    expect(example.tools.map((tool) => tool.function.name)).toEqual(expect.arrayContaining(["run_tests", "submit"]));
  });

  it("leaves a conversation out, and says so, where a call's arguments are no JSON object", async () => {
    const broken = { role: "assistant" as const, content: null, tool_calls: [call("1", "submit", "{")] };
    const { count, leftOut } = await exported("sft", [makeRecord({ messages: [...talk(), broken] })]);
    expect([count, leftOut]).toEqual([0, { "the arguments of a tool call are no JSON object": 1 }]);
  });
});

describe("dpo", () => {
  it("pairs the one answer in which the best and the worst of a task part, and not what follows", async () => {
    const { text } = await exported("dpo", [
      makeRecord({ repetition: 0, messages: talk("look", "wrong", "submit"), ...failed }),
      makeRecord({ repetition: 1, messages: talk("look", "right", "test", "submit") }),
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

  it("sees through the ids of tool calls, which every endpoint draws anew, to where two episodes part", async () => {
    const { text } = await exported("dpo", [
      makeRecord({ repetition: 0, messages: toolTalk(["a", "b"], "    return x + 1") }),
      makeRecord({ repetition: 1, messages: toolTalk(["y", "z"], "    return x - 1"), ...failed }),
    ]);
    const [pair] = lines(text) as [{ prompt: object[]; chosen: object[]; rejected: object[]; tools: object[] }];
    expect(pair.prompt).toHaveLength(4);
    expect(pair.chosen).toMatchObject([{ tool_calls: [{ function: { arguments: EDIT } }] }]);
    expect(pair.rejected).toMatchObject([{ tool_calls: [{ function: { arguments: { start_line: 2 } } }] }]);
    expect(pair.tools.length).toBeGreaterThan(5);
  });

  it("pairs episodes of several runs", async () => {
    const [worse, better] = [
      writeRun([makeRecord({ messages: talk("a"), ...failed })], "one"),
      writeRun([makeRecord({ messages: talk("b") })], "two"),
    ];
    expect((await exportedOf("dpo", [worse])).count).toBe(0);
    const { count, fileName, text } = await exportedOf("dpo", [worse, better]);
    expect([count, fileName]).toEqual([1, "dpo-of-2-runs.jsonl"]);
    expect(lines(text)).toMatchObject([{ chosen: [{ content: "b" }], rejected: [{ content: "a" }] }]);
  });

  it("writes a pair once, however often it was played", async () => {
    const play = (repetition: number) =>
      makeRecord({ repetition, ...(repetition % 2 ? { messages: talk("a") } : { messages: talk("b"), ...failed }) });
    const { count, unpaired } = await exported("dpo", [0, 1, 2, 3].map(play));
    expect([count, unpaired]).toEqual([1, { "the same pair is there already": 1 }]);
  });

  it("makes no pair of equals, of the same words, of other prompts, or of a better one that does not pass, and says why", async () => {
    const other = [{ role: "system" as const, content: "Another." }, ...talk("b").slice(1)];
    const none = async (a: Partial<EpisodeRecord>, b: Partial<EpisodeRecord>, filters: Partial<Filters> = {}) => {
      const records = [makeRecord({ repetition: 0, ...a }), makeRecord({ repetition: 1, ...b })];
      const { count, unpaired } = await exported("dpo", records, filters);
      expect(count).toBe(0);
      return unpaired;
    };
    expect(await none({ messages: talk("a") }, { messages: talk("b") })).toEqual({ "the returns do not differ": 1 });
    expect(await none({ messages: talk("a") }, { messages: talk("a"), ...failed })).toEqual({
      "the two never part in an answer": 1,
    });
    expect(await none({ messages: talk("a") }, { messages: other, ...failed })).toEqual({
      "no other episode of the task began with the same words": 2,
    });
    expect(
      await none({ ...failed, messages: talk("a"), return: 0.3 }, { messages: talk("b"), ...failed }, { solved: true }),
    ).toEqual({ "the better one does not pass --solved or --min-return": 1 });
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

  it("counts the tokens that a model used, by sample and by model", async () => {
    const usage = { requests: 2, prompt_tokens: 300, completion_tokens: 20, cost: null };
    const model = "vendor/model";
    const { text } = await exported("inspect", [
      makeRecord({ model, usage }),
      makeRecord({ seed: 8, model, usage: { ...usage, prompt_tokens: 100 } }),
      makeRecord({ seed: 9 }),
    ]);
    const used = (input_tokens: number, output_tokens: number) => ({
      model_usage: { [model]: { input_tokens, output_tokens, total_tokens: input_tokens + output_tokens } },
    });
    expect(parse(text)).toMatchObject({ stats: used(400, 40), samples: [used(300, 20), used(100, 20), {}] });
    expect(parse(text)).toHaveProperty("samples.2.model_usage", {});
  });

  it("is of one run", async () => {
    const runs = [writeRun([makeRecord()], "a"), writeRun([makeRecord()], "b")];
    await expect(exportedOf("inspect", runs)).rejects.toThrow(/export each by itself/);
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
