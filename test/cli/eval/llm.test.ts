/** A language model that plays well: what is kept, counted and exported of what it says. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportRuns } from "../../../src/evaluation/export/export-run.ts";
import { faultsIn } from "../../support/faults-in.ts";
import { json, playsScripted, SOLVED } from "./play-scripted.ts";
import { episodesIn } from "./run-eval.ts";
import * as endpoint from "./scripted-endpoint.ts";

const { nextAction, say } = endpoint;
const play = playsScripted();

describe("a model that solves the task", () => {
  it("is told in no word that its form is off, but its record is", async () => {
    const { folder, asked } = await play((request, response) =>
      say(response, JSON.stringify([endpoint.clumsy(nextAction(request))])),
    );
    const [episode] = episodesIn(folder);
    const forms = episode?.steps.map(({ observation }) => observation.metadata.normalised);
    const form = ["list_of_one", "spelling", "unknown_field"];
    expect(forms).toEqual([form, ["list_of_one", "spelling", "number_as_text", "unknown_field"], form, form]);
    expect(
      asked
        .at(-1)
        ?.messages.filter(({ role }) => role === "assistant")
        .map(({ content }) => content),
    ).toEqual(
      endpoint.LOOP.slice(0, 3).map((action) => expect.stringContaining(`"action_type":"${action.action_type}"`)),
    );
  });

  it("has its tokens and their price accounted", async () => {
    const { folder } = await play(
      (asked, response) => say(response, json(asked)),
      ["--price-in", "2", "--price-out", "50"],
    );
    const [episode] = episodesIn(folder);
    expect(episode?.usage).toEqual({ requests: 4, prompt_tokens: 400, completion_tokens: 40, cost: 0.0028 });
    const one = { requests: 1, prompt_tokens: 100, completion_tokens: 10, cost: expect.closeTo(0.0007) };
    const spent = { ...one, duration_ms: expect.any(Number) };
    expect(episode?.steps.map((step) => step.spent)).toEqual([spent, spent, spent, spent]);
  });
});

describe("thoughts", () => {
  const thinking: endpoint.Script = (asked, response) => say(response, `<thought>so {it} is</thought>\n${json(asked)}`);

  it("are asked for, sent along and kept with --thought", async () => {
    const { folder, asked, lines } = await play(thinking, ["--thought"]);
    expect(lines).toEqual(SOLVED);
    const [episode] = episodesIn(folder);
    expect(episode?.steps.map(({ action }) => action.thought)).toEqual(Array(4).fill("so {it} is"));
    expect(asked[0]?.messages[0]?.content).toContain("<thought>");
    expect(
      asked[3]?.messages.filter(({ content }) => content?.startsWith("<thought>so {it} is</thought>")),
    ).toHaveLength(3);
  });

  it("are neither asked for nor sent nor kept without it", async () => {
    const { folder, asked, lines } = await play(thinking);
    expect(lines).toEqual(SOLVED);
    expect(JSON.stringify(asked)).not.toMatch(/<thought>|so \{it\}/);
    expect(JSON.stringify(episodesIn(folder)[0]?.steps)).not.toContain("so {it}");
  });
});

const HALF = "\ud83d";
it.each<[string, endpoint.Script, readonly string[]]>([
  ["its text", (asked, response) => say(response, `<thought>x ${HALF} y</thought>${json(asked)}`), []],
  [
    "a stream",
    (asked, response) => endpoint.stream(response, `<thought>x ${HALF} y</thought>${json(asked)}`),
    ["--stream"],
  ],
  [
    "the arguments of a call",
    (asked, response) =>
      endpoint.call(response, nextAction(asked), (fields) => JSON.stringify({ ...fields, thought: `x ${HALF} y` })),
    ["--tools"],
  ],
])("half a character in %s is written out wherever it goes, and whole ones stay", async (_, script, flags) => {
  const { folder, asked } = await play(
    (request, response, count) =>
      count === 0 ? say(response, `no action \u{1f600} ${HALF}`) : script(request, response, count),
    ["--thought", ...flags],
  );
  const episodes = episodesIn(folder);
  expect(faultsIn([episodes, asked])).toEqual([]);
  expect(episodes).toMatchObject([{ ending: "solved", error: null }]);
  expect(episodes[0]?.steps[0]?.action.thought).toBe("x \\ud83d y");
  expect(JSON.stringify(asked)).toContain("no action \u{1f600} \\\\ud83d");
});

it.each([
  ["JSON", (asked, response) => say(response, json(asked)), []],
  ["tool calls", (asked, response) => endpoint.call(response, nextAction(asked)), ["--tools"]],
] as [string, endpoint.Script, string[]][])(
  "a model's episode makes a pair with that of an agent without one, by %s: both begin with the same words",
  async (_, script, flags) => {
    const { code, folder } = await play(script, ["--agent", "llm", "submit", ...flags]);
    expect(code).toBe(0);
    const { pieces, unpaired } = await exportRuns([join(folder, "llm"), join(folder, "submit")], {
      format: "dpo",
      filters: { solved: null, minReturn: null, splits: ["test"] },
      tools: flags.includes("--tools"),
    });
    const pairs: unknown[] = [];
    for await (const piece of pieces) pairs.push(JSON.parse(piece));
    expect(unpaired().size).toBe(0);
    expect(pairs).toMatchObject([{ prompt: [{ role: "system" }, { role: "user" }] }]);
    expect(JSON.stringify(pairs)).toMatch(/"chosen":.*run_tests.*"rejected":.*submit/i);
  },
);
