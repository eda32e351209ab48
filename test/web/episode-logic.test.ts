import { describe, expect, it } from "vitest";
import type { Fault, RecordedStep, RunRow, WatchedEpisode } from "../../src/protocol/protocol.ts";
import { whyItEnded } from "../../web/src/logic/ending-words.ts";
import {
  filterEpisodes,
  fromRunRow,
  fromWatched,
  readBrief,
  readRecord,
  valuesOf,
} from "../../web/src/logic/episode-rows.ts";
import { answerDigest, readKeptEpisode, writeKeptEpisode } from "../../web/src/logic/kept-episode.ts";
import { idleMinutes, updateLive } from "../../web/src/logic/live-rows.ts";
import { pageOf } from "../../web/src/logic/page-of.ts";
import { refusedAt } from "../../web/src/logic/refused-step.ts";
import { parseRoute, routeLink } from "../../web/src/logic/route.ts";
import { learningCurve, playSameTasks, scoresOf, taskRecords } from "../../web/src/logic/scores.ts";
import { readSorting, sortRows, writeSorting } from "../../web/src/logic/sorting.ts";
import { stageAt } from "../../web/src/logic/stage.ts";
import { tasksPath } from "../../web/src/logic/task-query.ts";
import { foldPassing, sameTestRow, testRows } from "../../web/src/logic/test-rows.ts";
import { actionLabel, refusalIn, resultsBefore, traceEnding } from "../../web/src/logic/trace.ts";
import { windowRows } from "../../web/src/logic/window-rows.ts";
import { seen, step } from "./support/traces.ts";

const trace = {
  initial: seen({ lines: ["bug"] }),
  steps: [
    step("VIEW_CODE", { lines: ["bug"] }),
    step("RUN_TESTS", { lines: ["bug"], tests: { one: true, two: false } }),
    step("REPLACE_LINES", { lines: ["fix"] }),
    step("RUN_TESTS", { lines: ["fix"], tests: { one: false, two: true } }),
    step("REPLACE_LINES", { lines: ["better"] }),
    step("RUN_TESTS", { lines: ["better"], tests: { one: true, two: true } }),
    step("SUBMIT", { lines: ["better"], tests: { one: true, two: true } }, true),
  ],
};

describe("the stage of an episode", () => {
  it("goes from orient over diagnose, fix and verify to submit, and back where a repair fails", () => {
    const stages = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => stageAt(trace, at));
    expect(stages).toEqual(["orient", "diagnose", "fix", "verify", "fix", "verify", "submit", null]);
  });
});

describe("the stage of an episode whose code is left out", () => {
  const hidden = { lines: [] };
  const done = (action_type: string, fault: Fault | null = null) => {
    const taken = step(action_type, hidden);
    return { ...taken, observation: { ...taken.observation, metadata: { ...taken.observation.metadata, fault } } };
  };

  it("is told by what was done: an edit is to be verified until it is taken back", () => {
    const steps = [
      done("VIEW_CODE"),
      done("REPLACE_LINES", "syntax"),
      done("REPLACE_LINES"),
      done("UNDO_EDIT", "undo"),
      done("REPLACE_LINES"),
      done("RESET_TO_ORIGINAL", "reset"),
      done("UNDO_EDIT", "undo"),
    ];
    const stages = steps.map((_, at) => stageAt({ initial: seen(hidden), steps }, at + 1));
    expect(stages).toEqual(["diagnose", "diagnose", "verify", "diagnose", "verify", "diagnose", "verify"]);
  });
});

describe("a step that was not taken", () => {
  const refused = (fields: object): RecordedStep => {
    const taken = step("REPLACE_LINES", { lines: ["a", "b"] });
    const metadata = { ...taken.observation.metadata, fault: "syntax" as const };
    const observation = { ...taken.observation, metadata, last_execution_output: "Cannot make the edit" };
    return { ...taken, action: { ...taken.action, ...fields }, observation };
  };
  const at = (fields: object) => refusedAt({ initial: seen({ lines: ["a", "b"] }), steps: [refused(fields)] }, 1);

  it.each([
    ["lines", { start_line: 2, end_line: 2, new_code_block: "c\n" }, ["a", "b"], ["a", "c"]],
    ["no line, before one", { start_line: 2, end_line: 1, new_code_block: "c" }, ["a", "b"], ["a", "c", "b"]],
    ["a line alone", { start_line: 1, new_code_block: "" }, ["a", "b"], ["b"]],
    ["a text", { old_code_block: "b", new_code_block: "c" }, ["a", "b"], ["a", "c"]],
    ["a text that is not there", { old_code_block: "z", new_code_block: "c" }, ["z"], ["c"]],
    ["lines that are not there", { start_line: 7, end_line: 9, new_code_block: "c" }, [], ["c"]],
  ])("shows what an edit of %s would have made of the file, and why it was refused", (_, fields, before, after) => {
    expect(at(fields)).toEqual({ reason: "Cannot make the edit", edit: { before, after } });
  });

  it("is no edit where it brings no text, and nothing where it was taken", () => {
    expect(at({ start_line: 1 })).toEqual({ reason: "Cannot make the edit", edit: null });
    expect(refusedAt(trace, 3)).toBeNull();
    expect(refusedAt(trace, 0)).toBeNull();
  });
});

describe("an episode that a tab keeps", () => {
  const kept = { reset: { seed: 7, episode_id: "mine", task_name: "t" }, trace, openPath: "" };

  it("comes back as it was, with what was typed, and knows its answers again", () => {
    const back = readKeptEpisode(writeKeptEpisode({ ...kept, drafts: new Map([["", ["typed"]]]) }));
    expect(back).toMatchObject({ reset: kept.reset, drafts: [["", ["typed"]]] });
    expect(back?.steps.map(({ action }) => action.action_type)).toEqual(
      trace.steps.map(({ action }) => action.action_type),
    );
    expect(back?.steps[3]?.answer).toBe(answerDigest(structuredClone(trace.steps[3]?.observation ?? seen({}))));
    expect(back?.steps[3]?.answer).not.toBe(back?.steps[5]?.answer);
  });

  it("is none where the storage holds something else, or an episode that nobody can begin again", () => {
    const written = writeKeptEpisode({ ...kept, drafts: new Map() });
    expect(["", "null", "{}", written.replace('"seed":7,', "")].map(readKeptEpisode)).toEqual([null, null, null, null]);
  });
});

describe("the test table", () => {
  const rowsAt = (at: number) =>
    testRows({
      now: trace.steps[at - 1]?.observation.test_results ?? [],
      before: resultsBefore(trace, at),
      isOver: trace.steps[at - 1]?.done ?? false,
    });

  it("knows a row again that says the same, and one that does not", () => {
    const [one, two] = rowsAt(2);
    const [again] = rowsAt(2);
    if (!one || !two || !again) throw new Error("There are two tests");
    expect(sameTestRow(one, again)).toBe(true);
    expect(sameTestRow(one, two)).toBe(false);
    expect(sameTestRow(two, { ...two, message: { call: "g()", expected: "", got: "", traceback: "" } })).toBe(false);
    expect(sameTestRow(two, { ...two, message: null })).toBe(false);
  });

  it("shows the parts of how a test failed, and the text where a run has none", () => {
    const failed = { test_name: "t", passed: false, error_message: "the text" };
    const parts = { call: "f(1)", expected: "1", got: "2", raised: null, line: null, traceback: null };
    expect(testRows({ now: [{ ...failed, ...parts }], before: [] })[0]?.message).toEqual({
      call: "f(1)",
      expected: "1",
      got: "2",
      traceback: "",
    });
    expect(testRows({ now: [failed], before: [] })[0]?.message).toEqual({
      call: "",
      expected: "",
      got: "the text",
      traceback: "",
    });
  });

  it("says what is newly passing and newly broken", () => {
    expect(rowsAt(4).map(({ name, status, news }) => [name, status, news])).toEqual([
      ["one", "failed", "broken"],
      ["two", "passed", "fixed"],
    ]);
  });

  it("keeps how tests failed before the text was changed, as stale and no news", () => {
    expect(rowsAt(3).map(({ name, status, isStale, news }) => [name, status, isStale, news])).toEqual([
      ["one", "passed", true, null],
      ["two", "failed", true, null],
    ]);
    expect(rowsAt(3)[1]?.message?.got).toContain("got: 2");
    expect(rowsAt(4).map(({ isStale }) => isStale)).toEqual([false, false]);
  });

  it("tells no news at the end, be it of a text that was run before or not", () => {
    expect(rowsAt(6).map(({ news }) => news)).toEqual(["fixed", null]);
    expect(rowsAt(7).map(({ status, isStale, news }) => [status, isStale, news])).toEqual([
      ["passed", false, null],
      ["passed", false, null],
    ]);
  });

  it("finds no news in the first run", () => {
    expect(rowsAt(2).map(({ news }) => news)).toEqual([null, null]);
  });
});

describe("an action's label", () => {
  it.each([
    ["one line", { start_line: 4, end_line: 4, new_code_block: "x" }, "REPLACE_LINES 4"],
    ["several lines", { start_line: 4, end_line: 6, new_code_block: "x" }, "REPLACE_LINES 4–6"],
    ["a text", { old_code_block: "y", new_code_block: "x" }, "REPLACE_LINES by text"],
  ])("names what an edit of %s replaces", (_, fields, label) => {
    const edit = step("REPLACE_LINES", {});
    expect(actionLabel({ ...edit, action: { ...edit.action, ...fields } })).toBe(label);
  });
});

describe("the end of an episode", () => {
  it("is told by the last step, and not by its words", () => {
    const ending = {
      reason: "submitted",
      solved: false,
      visible: { passed: 7, total: 7 },
      hidden: { passed: 12, total: 101 },
    } as const;
    const [last] = trace.steps.slice(-1);
    if (!last) throw new Error("The episode has steps");
    const observation = { ...last.observation, last_execution_output: "Submitted and solved." };
    const told = { ...observation, metadata: { ...observation.metadata, ending } };
    expect(traceEnding({ ...trace, steps: [{ ...last, observation: told }] })).toEqual(ending);
    expect(traceEnding({ ...trace, steps: [{ ...last, observation }] })).toBeNull();
    expect(traceEnding({ ...trace, steps: [] })).toBeNull();
  });
});

const WATCHED: WatchedEpisode = {
  id: "a",
  episode_id: "e",
  agent: null,
  task: "t",
  difficulty: "easy",
  split: null,
  seed: 1,
  max_steps: 50,
  step_count: 0,
  return: 0,
  last_action: null,
  state: "live",
  solved: null,
  ending: null,
  hides_code: false,
  recorded: true,
  started_at: "2026-01-01T00:00:00.000Z",
  active_at: "2026-01-01T00:00:00.000Z",
};

const row = (change: Partial<RunRow>): RunRow => ({
  line: 1,
  key: "k",
  agent: "oracle",
  model: null,
  task_name: "t",
  difficulty: "easy",
  bug_type: "b",
  split: "train",
  seed: 1,
  repetition: 0,
  training_step: null,
  steps: 4,
  return: 1,
  score: 0.98,
  solved: true,
  ending: "solved",
  tokens: null,
  cost: null,
  started_at: "2026-01-01T00:00:00.000Z",
  duration_ms: 0,
  ...change,
});

describe("scores", () => {
  it("count solved attempts with their interval, and no episode that failed through no fault of the agent", () => {
    const rows = [
      row({}),
      row({ solved: false, ending: "wrong_fix", return: 0, steps: 40 }),
      row({ ending: "error", solved: false }),
    ];
    const [score] = scoresOf("run", rows);
    expect(score).toMatchObject({ episodes: 2, errors: 1, solved: 1, meanReturn: 0.5, stepsToSolve: 4, cost: null });
    expect(score?.passRate?.value).toBe(0.5);
    expect(score?.passRate?.low).toBeCloseTo(0.0945, 4);
    expect(score?.passRate?.high).toBeCloseTo(0.9055, 4);
  });

  it("keep agents of one run apart, and add up what is known of cost", () => {
    const rows = [row({ agent: "a", cost: 0.5 }), row({ agent: "b" }), row({ agent: "a", cost: 0.25 })];
    expect(scoresOf("run", rows).map(({ agent, cost }) => [agent, cost])).toEqual([
      ["a", 0.75],
      ["b", null],
    ]);
  });

  it("tell of each task its solve rate and in how many steps it is solved", () => {
    const records = taskRecords([row({ steps: 4 }), row({ steps: 8, solved: false, ending: "gave_up" })]);
    expect(records.get("t")).toEqual({ episodes: 2, solveRate: 0.5, stepsToSolve: 4 });
  });

  it("tell the median of the steps to solve, as reports do: one long episode does not move it", () => {
    const [score] = scoresOf(
      "run",
      [3, 4, 40].map((steps) => row({ steps })),
    );
    expect(score?.stepsToSolve).toBe(4);
  });

  it("can be compared only where the runs were played over the same tasks", () => {
    const [one, other] = [row({ task_name: "t" }), row({ task_name: "u" })];
    expect(
      playSameTasks([
        [one, other],
        [other, one, one],
      ]),
    ).toBe(true);
    expect(playSameTasks([[one, other], [one]])).toBe(false);
  });

  it("draw a curve over training for episodes that carry its step, and none without", () => {
    const rows = Array.from({ length: 32 }, (_, at) => row({ training_step: at * 10, solved: at >= 16 }));
    expect(learningCurve([row({})])).toEqual([]);
    const curve = learningCurve(rows);
    expect(curve).toHaveLength(4);
    expect(curve.map(({ solved }) => solved)).toEqual([0, 0, 1, 1]);
    expect(curve.map(({ meanReturn }) => meanReturn)).toEqual([1, 1, 1, 1]);
  });
});

describe("an episode that lives", () => {
  it("is idle once nothing has been done in it for a minute", () => {
    const begun = Date.parse(WATCHED.active_at);
    const minutes = [59_999, 60_000, 150_000].map((after) => idleMinutes(WATCHED, begun + after));
    expect(minutes).toEqual([null, 1, 2]);
    expect(idleMinutes({ ...WATCHED, state: "done" }, begun + 150_000)).toBeNull();
  });
});

describe("the tests of an episode that is played", () => {
  const row = (name: string, status: "passed" | "failed", news: "fixed" | null = null) => ({
    name,
    status,
    news,
    isStale: false,
    message: null,
  });

  it("stand with what fails first, and what passed before folded away", () => {
    const { shown, folded } = foldPassing([row("a", "passed"), row("b", "failed"), row("c", "passed", "fixed")]);
    expect([shown, folded].map((rows) => rows.map(({ name }) => name))).toEqual([["b", "c"], ["a"]]);
  });

  it("are all shown where none fails", () => {
    expect(foldPassing([row("a", "passed"), row("c", "passed", "fixed")]).folded).toEqual([]);
  });
});

describe("why an episode ended", () => {
  const end = { reason: "submitted", solved: false, visible: { passed: 7, total: 7 }, hidden: null } as const;

  it("is told by what was handed in, or that the steps ran out", () => {
    expect(whyItEnded(null)).toBeNull();
    expect(whyItEnded({ ...end, solved: true })).toContain("every test passed");
    expect(whyItEnded({ ...end, visible: { passed: 2, total: 7 } })).toContain("with 5 of 7 visible tests failing");
    expect(whyItEnded(end)).toContain("some hidden tests did not");
    expect(whyItEnded({ ...end, reason: "out_of_steps", hidden: { passed: 90, total: 101 } })).toMatch(
      /^The steps ran out.*11 of 101 hidden tests did not/,
    );
  });
});

describe("lists", () => {
  it("show the page in which a place lies, the same one for all places in it", () => {
    const rows = Array.from({ length: 120 }, (_, at) => at);
    const ends = (at: number) => [pageOf(rows, at, 50)[0], pageOf(rows, at, 50).at(-1)];
    expect([-1, 0, 49, 50, 119, 500].map(ends)).toEqual([
      [0, 49],
      [0, 49],
      [0, 49],
      [50, 99],
      [100, 119],
      [100, 119],
    ]);
    expect(pageOf([], 3, 50)).toEqual([]);
  });

  it("sort by a column, either way, what is missing last", () => {
    const sorted = (descending: boolean) => sortRows([2, null, 3, 1], (value) => value, descending);
    expect([sorted(false), sorted(true)]).toEqual([
      [1, 2, 3, null],
      [3, 2, 1, null],
    ]);
    expect(writeSorting(readSorting("-pass", { column: "x", descending: false }))).toBe("-pass");
  });

  it("draw only the rows on screen and some beside", () => {
    const view = windowRows(10_000, { scrollTop: 44_000, height: 440, rowHeight: 44 });
    expect(view.first).toBeLessThanOrEqual(1_000);
    expect(view.end).toBeGreaterThanOrEqual(1_010);
    expect(view.end - view.first).toBeLessThan(40);
    expect(view.above + (view.end - view.first) * 44 + view.below).toBe(440_000);
    // A list that has become shorter may be scrolled beyond its end.
    const beyond = windowRows(100, { scrollTop: 44_000, height: 440, rowHeight: 44 });
    expect(beyond).toMatchObject({ end: 100, below: 0 });
    expect(beyond.end - beyond.first).toBeGreaterThanOrEqual(10);
  });

  it("filter episodes by words and by how they went", () => {
    const rows = [row({ task_name: "lru_cache" }), row({ solved: false, ending: "gave_up" })].map((one) =>
      fromRunRow("r", one),
    );
    expect(filterEpisodes(rows, { words: "LRU", ending: "" })).toHaveLength(1);
    expect(filterEpisodes(rows, { words: "", ending: "unsolved" })).toEqual([rows[1]]);
    expect(filterEpisodes(rows, { words: "", ending: "solved" })).toEqual([rows[0]]);
    expect(filterEpisodes(rows, { words: "lru cache", ending: "" })).toEqual([rows[0]]);
    const nothing = { words: "", ending: "" };
    expect(filterEpisodes(rows, nothing)).toBe(rows);
    expect(filterEpisodes(rows, { ...nothing, agent: "oracle", difficulty: "easy", split: "train" })).toHaveLength(2);
    expect(filterEpisodes(rows, { ...nothing, split: "test" })).toEqual([]);
  });

  it("offer the values of a column to choose from, where there are several", () => {
    const rows = [row({ split: "train" }), row({ split: "test" }), row({ split: null })].map((one) =>
      fromRunRow("r", one),
    );
    expect(valuesOf(rows, "split")).toEqual(["test", "train"]);
    expect(valuesOf(rows, "agent")).toEqual([]);
  });

  it("know no seed that is not told, no tokens that nobody counted, and no time that nobody measured", () => {
    expect(fromRunRow("r", row({ seed: -1, tokens: 0 }))).toMatchObject({
      seed: null,
      tokens: null,
      durationMs: null,
      startedAt: Date.parse("2026-01-01T00:00:00.000Z"),
    });
    expect(fromWatched({ ...WATCHED, active_at: "2026-01-01T00:00:09.000Z" })).toMatchObject({ score: null });
  });

  it("of running episodes take in what is new and drop what is over", () => {
    const live = (id: string, state: WatchedEpisode["state"] = "live"): WatchedEpisode => ({ ...WATCHED, id, state });
    const rows = updateLive([live("a"), live("b")], [live("a", "done"), live("c")]);
    expect(rows.map(({ id }) => id)).toEqual(["c", "b"]);
  });
});

describe("the tasks", () => {
  it("are asked for by what was chosen, and nothing else", () => {
    expect(tasksPath({})).toBe("api/tasks");
    expect(tasksPath({ words: "lists & lru", difficulty: "", split: undefined, start: 0, limit: 50 })).toBe(
      "api/tasks?words=lists+%26+lru&limit=50",
    );
  });
});

describe("the page's addresses", () => {
  it("say page and conditions, and read back the same", () => {
    const link = routeLink("replay", { run: "a b", line: 3, step: null });
    expect(link).toBe("#/replay?run=a+b&line=3");
    expect(parseRoute(link)).toEqual({ page: "replay", query: { run: "a b", line: "3" } });
    expect(parseRoute("#/nonsense")).toEqual({ page: "home", query: {} });
  });
});

describe("a stranger's file", () => {
  it("is read only where it is an episode, and says why it is none", () => {
    expect(readBrief("{}")).toBeNull();
    expect(readBrief("no JSON")).toBeNull();
    expect(() => readRecord('{"version": 2}')).toThrow("This is no episode that can be replayed");
  });
});

describe("what is said of a step that was not taken", () => {
  const told = (action_type: string, fault: Fault | null) => {
    const { action, observation, ...rest } = step(action_type, { lines: ["bug"] });
    const metadata = { ...observation.metadata, fault };
    return refusalIn({
      initial: trace.initial,
      steps: [{ action, observation: { ...observation, metadata, last_execution_output: "Why." }, ...rest }],
    });
  };

  it("is told by its fault, however the action is spelled and whatever became of the file", () => {
    const refused = ["REPLACE_LINES", "replace-lines", "Replace Lines"].map((name) => told(name, "syntax"));
    expect(refused).toEqual(["Why.", "Why.", "Why."]);
    expect([told("REPLACE_LINES", "invalid"), told("UNDO_EDIT", "noop")]).toEqual(["Why.", "Why."]);
  });

  it("is nothing where the step was taken, though it cost a penalty and left the file as it was", () => {
    const taken = (["destructive", "undo", "reset", "repeat", null] as const).map((fault) =>
      told("REPLACE_LINES", fault),
    );
    expect(taken).toEqual([null, null, null, null, null]);
    expect(refusalIn({ initial: trace.initial, steps: [] })).toBeNull();
  });
});
