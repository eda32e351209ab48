/** A language model that plays well, in whatever form its endpoint gives what it says. */
import { describe, expect, it } from "vitest";
import { TraceFixClient } from "../../../src/client/tracefix-client.ts";
import { sample } from "../../support/sample.ts";
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
  it.each(sample(Object.entries(WAYS), 3))("is heard when its endpoint gives %s", async (_, [script, flags]) => {
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
});
