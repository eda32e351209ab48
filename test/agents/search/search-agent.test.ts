import { describe, expect, it } from "vitest";
import { createSearchAgent } from "../../../src/agents/search/search-agent.ts";
import type { CodeObservation, StepData } from "../../../src/protocol/protocol.ts";
import { makeObservation } from "../../evaluation/support/records.ts";

const GIVEN = ["def largest(a, b):", "    if a < b:", "        return a", "    return b"];
const TESTS = 4;

/** How many of four tests a text passes; the environment of this file knows nothing else of Python. */
type Judge = (text: string) => number;

interface Played {
  readonly actions: readonly StepData[];
  readonly submitted: string;
}

/** A world in which a text passes as many tests as the judge says, and every edit is taken. */
async function play(judge: Judge, maxSteps = 50): Promise<Played> {
  let lines: readonly string[] = GIVEN;
  const before: (readonly string[])[] = [];
  const observe = (step: number, results: CodeObservation["test_results"] = []): CodeObservation =>
    makeObservation({
      code_dict: Object.fromEntries(lines.map((line, place) => [String(place + 1), line])),
      steps_remaining: maxSteps - step,
      test_results: results,
    });
  const player = createSearchAgent().begin({ taskName: "x", seed: 1, repetition: 0, observation: observe(0) });
  const actions: StepData[] = [];
  for (let seen = observe(0); actions.length < maxSteps; ) {
    const turn = await player.act(seen, new AbortController().signal);
    if (turn.kind === "stop") break;
    const { action } = turn;
    actions.push(action);
    if (action.action_type === "SUBMIT") break;
    if (action.action_type === "UNDO_EDIT") lines = before.pop() ?? lines;
    if (action.action_type === "REPLACE_LINES") {
      before.push(lines);
      const [start, end] = [Number(action.start_line), Number(action.end_line)];
      lines = [...lines.slice(0, start - 1), ...String(action.new_code_block).split("\n"), ...lines.slice(end)];
    }
    // Probes change nothing, so they are not part of what is judged.
    const passing = judge(lines.filter((line) => !line.includes("_probed")).join("\n"));
    const isRun = action.action_type === "RUN_TESTS";
    const results = Array.from({ length: TESTS }, (_, place) => {
      const passed = place < passing;
      return { test_name: `${place}`, passed, error_message: passed ? null : "call: x\nexpected: 1\ngot: 2" };
    });
    seen = observe(actions.length, isRun ? results : []);
  }
  return { actions, submitted: lines.join("\n") };
}

const types = ({ actions }: Played) => actions.map(({ action_type }) => action_type);

describe("the search agent", () => {
  it("submits the repair that passes every test, verified, with the probes taken out", async () => {
    const played = await play((text) => (text.includes("if a > b:") ? TESTS : 1));
    expect(played.submitted).toBe(GIVEN.join("\n").replace("a < b", "a > b"));
    expect(types(played).slice(0, 4)).toEqual(["RUN_TESTS", "REPLACE_LINES", "RUN_TESTS", "UNDO_EDIT"]);
    expect(types(played).slice(-2)).toEqual(["RUN_TESTS", "SUBMIT"]);
  });

  it("submits at once what passes already", async () => {
    expect(types(await play(() => TESTS))).toEqual(["RUN_TESTS", "SUBMIT"]);
  });

  it("hands in the best it has seen when nothing passes everything", async () => {
    const better = (text: string) => text.includes("return a\n    return a");
    const played = await play((text) => (better(text) ? 3 : 1), 200);
    expect(better(played.submitted)).toBe(true);
    expect(types(played).at(-1)).toBe("SUBMIT");
  });

  it.each([5, 6, 7, 8, 9, 10, 11, 50])("submits within %i steps, however few they are", async (maxSteps) => {
    const played = await play(() => 1, maxSteps);
    expect(types(played).at(-1)).toBe("SUBMIT");
    expect(played.actions.length).toBeLessThanOrEqual(maxSteps);
    expect(played.submitted).toBe(GIVEN.join("\n"));
  });

  it("does the same when it sees the same", async () => {
    expect(await play(() => 2)).toEqual(await play(() => 2));
  });
});
