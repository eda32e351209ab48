/** Tasks as a table, by program: what each is, and how the agents of the recorded runs did at it. */
import { useState } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import type { PageTask } from "../../../src/protocol/page.ts";
import { formatCount, formatCounted, formatPercent, nameInWords } from "../logic/format.ts";
import { routeLink } from "../logic/route.ts";
import type { TaskRecord } from "../logic/scores.ts";
import { type AgentRecords, groupTasks, type TaskGroup } from "../logic/task-groups.ts";

export interface TasksTableProps {
  readonly tasks: readonly PageTask[];
  /** Null until the runs are here. */
  readonly agents: readonly AgentRecords[] | null;
  /** Of all runs, by the task's name. */
  readonly records: ReadonlyMap<string, TaskRecord> | null;
}

export function TasksTable({ tasks, agents, records }: TasksTableProps) {
  const columns = agents ?? [];
  return (
    <section class="list tasks-list" tabIndex={0} aria-label="Tasks">
      <table class="tasks-table" style={{ "--list-width": `${44 + columns.length * 9}rem` }}>
        <thead>
          <tr>
            <th scope="col" class="task">
              Task
            </th>
            <th scope="col" class="bug">
              Bug
            </th>
            <th scope="col" class="level">
              Difficulty
            </th>
            <th scope="col" class="split">
              Split
            </th>
            <th scope="col" class="amount count">
              Tests
            </th>
            {columns.map(({ agent }) => (
              <th scope="col" key={agent} class="rate" title={agent}>
                {visibleText(agent)}
              </th>
            ))}
            <th scope="col" class="amount median">
              Steps to solve
            </th>
            <td class="go" />
          </tr>
        </thead>
        {groupTasks(tasks).map((group) => (
          <Group key={group.program} group={group} agents={columns} records={records} />
        ))}
      </table>
    </section>
  );
}

interface GroupProps {
  readonly group: TaskGroup;
  readonly agents: readonly AgentRecords[];
  readonly records: TasksTableProps["records"];
}

/** Columns beside those of the agents. */
const COLUMNS = 7;

function Group({ group: { program, title, description, tasks }, agents, records }: GroupProps) {
  return (
    <tbody aria-label={title}>
      <tr class="program">
        <th scope="rowgroup" colSpan={COLUMNS + agents.length}>
          <div>
            <strong>{title}</strong>{" "}
            <span class="aside">{tasks.length > 1 && formatCounted(tasks.length, "task")}</span>
            <details>
              <summary>
                <span class="description">{description}</span>
              </summary>
              <VisibleTests task={tasks[0]} />
            </details>
            <span class="unseen">{program}</span>
          </div>
        </th>
      </tr>
      {tasks.map((task) => (
        <TaskRow key={task.task_name} task={task} agents={agents} record={records?.get(task.task_name) ?? null} />
      ))}
    </tbody>
  );
}

interface TaskRowProps {
  readonly task: PageTask;
  readonly agents: readonly AgentRecords[];
  readonly record: TaskRecord | null;
}

function TaskRow({ task, agents, record }: TaskRowProps) {
  const name = nameInWords(task.task_name);
  return (
    <tr class="row">
      <th scope="row" title={task.task_name}>
        {name}
        <span class="below">
          {task.difficulty}, {task.split}
        </span>
      </th>
      <td class="bug">{nameInWords(task.bug_type)}</td>
      <td class="level">{task.difficulty}</td>
      <td class="split">{task.split}</td>
      <td class="amount count">{task.tests.length}</td>
      {agents.map(({ agent, tasks }) => (
        <td key={agent} class="rate">
          <RateBar record={tasks.get(task.task_name) ?? null} />
        </td>
      ))}
      <td class="amount median">{record?.stepsToSolve?.toFixed(1) ?? "–"}</td>
      <td class="go">
        <a class="button small" href={routeLink("play", { task: task.task_name })} aria-label={`Play ${name}`}>
          Play
        </a>
      </td>
    </tr>
  );
}

function RateBar({ record }: { readonly record: TaskRecord | null }) {
  if (record === null) return <span class="aside">–</span>;
  const { solveRate, episodes } = record;
  return (
    <span class="solve-rate" title={`${formatPercent(solveRate)} of ${formatCount(episodes)}`}>
      <span class="rail-bar" aria-hidden="true">
        <span style={{ width: `${solveRate * 100}%` }} />
      </span>
      {Math.round(solveRate * 100)} %
    </span>
  );
}

/** @param props.task any of the program's: they have the same */
function VisibleTests({ task }: { readonly task: PageTask | undefined }) {
  const [isAll, setAll] = useState(false);
  if (task === undefined) return null;
  const shown = isAll ? task.tests : task.tests.slice(0, SHOWN_TESTS);
  return (
    <>
      <p class="chips">
        {task.tags.map((tag) => (
          <span class="chip" key={tag}>
            {tag}
          </span>
        ))}
      </p>
      <ul class="test-list">
        {shown.map((test) => (
          <li key={test.name}>
            <span>{test.name}</span>
            <pre>
              {test.call}
              {test.expected !== null && ` → ${test.expected}`}
            </pre>
          </li>
        ))}
      </ul>
      {shown.length < task.tests.length && (
        <button type="button" class="small" onClick={() => setAll(true)}>
          All {task.tests.length} visible tests
        </button>
      )}
    </>
  );
}

const SHOWN_TESTS = 8;
