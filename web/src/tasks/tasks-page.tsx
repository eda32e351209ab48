/** Tasks: what there is to repair, how it is tested, and how the recorded runs did. */
import { useEffect, useMemo } from "preact/hooks";
import { changeQuery } from "../address.ts";
import { formatCount, nameInWords } from "../logic/format.ts";
import type { RouteQuery } from "../logic/route.ts";
import { taskRecords } from "../logic/scores.ts";
import { agentRecords } from "../logic/task-groups.ts";
import { TASKS_A_PAGE } from "../logic/task-query.ts";
import { Find } from "../parts/find.tsx";
import { useKeptScroll } from "../parts/keep-scroll.ts";
import { Notice } from "../parts/notice.tsx";
import { Select } from "../parts/select.tsx";
import { type FoundTasks, useTasks } from "../parts/use-tasks.ts";
import { WithTasks } from "../parts/with-tasks.tsx";
import { loadRuns, serverRuns } from "../runs.ts";
import { currentRoute } from "../store.ts";
import { TasksTable } from "./tasks-table.tsx";

export function TasksPage() {
  useEffect(() => loadRuns(), []);
  const { query } = currentRoute.value;
  const start = Math.max(0, Math.floor(Number(query.start ?? 0)) || 0);
  const { task_set, difficulty, bug_type, split, words: find } = query;
  const tasks = useTasks({ task_set, difficulty, bug_type, split, words: find, start, limit: TASKS_A_PAGE });
  return (
    <div class="library">
      <header>
        <h1>Tasks</h1>
        <p class="lead">
          A task is a program with one bug. Its hidden tests are drawn by the seed and shown to nobody.
        </p>
      </header>
      <WithTasks tasks={tasks}>{(found) => <TaskList found={found} start={start} />}</WithTasks>
    </div>
  );
}

function TaskList({ found, start }: { readonly found: FoundTasks; readonly start: number }) {
  const { query } = currentRoute.value;
  useKeptScroll(true);
  // Another choice begins at its first task.
  const set = (change: RouteQuery): void =>
    changeQuery("tasks", { ...query, start: undefined, at: undefined, ...change });
  const { tasks, total, all, sets, values } = found;
  const { value: recorded } = serverRuns;
  const of = useMemo(() => {
    if (recorded.state !== "here") return null;
    const rows = recorded.value.flatMap((run) => run.rows);
    return { ...agentRecords(rows), records: taskRecords(rows) };
  }, [recorded]);
  const pages = Math.ceil(total / TASKS_A_PAGE);
  const page = Math.floor(start / TASKS_A_PAGE) + 1;
  return (
    <>
      <div class="filters">
        <Find placeholder="name, description, tag" value={query.words ?? ""} onChange={(words) => set({ words })} />
        <Select
          label="Set"
          any="written by people"
          value={query.task_set ?? ""}
          onChange={(task_set) => set({ task_set })}
        >
          {sets}
        </Select>
        <Select
          label="Difficulty"
          any="any"
          value={query.difficulty ?? ""}
          onChange={(difficulty) => set({ difficulty })}
        >
          {values.difficulty}
        </Select>
        <Select
          label="Bug type"
          any="any"
          value={query.bug_type ?? ""}
          onChange={(bug_type) => set({ bug_type })}
          show={nameInWords}
        >
          {values.bug_type}
        </Select>
        <Select label="Split" any="any" value={query.split ?? ""} onChange={(split) => set({ split })}>
          {values.split}
        </Select>
      </div>
      <p class="aside" role="status">
        {formatCount(total)} of {formatCount(all)} tasks
        {tasks.length < total && `, shown from ${formatCount(start + 1)} to ${formatCount(start + tasks.length)}`}
        {of !== null && of.more > 0 && `; of ${of.agents.length + of.more} agents those with the most episodes`}
        {recorded.state === "failed" && `; the recorded runs did not load: ${recorded.problem}`}
      </p>
      {tasks.length === 0 ? (
        <Notice kind="empty" title="No task fits">
          <p>Choose other conditions.</p>
        </Notice>
      ) : (
        <TasksTable tasks={tasks} agents={of?.agents ?? null} records={of?.records ?? null} />
      )}
      {tasks.length < total && (
        <Pages page={page} pages={pages} onPage={(to) => set({ start: (to - 1) * TASKS_A_PAGE })} />
      )}
    </>
  );
}

interface PagesProps {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

function Pages({ page, pages, onPage }: PagesProps) {
  const isFirst = page <= 1;
  const isLast = page >= pages;
  return (
    <nav class="buttons pages" aria-label="Pages of tasks">
      <button type="button" disabled={isFirst} onClick={() => onPage(1)}>
        First
      </button>
      <button type="button" disabled={isFirst} onClick={() => onPage(page - 1)}>
        Earlier tasks
      </button>
      <span>
        page {formatCount(page)} of {formatCount(pages)}
      </span>
      <button type="button" disabled={isLast} onClick={() => onPage(page + 1)}>
        Later tasks
      </button>
      <button type="button" disabled={isLast} onClick={() => onPage(pages)}>
        Last
      </button>
    </nav>
  );
}
