/** Tasks: what there is to repair, how it is tested, and how the recorded runs did. */
import { useEffect } from "preact/hooks";
import type { PageTask } from "../../../src/protocol/page.ts";
import { changeQuery } from "../address.ts";
import { formatCount, formatPercent, nameInWords } from "../logic/format.ts";
import { type RouteQuery, routeLink } from "../logic/route.ts";
import { type TaskRecord, taskRecords } from "../logic/scores.ts";
import { TASKS_A_PAGE } from "../logic/task-query.ts";
import { Find } from "../parts/find.tsx";
import { useKeptScroll } from "../parts/keep-scroll.ts";
import { Notice } from "../parts/notice.tsx";
import { Select } from "../parts/select.tsx";
import { type FoundTasks, useTasks } from "../parts/use-tasks.ts";
import { WithTasks } from "../parts/with-tasks.tsx";
import { loadRuns, serverRuns } from "../runs.ts";
import { currentRoute } from "../store.ts";

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
  const records = recorded.state === "here" ? taskRecords(recorded.value.flatMap(({ rows }) => rows)) : null;
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
        {recorded.state === "failed" && `; the recorded runs did not load: ${recorded.problem}`}
      </p>
      {tasks.length === 0 ? (
        <Notice kind="empty" title="No task fits">
          <p>Choose other conditions.</p>
        </Notice>
      ) : (
        <ul class="cards">
          {tasks.map((task) => (
            <TaskCard key={task.task_name} task={task} record={records && (records.get(task.task_name) ?? NEVER)} />
          ))}
        </ul>
      )}
      {tasks.length < total && (
        <p class="buttons">
          <button
            type="button"
            disabled={start === 0}
            onClick={() => set({ start: String(Math.max(0, start - TASKS_A_PAGE)) })}
          >
            Earlier tasks
          </button>
          <button
            type="button"
            disabled={start + tasks.length >= total}
            onClick={() => set({ start: String(start + TASKS_A_PAGE) })}
          >
            Later tasks
          </button>
        </p>
      )}
    </>
  );
}

const NEVER = { episodes: 0, solveRate: null, stepsToSolve: null };

interface TaskCardProps {
  readonly task: PageTask;
  /** Null until the runs are here. */
  readonly record: TaskRecord | typeof NEVER | null;
}

function TaskCard({ task, record }: TaskCardProps) {
  return (
    <li class="panel card">
      <div class="card-head">
        <h2>{task.title}</h2>
        <p>
          <code>{task.task_name}</code>
        </p>
      </div>
      <p class="chips">
        <span class="chip">{task.difficulty}</span>
        <span class="chip">{nameInWords(task.bug_type)}</span>
        <span class="chip">{task.split} split</span>
        {task.tags.map((tag) => (
          <span class="chip plain" key={tag}>
            {tag}
          </span>
        ))}
      </p>
      <p class="description">{task.description}</p>
      <dl class="figures small">
        <div>
          <dt>solve rate</dt>
          <dd>{record?.solveRate == null ? "–" : formatPercent(record.solveRate)}</dd>
        </div>
        <div>
          <dt>steps to solve</dt>
          <dd>{record?.stepsToSolve?.toFixed(1) ?? "–"}</dd>
        </div>
        <div>
          <dt>recorded</dt>
          <dd>{record ? formatCount(record.episodes) : "–"}</dd>
        </div>
      </dl>
      <details>
        <summary>{task.tests.length} visible tests</summary>
        <ul class="test-list">
          {task.tests.map((test) => (
            <li key={test.name}>
              <span>{test.name}</span>
              <pre>
                {test.call}
                {test.expected !== null && ` → ${test.expected}`}
              </pre>
            </li>
          ))}
        </ul>
      </details>
      <p class="buttons">
        <a
          class="button"
          href={routeLink("play", { task: task.task_name })}
          aria-label={`Play ${nameInWords(task.task_name)}`}
        >
          Play
        </a>
      </p>
    </li>
  );
}
