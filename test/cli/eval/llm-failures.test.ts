/** A language model, or its endpoint, that behaves badly, and what `tracefix eval` makes of it. */
import { describe, expect, it } from "vitest";
import { json, playsScripted, TOKEN } from "./play-scripted.ts";
import { allTextIn, episodesIn } from "./run-eval.ts";
import * as endpoint from "./scripted-endpoint.ts";

const { say } = endpoint;
const play = playsScripted();

describe("a model that fails", () => {
  it("is told of its mistake once, and may mend it", async () => {
    const { asked, folder } = await play((_, response, count) =>
      count === 0 ? say(response, "I would run the tests.") : say(response, JSON.stringify({ action_type: "SUBMIT" })),
    );
    expect(asked[1]?.messages.slice(-2)).toEqual([
      { role: "assistant", content: "I would run the tests." },
      { role: "user", content: expect.stringContaining("Cannot take an action from that.") },
    ]);
    const [episode] = episodesIn(folder);
    expect(episode).toMatchObject({ ending: "gave_up", solved: false });
    // The record knows it as one, without anybody reading its words; the endpoint is not sent a field that it may not know.
    expect(episode?.messages.map(({ is_correction = false }) => is_correction)).toEqual([
      ...[false, false, false],
      true,
      false,
    ]);
  });

  it("is stopped after three answers in a row without an action", async () => {
    const { code, lines, folder, stderr } = await play((_, response) => say(response, "no"));
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe("[END] success=false steps=0 score=0.010 rewards=");
    expect(episodesIn(folder)).toMatchObject([{ ending: "parse_errors", usage: { requests: 3 } }]);
    expect(stderr).toContain("3 answers in a row held no action");
  });

  it("is stopped after three identical actions", async () => {
    const { lines, folder } = await play((_, response) => say(response, '{"action_type": "VIEW_CODE"}'));
    expect(lines.filter((line) => line.startsWith("[STEP]"))).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/^\[END\] success=false steps=3 score=0\.010 /);
    expect(episodesIn(folder)).toMatchObject([{ ending: "repetition" }]);
  });

  it("has no half text taken for the whole when an edit is cut off", async () => {
    const cut = JSON.stringify({ action_type: "REPLACE_LINES", ...endpoint.FIX }).slice(0, -8);
    const { folder } = await play((_, response) => say(response, cut, { finish_reason: "length" }));
    expect(episodesIn(folder)).toMatchObject([{ ending: "parse_errors", steps: [] }]);
  });

  it("reads in one line why an action was refused", async () => {
    const { lines } = await play((_, response, count) =>
      say(response, count === 0 ? '{"action_type": "FLY HIGH"}' : '{"action_type": "SUBMIT"}'),
    );
    expect(lines[1]).toMatch(
      /^\[STEP\] step=1 action=FLY_HIGH reward=0\.00 done=false error=There is no action_type "FLY HIGH": /,
    );
  });
});

it.each([[[]], [["--thought"]]])(
  "an object that is no action is a priced step, and the episode goes on, with %j",
  async (flags) => {
    const mistakes = [
      { thought: "I should run the tests" },
      { thought: null },
      { action_type: null },
      JSON.parse('{"__proto__": 5}'),
      { type: "list_tools" },
      { type: "call_tool", tool_name: "run_tests", arguments: {} },
    ].map((mistake) => JSON.stringify(mistake));
    const answers = [...mistakes, ...endpoint.LOOP.map((action) => JSON.stringify(action))];
    const { folder, asked } = await play((_, response, count) => say(response, answers[count] ?? ""), flags);
    const [episode] = episodesIn(folder);
    expect(episode).toMatchObject({ ending: "solved", error: null, usage: { requests: answers.length } });
    for (const { reward, observation } of episode?.steps.slice(0, mistakes.length) ?? []) {
      expect(observation.last_execution_output).toContain("The action has no action_type: ");
      expect(observation.metadata).toMatchObject({ reward_components: { penalty: expect.any(Number) } });
      expect(reward).toBeLessThan(-0.001);
    }
    const said = asked
      .at(-1)
      ?.messages.filter(({ role }) => role === "assistant")
      .map(({ content }) => content);
    expect(said?.slice(0, mistakes.length)).toEqual(mistakes);
  },
);

describe("an endpoint that cannot answer", () => {
  it.each<[string, endpoint.Script]>([
    ["never answers", () => undefined],
    ["answers with 500 for ever", (_, response) => endpoint.refuse(response, 500, "oh", { "retry-after-ms": "1" })],
    ["does not know the model", (_, response) => endpoint.refuse(response, 404, "no such model")],
    ["gives what is no completion", (_, response) => endpoint.answer(response, { choices: [] })],
  ])("costs the episode, as an error and not as a failure, when it %s", async (_, script) => {
    const { code, lines, folder } = await play(script, ["--request-timeout", "0.3", "--retries", "1"]);
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe("[END] success=false steps=0 score=0.010 rewards=");
    expect(episodesIn(folder)).toMatchObject([
      { ending: "error", error: expect.stringContaining("The endpoint failed: ") },
    ]);
  });

  it("costs only that episode", async () => {
    const script: endpoint.Script = (asked, response, count) =>
      count === 0 ? endpoint.refuse(response, 403, "not you") : say(response, json(asked));
    const { lines, folder } = await play(script, ["--episodes", "2"]);
    expect(episodesIn(folder).map(({ ending }) => ending)).toEqual(["error", "solved"]);
    expect(lines.filter((line) => line.startsWith("[END]"))).toHaveLength(2);
  });
});

it("never writes or prints the token, not even when the endpoint tells it", async () => {
  const { folder, stdout, stderr } = await play(
    (_, response, count) =>
      count % 2 === 0
        ? say(response, `{"action_type": "${TOKEN}"}`)
        : endpoint.refuse(response, 400, `bad key ${TOKEN}`),
    ["--episodes", "2"],
  );
  expect(episodesIn(folder)).toHaveLength(2);
  expect([allTextIn(folder), stdout, stderr].join("\n")).not.toContain(TOKEN);
  expect(allTextIn(folder)).toContain("[secret]");
});
