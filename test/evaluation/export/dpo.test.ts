/** Pairs to tune a model on: where two episodes part, and which make none. */
import { describe, expect, it } from "vitest";
import type { ExportFilters } from "../../../src/evaluation/export/select.ts";
import type { EpisodeRecord } from "../../../src/protocol/protocol.ts";
import { EDIT, exported, exportedOf, lines, talk, toolTalk } from "../support/exported.ts";
import { failed, makeRecord, writeRun } from "../support/records.ts";

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

  it("sees through the ids of tool calls, which every endpoint draws for itself, to where two episodes part", async () => {
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
    expect([count, unpaired]).toEqual([1, { same_pair: 1 }]);
  });

  it("makes no pair of equals, of the same words, of other prompts, or of a better one that does not pass, and says why", async () => {
    const other = [{ role: "system" as const, content: "Another." }, ...talk("b").slice(1)];
    const none = async (a: Partial<EpisodeRecord>, b: Partial<EpisodeRecord>, filters: Partial<ExportFilters> = {}) => {
      const records = [makeRecord({ repetition: 0, ...a }), makeRecord({ repetition: 1, ...b })];
      const { count, unpaired } = await exported("dpo", records, filters);
      expect(count).toBe(0);
      return unpaired;
    };
    expect(await none({ messages: talk("a") }, { messages: talk("b") })).toEqual({ equal_returns: 1 });
    expect(await none({ messages: talk("a") }, { messages: talk("a"), ...failed })).toEqual({
      never_part_in_an_answer: 1,
    });
    expect(await none({ messages: talk("a") }, { messages: other, ...failed })).toEqual({
      alone: 2,
    });
    expect(
      await none({ ...failed, messages: talk("a"), return: 0.3 }, { messages: talk("b"), ...failed }, { solved: true }),
    ).toEqual({ better_one_left_out: 1 });
  });
});
