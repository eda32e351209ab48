/** A language model that plays well, in whatever form its endpoint gives what it says. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TraceFixClient } from "../../../src/client/tracefix-client.ts";
import { exportRuns } from "../../../src/evaluation/export/export-run.ts";
import { faultsIn } from "../../support/faults-in.ts";
import { json, playsScripted, SOLVED } from "./play-scripted.ts";
import { episodesIn } from "./run-eval.ts";
import * as endpoint from "./scripted-endpoint.ts";

const { nextAction, say, TASK } = endpoint;
const play = playsScripted();

const WAYS: Readonly<Record<string, readonly [script: endpoint.Script, flags?: readonly string[]]>> = {
  "a JSON object": [(asked, response) => say(response, json(asked))],
  "JSON in a fence": [(asked, response) => say(response, `\`\`\`json\n${json(asked)}\n\`\`\``)],
  "JSON in prose": [
    (asked, response) => say(response, `The loop {as far as I see} is wrong. ${json(asked)} That is all.`),
  ],
  "JSON after its own reasoning": [
    (asked, response) => say(response, `<think>{"action_type": "FLY"}?</think>${json(asked)}`),
  ],
  "JSON whose last brace is missing": [(asked, response) => say(response, json(asked).slice(0, -1))],
  "JSON that was cut off behind its last value": [
    (asked, response) => say(response, `${json(asked).slice(0, -1)}, "tho`, { finish_reason: "length" }),
  ],
  "a tool call": [(asked, response) => endpoint.call(response, nextAction(asked)), ["--tools"]],
  "a tool call written as text": [
    (asked, response) => say(response, json(asked).replace('"action_type":"SUBMIT"', '"name":"submit","arguments":{}')),
    ["--tools"],
  ],
  "an action whose form is off": [
    (asked, response) => say(response, JSON.stringify([endpoint.clumsy(nextAction(asked))])),
  ],
  "a tool call whose arguments are encoded twice": [
    (asked, response) => endpoint.call(response, nextAction(asked), (fields) => JSON.stringify(JSON.stringify(fields))),
    ["--tools"],
  ],
  "a stream": [(asked, response) => endpoint.stream(response, json(asked)), ["--stream"]],
  "a stream that nobody asked for": [(asked, response) => endpoint.stream(response, json(asked))],
  "429, then 500, then an answer": [
    (asked, response, count) => {
      if (count === 0) endpoint.refuse(response, 429, "slow down", { "retry-after": "0" });
      else if (count === 1) endpoint.refuse(response, 500, "oh", { "retry-after-ms": "1" });
      else say(response, json(asked));
    },
  ],
  "a connection that dies midway, then an answer": [
    (asked, response, count) => (count === 0 ? endpoint.dieMidway(response) : say(response, json(asked))),
  ],
  "a stream that breaks off, then an answer": [
    (asked, response, count) =>
      count === 0 ? endpoint.stream(response, "{", { breaksOff: true }) : say(response, json(asked)),
    ["--stream"],
  ],
  "a refusal of JSON mode": [
    (asked, response) =>
      "response_format" in asked
        ? endpoint.refuse(response, 400, "response_format is not supported")
        : say(response, json(asked)),
  ],
  "a refusal of tools": [
    (asked, response) =>
      "tools" in asked ? endpoint.refuse(response, 422, "no function calling here") : say(response, json(asked)),
    ["--tools"],
  ],
};

describe("a model that solves the task", () => {
  it.each(Object.entries(WAYS))("is heard when its endpoint gives %s", async (_, [script, flags]) => {
    const { code, lines, folder, stderr } = await play(script, flags);
    expect({ code, lines }, stderr).toEqual({ code: 0, lines: SOLVED });
    expect(episodesIn(folder)).toMatchObject([{ ending: "solved", error: null, usage: { requests: 4 } }]);
  });

  it.each([
    ["json", WAYS["a JSON object"]],
    ["tools", WAYS["a tool call"]],
  ] as const)("reads the rules and the lean texts, and nothing else, where it answers by %s", async (prompt, way) => {
    const [script, flags] = way ?? [];
    if (script === undefined) throw new Error("There is no such way");
    const { folder, asked, server } = await play(script, flags);
    const [episode] = episodesIn(folder);
    await using trainer = await TraceFixClient.connect(server);
    const { seed, max_steps } = Object(episode).initial_observation.metadata;
    const begun = await trainer.reset({ task_name: TASK, seed, max_steps, prompt, observation: "lean" });
    const texts = [begun.observation.text];
    for (const action of endpoint.LOOP.slice(0, -1)) texts.push((await trainer.step(action)).observation.text);
    const [rules, ...shown] = (asked.at(-1)?.messages ?? []).filter(({ role }) => role !== "assistant");
    // Behind them one sentence more: how this conversation wants its actions written.
    expect(rules?.content?.startsWith(`${Object(begun.observation.metadata).system_prompt}\n\n`)).toBe(true);
    expect(shown.map(({ content }) => content)).toEqual(texts);
  });

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
