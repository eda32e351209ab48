/** The tasks of a page by program, and how each agent of the recorded runs did at them. */
import { groupBy } from "../../../src/ground/group-by.ts";
import type { PageTask, RunRow } from "../../../src/protocol/page.ts";
import { type TaskRecord, taskRecords } from "./scores.ts";

export interface TaskGroup {
  readonly program: string;
  readonly title: string;
  readonly description: string;
  readonly tasks: readonly PageTask[];
}

/** In the order in which the server lists them; a program stands once, however its tasks are mixed with others'. */
export function groupTasks(tasks: readonly PageTask[]): readonly TaskGroup[] {
  return [...groupBy(tasks, ({ program }) => program)].flatMap(([program, own]) => {
    const [first] = own;
    return first ? [{ program, title: first.title, description: first.description, tasks: own }] : [];
  });
}

export interface AgentRecords {
  readonly agent: string;
  /** By the task's name. */
  readonly tasks: ReadonlyMap<string, TaskRecord>;
}

/** So many agents have a column: those with the most episodes. */
export const MOST_AGENTS = 5;

/** @returns the agents by name, and how many more there are */
export function agentRecords(rows: readonly RunRow[]): {
  readonly agents: readonly AgentRecords[];
  readonly more: number;
} {
  const groups = [...groupBy(rows, ({ agent, model }) => model ?? agent)].sort(([, a], [, b]) => b.length - a.length);
  const agents = groups
    .slice(0, MOST_AGENTS)
    .map(([agent, own]) => ({ agent, tasks: taskRecords(own) }))
    .sort((a, b) => (a.agent < b.agent ? -1 : 1));
  return { agents, more: groups.length - agents.length };
}
