/** Examples to tune a model on: what is taken, and in which words. */
import { describe, expect, it } from "vitest";
import { call, EDIT, exported, lines, talk, toolTalk } from "../support/exported.ts";
import { failed, makeObservation, makeRecord } from "../support/records.ts";

describe("sft", () => {
  it("gives the conversation up to the last answer", async () => {
    const { text } = await exported("sft", [makeRecord({ messages: talk("one", "two") })]);
    expect(lines(text)).toEqual([{ messages: talk("one", "two").slice(0, -1) }]);
  });

  it("leaves out answers that held no action, which nobody should learn, and what was said of them", async () => {
    const [system, begin, ...rest] = talk("one");
    const fault = [
      { role: "assistant" as const, content: "Let me think." },
      { role: "user" as const, content: "What was said of it.", is_correction: true as const },
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
    expect(leftOut).toEqual({ low_return: 1, not_solved: 1, error: 1 });
  });

  it("takes solved episodes alone unless it is asked for the others", async () => {
    const records = [makeRecord({ seed: 1 }), makeRecord({ seed: 2, ...failed })];
    const unasked = await exported("sft", records);
    expect(unasked).toMatchObject({ count: 1, leftOut: { not_solved_by_default: 1 } });
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
    expect([count, leftOut]).toEqual([0, { unreadable_call: 1 }]);
  });
});
