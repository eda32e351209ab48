/** A run as a log that Inspect AI opens. */
import { describe, expect, it } from "vitest";
import { exported, exportedOf, parse, talk } from "../support/exported.ts";
import { failed, makeRecord, writeRun } from "../support/records.ts";

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
