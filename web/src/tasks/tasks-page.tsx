/** Tasks: what there is to repair, how it is tested, and how the recorded runs did. */
import { useEffect } from "preact/hooks";
import type { PageTask } from "../../../src/protocol/page.ts";
import { changeQuery } from "../address.ts";
import { count, percent, words } from "../logic/format.ts";
import { routeLink } from "../logic/route.ts";
import { type TaskRecord, taskRecords } from "../logic/scores.ts";
import { filterTasks, type TaskFilter, valuesOf } from "../logic/task-filter.ts";
import { Find } from "../parts/find.tsx";
import { Notice } from "../parts/notice.tsx";
import { Select } from "../parts/select.tsx";
import { WithTasks } from "../parts/with-tasks.tsx";
import { loadRuns, runs } from "../runs.ts";
import { route } from "../store.ts";

export function TasksPage() {
  useEffect(() => loadRuns(), []);
  return (
    <div class="library">
      <header>
        <h1>Tasks</h1>
        <p class="lead">
          A task is a program with one bug. Its hidden tests are drawn by the seed and shown to nobody.
        </p>
      </header>
      <WithTasks>{(all) => <TaskList all={all} />}</WithTasks>
    </div>
  );
}

function TaskList({ all }: { readonly all: readonly PageTask[] }) {
  const { query } = route.value;
  const filter: TaskFilter = query;
  const set = (change: TaskFilter): void => changeQuery("tasks", { ...query, ...change });
  const fitting = filterTasks(all, filter);
  const { value: recorded } = runs;
  const records = recorded.state === "here" ? taskRecords(recorded.value.flatMap(({ rows }) => rows)) : null;
  return (
    <>
      <div class="filters">
        <Find placeholder="name, description, tag" value={filter.words ?? ""} onChange={(words) => set({ words })} />
        <Select
          label="Difficulty"
          any="any"
          value={filter.difficulty ?? ""}
          onChange={(difficulty) => set({ difficulty })}
        >
          {valuesOf(all, "difficulty")}
        </Select>
        <Select
          label="Bug type"
          any="any"
          value={filter.bug_type ?? ""}
          onChange={(bug_type) => set({ bug_type })}
          show={words}
        >
          {valuesOf(all, "bug_type")}
        </Select>
        <Select label="Split" any="any" value={filter.split ?? ""} onChange={(split) => set({ split })}>
          {valuesOf(all, "split")}
        </Select>
      </div>
      <p class="aside" role="status">
        {count(fitting.length)} of {count(all.length)} tasks
        {recorded.state === "failed" && `; the recorded runs did not load: ${recorded.problem}`}
      </p>
      {fitting.length === 0 ? (
        <Notice kind="empty" title="No task fits">
          <p>Choose other conditions.</p>
        </Notice>
      ) : (
        <ul class="cards">
          {fitting.map((task) => (
            <TaskCard key={task.task_name} task={task} record={records && (records.get(task.task_name) ?? NEVER)} />
          ))}
        </ul>
      )}
    </>
  );
}

const NEVER = { episodes: 0, solveRate: null, meanSteps: null };

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
        <span class="chip">{words(task.bug_type)}</span>
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
          <dd>{record?.solveRate == null ? "–" : percent(record.solveRate)}</dd>
        </div>
        <div>
          <dt>mean steps</dt>
          <dd>{record?.meanSteps?.toFixed(1) ?? "–"}</dd>
        </div>
        <div>
          <dt>recorded</dt>
          <dd>{record ? count(record.episodes) : "–"}</dd>
        </div>
      </dl>
      <details>
        <summary>{task.tests.length} visible tests</summary>
        <ul class="test-list">
          {task.tests.map((test) => (
            <li key={test.name}>
              <span>{test.name}</span>
              <pre>
                {test.call} → {test.expected}
              </pre>
            </li>
          ))}
        </ul>
      </details>
      <p class="buttons">
        <a
          class="button"
          href={routeLink("play", { task: task.task_name })}
          aria-label={`Play ${words(task.task_name)}`}
        >
          Play
        </a>
      </p>
    </li>
  );
}
