/** The tools in the hands of the Vercel AI SDK, whose pretend model plays an episode through a real server. */
import { generateText, stepCountIs } from "ai";
import { MockLanguageModelV3 } from "ai/test";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { TraceFixClient, tracefixTools } from "../../src/client/tracefix-client.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";

type Call = readonly [toolName: string, input: object];

const REPAIR: Call = ["replace_lines", { start_line: 4, end_line: 4, new_code_block: "    while size > 0:" }];

/** Makes these calls, one a turn, and says then that it is done. */
function modelThatCalls(calls: readonly Call[]): MockLanguageModelV3 {
  const count = { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 };
  const usage = { inputTokens: count, outputTokens: { total: 1, text: 1, reasoning: 0 } };
  let turn = 0;
  return new MockLanguageModelV3({
    doGenerate: async () => {
      const call = calls[turn++];
      if (call === undefined) {
        const finishReason = { unified: "stop", raw: undefined } as const;
        return { content: [{ type: "text", text: "Done." }], finishReason, usage, warnings: [] };
      }
      const [toolName, input] = call;
      const toolCallId = String(turn);
      const finishReason = { unified: "tool-calls", raw: undefined } as const;
      return {
        content: [{ type: "tool-call", toolCallId, toolName, input: JSON.stringify(input) }],
        finishReason,
        usage,
        warnings: [],
      };
    },
  });
}

describe("the AI SDK", () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer({ WORKERS: "1" });
  });
  afterAll(() => server.stop());

  async function play(calls: readonly Call[]) {
    const client = await TraceFixClient.connect(`http://127.0.0.1:${server.port}`);
    onTestFinished(() => client.close());
    const { observation } = await client.reset({
      task_name: "binary_search_off_by_one",
      seed: 7,
      prompt: "tools",
    });
    const model = modelThatCalls(calls);
    const { steps } = await generateText({
      model,
      tools: tracefixTools(client),
      stopWhen: stepCountIs(10),
      prompt: "system_prompt" in observation.metadata ? observation.metadata.system_prompt : "",
    });
    const told = steps.flatMap(({ toolResults }) => toolResults.map(({ output }) => String(output)));
    const [first] = model.doGenerateCalls;
    return { told, state: await client.state(), offered: first?.tools ?? [] };
  }

  test("plays an episode from the tests to the repair to the end", async () => {
    const { told, state, offered } = await play([["run_tests", {}], REPAIR, ["run_tests", {}], ["submit", {}]]);
    expect(offered.map(({ name }) => name)).toEqual([
      "view_code",
      "run_tests",
      "replace_lines",
      "replace_text",
      "undo_edit",
      "reset_to_original",
      "submit",
    ]);
    expect(offered.every((tool) => tool.type === "function" && tool.inputSchema.type === "object")).toBe(true);
    expect(told).toHaveLength(4);
    expect(told[0]).toContain("4 of 8 visible tests passed");
    expect(told[2]).toContain("8 of 8 visible tests passed");
    expect(state).toMatchObject({ done: true, step_count: 4, task_name: "binary_search_off_by_one" });
    expect(state.return).toBeGreaterThan(1);
  });

  test("is told when nothing was repaired", async () => {
    const { told, state } = await play([["submit", {}]]);
    expect(told[0]).toContain("not solved");
    expect(state).toMatchObject({ done: true, step_count: 1 });
    expect(state.return).toBeLessThan(0.5);
  });
});
