import { describe, expect, it } from "vitest";
import type { PageTask, RunRow } from "../../src/protocol/protocol.ts";
import { agentRecords, groupTasks, MOST_AGENTS } from "../../web/src/logic/task-groups.ts";

const task = (program: string, bug_type: string): PageTask => ({
  task_name: `${program}_${bug_type}`,
  program,
  title: program.toUpperCase(),
  description: `What ${program} does`,
  bug_type,
  difficulty: "easy",
  split: "train",
  language: "python",
  entry_point: program,
  tags: [],
  tests: [],
});

const row = (agent: string, solved: boolean, model: string | null = null): RunRow => ({
  line: 1,
  key: "k",
  agent,
  model,
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
  solved,
  ending: solved ? "solved" : "wrong_fix",
  tokens: null,
  cost: null,
  started_at: "2026-01-01T00:00:00.000Z",
  duration_ms: 0,
});

describe("the tasks of a page", () => {
  it("stand by program, in the server's order, each program once", () => {
    const groups = groupTasks([task("b", "x"), task("a", "x"), task("b", "y")]);
    expect(groups.map(({ program, tasks }) => [program, tasks.length])).toEqual([
      ["b", 2],
      ["a", 1],
    ]);
    expect(groups[0]).toMatchObject({ title: "B", description: "What b does" });
  });
});

describe("the agents of the recorded runs", () => {
  it("are told apart by their model, with how often each solved a task", () => {
    const { agents, more } = agentRecords([row("llm", true, "m"), row("llm", false, "m"), row("search", true)]);
    expect(agents.map(({ agent }) => agent)).toEqual(["m", "search"]);
    expect(agents[0]?.tasks.get("t")?.solveRate).toBe(0.5);
    expect(more).toBe(0);
  });

  it("are those with the most episodes, where there are many", () => {
    const many = Array.from({ length: MOST_AGENTS + 2 }, (_, at) =>
      Array.from({ length: at + 1 }, () => row(`a${at}`, true)),
    );
    const { agents, more } = agentRecords(many.flat());
    expect(agents.map(({ agent }) => agent)).toEqual(["a2", "a3", "a4", "a5", "a6"]);
    expect(more).toBe(2);
  });
});
