/** The beginning: what this is, and which task to play. */
import { useState } from "preact/hooks";
import { nameInWords } from "../logic/format.ts";
import { routeLink } from "../logic/route.ts";
import { STAGE_HINTS, STAGE_NAMES } from "../logic/stage.ts";
import { TASKS_A_PAGE } from "../logic/task-query.ts";
import { Notice } from "../parts/notice.tsx";
import { Select } from "../parts/select.tsx";
import { type FoundTasks, useTasks } from "../parts/use-tasks.ts";
import { WithTasks } from "../parts/with-tasks.tsx";
import { playDrawnTask } from "./draw-task.ts";
import { beginPlaying } from "./game.ts";

export function TaskPicker() {
  return (
    <div class="welcome">
      <section class="intro">
        <h1>Play an episode</h1>
        <p class="lead">
          Repair a small program with one bug, by the actions that an agent has. What works is the loop of an engineer:
        </p>
        <ol class="loop">
          {STAGE_NAMES.map((stage) => (
            <li key={stage}>
              <strong>{stage}</strong>
              <span>{STAGE_HINTS[stage]}</span>
            </li>
          ))}
        </ol>
      </section>
      <section class="panel picker" aria-labelledby="picker-title">
        <Choice />
      </section>
    </div>
  );
}

function Choice() {
  const [difficulty, setDifficulty] = useState("");
  const [bugType, setBugType] = useState("");
  const [name, setName] = useState("");
  const [seed, setSeed] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [taskSet, setTaskSet] = useState("");
  const wanted = { task_set: taskSet, difficulty, bug_type: bugType };
  const tasks = useTasks({ ...wanted, limit: TASKS_A_PAGE });
  const chosenSeed = seed === "" ? null : Number(seed);
  const form = ({ tasks: fitting, total, sets, values }: FoundTasks) => {
    const chosen = fitting.some(({ task_name }) => task_name === name) ? name : "";
    const start = (event: Event): void => {
      event.preventDefault();
      setProblem(null);
      if (chosen !== "") beginPlaying({ task_name: chosen, seed: chosenSeed });
      else playDrawnTask(wanted, chosenSeed).catch((error: unknown) => setProblem(String(error)));
    };
    return (
      <form onSubmit={start}>
        <h2 id="picker-title">Choose a task</h2>
        <div class="fields">
          <Select label="Set" value={taskSet} onChange={setTaskSet} any="written by people">
            {sets}
          </Select>
          <Select label="Difficulty" value={difficulty} onChange={setDifficulty} any="any">
            {values.difficulty}
          </Select>
          <Select label="Bug type" value={bugType} onChange={setBugType} any="any" show={nameInWords}>
            {values.bug_type}
          </Select>
          <Select label="Task" value={chosen} onChange={setName} any={`random (of ${total})`} show={nameInWords}>
            {fitting.map(({ task_name }) => task_name)}
          </Select>
          <label class="field">
            <span>Seed</span>
            <input
              type="number"
              min="0"
              max={Number.MAX_SAFE_INTEGER}
              step="1"
              placeholder="random"
              value={seed}
              onInput={({ currentTarget }) => setSeed(currentTarget.value)}
            />
          </label>
        </div>
        <p class="buttons">
          <button type="submit" class="primary large" disabled={total === 0}>
            {chosen === "" ? "Play a random task" : "Play this task"}
          </button>
        </p>
        <p class="aside">
          The seed draws the hidden tests: the same seed, the same episode. Or{" "}
          <a href={routeLink("tasks")}>browse all tasks</a>, <a href={routeLink("watch")}>watch agents at work</a>.
        </p>
        {problem !== null && (
          <Notice kind="error" title="No task was drawn">
            <p>{problem}</p>
          </Notice>
        )}
      </form>
    );
  };
  return <WithTasks tasks={tasks}>{form}</WithTasks>;
}
