/** The beginning: what this is, and which task to play. */
import { useState } from "preact/hooks";
import type { PageTask } from "../../../src/protocol/page.ts";
import { words } from "../logic/format.ts";
import { routeLink } from "../logic/route.ts";
import { STAGE_HINTS, STAGES } from "../logic/stage.ts";
import { filterTasks, valuesOf } from "../logic/task-filter.ts";
import { Select } from "../parts/select.tsx";
import { WithTasks } from "../parts/with-tasks.tsx";
import { begin } from "./game.ts";

export function TaskPicker() {
  return (
    <div class="welcome">
      <section class="intro">
        <h1>Find the bug. Prove the fix.</h1>
        <p class="lead">
          An agent learns here to debug as an engineer does. Each episode is a small program with one bug; what works is
          reading, testing, one careful edit, testing again. Try it yourself.
        </p>
        <ol class="loop">
          {STAGES.map((stage) => (
            <li key={stage}>
              <strong>{stage}</strong>
              <span>{STAGE_HINTS[stage]}</span>
            </li>
          ))}
        </ol>
      </section>
      <section class="panel picker" aria-labelledby="picker-title">
        <WithTasks>{(all) => <Choice all={all} />}</WithTasks>
      </section>
    </div>
  );
}

function Choice({ all }: { readonly all: readonly PageTask[] }) {
  const [difficulty, setDifficulty] = useState("");
  const [bugType, setBugType] = useState("");
  const [name, setName] = useState("");
  const [seed, setSeed] = useState("");
  const fitting = filterTasks(all, { difficulty, bug_type: bugType });
  const chosen = fitting.some(({ task_name }) => task_name === name) ? name : "";
  const start = (event: Event): void => {
    event.preventDefault();
    const drawn = fitting[Math.floor(Math.random() * fitting.length)];
    const task_name = chosen || drawn?.task_name;
    if (task_name !== undefined) begin({ task_name, seed: seed === "" ? null : Number(seed) });
  };
  return (
    <form onSubmit={start}>
      <h2 id="picker-title">Play an episode</h2>
      <div class="fields">
        <Select label="Difficulty" value={difficulty} onChange={setDifficulty} any="any">
          {valuesOf(all, "difficulty")}
        </Select>
        <Select label="Bug type" value={bugType} onChange={setBugType} any="any" show={words}>
          {valuesOf(filterTasks(all, { difficulty }), "bug_type")}
        </Select>
        <Select label="Task" value={chosen} onChange={setName} any={`random (of ${fitting.length})`} show={words}>
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
        <button type="submit" class="primary large" disabled={fitting.length === 0}>
          {chosen === "" ? "Play a random task" : "Play this task"}
        </button>
      </p>
      <p class="aside">
        The seed draws the hidden tests: the same seed, the same episode. Or{" "}
        <a href={routeLink("tasks")}>browse all tasks</a>, <a href={routeLink("watch")}>watch agents at work</a>.
      </p>
    </form>
  );
}
