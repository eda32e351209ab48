/** Play: choose a task, repair it, hand it in. */

import { useEffect, useRef } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { formatPlain, nameInWords } from "../logic/format.ts";
import { parseRoute } from "../logic/route.ts";
import { stageAt } from "../logic/stage.ts";
import { testRows } from "../logic/test-rows.ts";
import { observationAt, resultsBefore, rewardRows, type Trace } from "../logic/trace.ts";
import { useArrival } from "../parts/arrival.ts";
import { ClampedText } from "../parts/clamped-text.tsx";
import { FileTree } from "../parts/file-tree.tsx";
import { Key } from "../parts/key.tsx";
import { useKeys } from "../parts/keys.ts";
import { RewardsTable } from "../parts/rewards-table.tsx";
import { StageBar } from "../parts/stage-bar.tsx";
import { useSubject } from "../parts/subject.ts";
import { TestsTable } from "../parts/tests-table.tsx";
import { useTasks } from "../parts/use-tasks.ts";
import { currentRoute } from "../store.ts";
import { ActionBar } from "./action-bar.tsx";
import { ACTION_BUTTONS, LOOK_BUTTON, RUN_BUTTON } from "./buttons.ts";
import {
  choosePath,
  openDraft,
  openFileLines,
  openPath,
  openVersion,
  pendingEdits,
  playedFiles,
  playedState,
} from "./drafts.ts";
import { EditPreview } from "./edit-preview.tsx";
import { Editor } from "./editor.tsx";
import { askToLeave, beginPlaying, leaveEpisode, sendEdit, takeAction, typeLines } from "./game.ts";
import { OutcomePanel } from "./outcome.tsx";
import { StepBudget } from "./step-budget.tsx";
import { TaskPicker } from "./task-picker.tsx";
import { Trouble } from "./trouble.tsx";

export function PlayPage() {
  const { page, query } = currentRoute.value;
  const wanted = page === "play" ? query.task : undefined;
  const seed = Number(query.seed);
  useEffect(() => {
    // A link to a task begins it, once: going back to the page leads to the episode under way.
    if (wanted === undefined) return;
    beginPlaying({ task_name: wanted, ...(query.seed && Number.isSafeInteger(seed) && seed >= 0 && { seed }) });
    history.replaceState(null, "", "#/play");
    // The same link, followed again, is a link to follow again.
    currentRoute.value = parseRoute("#/play");
  }, [wanted, query.seed, seed]);

  const state = playedState.value;
  useArrival(state === null ? "choice" : state.trace === null ? "beginning" : "board");
  if (state === null) return <TaskPicker />;
  if (state.trace === null) {
    return (
      <>
        <h1 class="unseen">Play</h1>
        <Trouble state={state} />
      </>
    );
  }
  return <Board trace={state.trace} />;
}

function Board({ trace }: { readonly trace: Trace }) {
  const codeTitle = useRef<HTMLHeadingElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const focusEditor = useRef<() => void>(() => undefined);
  const state = playedState.value;
  const steps = trace.steps.length;
  const now = observationAt(trace, steps);
  const isOver = state?.done ?? false;
  const isOpen = state?.link === "open" && !isOver;
  useKeys({
    e: () => focusEditor.current(),
    ...Object.fromEntries(ACTION_BUTTONS.map(({ key, action }) => [key, () => takeAction(action)])),
    // A slip of the finger must not cost an episode: under way, it is left by the button.
    n: () => isOver && leaveEpisode(),
  });
  useSubject(nameInWords(now.info.task_name));
  const rows = rewardRows(trace);
  const asksForEdit = isOpen && pendingEdits.value.length === 0 && stageAt(trace, steps) === "fix";
  return (
    <div class="play">
      <TaskHead trace={trace} />
      {state && <Trouble state={state} />}
      {isOver && <OutcomePanel trace={trace} />}
      <div class="columns">
        <div class="stack">
          <section class="panel code-panel" aria-labelledby="code-title">
            <div class="panel-head">
              <h2 id="code-title" ref={codeTitle} tabIndex={-1}>
                Code
              </h2>
              {!isOver && <span class={asksForEdit ? "wanted" : "aside"}>type in it to edit</span>}
            </div>
            <FileTree
              files={playedFiles.value}
              open={openPath.value}
              onChoose={choosePath}
              markOf={(path) => (pendingEdits.value.some((edit) => edit.path === path) ? "not applied" : null)}
            />
            {openFileLines.value === null ? (
              <UnseenFile path={openPath.value} isOpen={isOpen} onLook={() => codeTitle.current?.focus()} />
            ) : (
              <Editor
                key={`${trace.initial.info.episode_id} ${openPath.value}`}
                lines={openFileLines.value}
                draft={openDraft.value}
                version={openVersion.value}
                readOnly={!isOpen}
                onChange={typeLines}
                onApply={sendEdit}
                onRun={() => takeAction(RUN_BUTTON.action)}
                covered={() => foot.current?.offsetHeight ?? 0}
                onReady={(focus) => {
                  focusEditor.current = focus;
                }}
              />
            )}
            {!isOver && (
              <div class="code-foot" ref={foot}>
                <EditPreview onLeave={() => codeTitle.current?.focus()} />
                <ActionBar />
              </div>
            )}
          </section>
          <section class="panel rewards-panel" aria-labelledby="rewards-title">
            <div class="panel-head">
              <h2 id="rewards-title">Rewards</h2>
              <span class="figure">
                return <strong>{formatPlain(rows.at(-1)?.total ?? 0)}</strong>
              </span>
            </div>
            <RewardsTable rows={rows} />
          </section>
        </div>
        <section class="panel" aria-labelledby="tests-title">
          <div class="panel-head">
            <h2 id="tests-title">Tests</h2>
          </div>
          <div aria-live="polite">
            <TestsTable
              rows={testRows({ now: now.test_results, before: resultsBefore(trace, steps), isOver })}
              folds={!isOver}
            />
          </div>
          <details class="output" open={steps > 0 && now.test_results.length === 0}>
            <summary>Output of the last action</summary>
            <pre tabIndex={0}>{visibleText(now.last_execution_output)}</pre>
          </details>
        </section>
      </div>
    </div>
  );
}

interface UnseenFileProps {
  readonly path: string;
  readonly isOpen: boolean;
  /** Told before the button goes away under the focus. */
  readonly onLook: () => void;
}

/** A file that no step has shown: what the agent would have to do as well. */
function UnseenFile({ path, isOpen, onLook }: UnseenFileProps) {
  const look = (): void => {
    onLook();
    takeAction(LOOK_BUTTON.action);
  };
  return (
    <div class="unseen-file">
      <p>
        This episode has not shown <code>{path}</code> yet.
      </p>
      <button type="button" disabled={!isOpen} onClick={look}>
        Look at it: one step
      </button>
    </div>
  );
}

function TaskHead({ trace }: { readonly trace: Trace }) {
  const steps = trace.steps.length;
  const { info, steps_remaining } = observationAt(trace, steps);
  const { found } = useTasks({ program: trace.initial.info.task_name, limit: 1 });
  const [program] = found.state === "here" ? found.value.tasks : [];
  const isOver = playedState.value?.done ?? false;
  return (
    <header class="task-head">
      <div>
        <h1>
          {program?.title ?? trace.initial.info.task_name} <span class="chip">{info.task_difficulty}</span>
        </h1>
        {/* Its place is kept until it is here. */}
        <ClampedText text={program?.description ?? ""} />
      </div>
      <div class="task-side">
        <StageBar stage={stageAt(trace, steps)} over={isOver} />
        <p class="steps-left">
          <StepBudget taken={steps} left={steps_remaining} all={trace.initial.steps_remaining} isOver={isOver} />
          <button type="button" class="quiet small" {...(isOver && { "aria-keyshortcuts": "N" })} onClick={askToLeave}>
            {isOver ? "Another episode" : "Leave"} {isOver && <Key name="N" />}
          </button>
        </p>
      </div>
    </header>
  );
}
