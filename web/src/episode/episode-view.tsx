/** One episode, step by step: code and what changed, the thought beside the action it led to, tests, rewards. */

import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { visibleText } from "../../../src/ground/visible-text.ts";
import { formatPlain, formatSigned } from "../logic/format.ts";
import { pageOf } from "../logic/page-of.ts";
import { filesAt, fileTextAt, shownPathAt } from "../logic/program-files.ts";
import { refusedAt } from "../logic/refused-step.ts";
import { stageAt } from "../logic/stage.ts";
import { testRows } from "../logic/test-rows.ts";
import { actionLabel, observationAt, resultsBefore, rewardRows, type Trace, thoughtOf } from "../logic/trace.ts";
import { Diff } from "../parts/code.tsx";
import { FileTree } from "../parts/file-tree.tsx";
import { useKeys } from "../parts/keys.ts";
import { RewardsTable } from "../parts/rewards-table.tsx";
import { StageBar } from "../parts/stage-bar.tsx";
import { sameTexts, useSame, useSteady } from "../parts/steady.ts";
import { TestsTable } from "../parts/tests-table.tsx";
import { Controls } from "./controls.tsx";
import { Timeline } from "./timeline.tsx";
import { usePlaying } from "./use-playing.ts";

export interface EpisodeViewProps {
  readonly trace: Trace;
  readonly step: number;
  readonly onStep: (step: number) => void;
  /** Stands where the code would, where there is none to show. */
  readonly leftOut?: ComponentChildren;
  /** Further controls beside the others. */
  readonly children?: ComponentChildren;
}

const NOTHING: readonly string[] = [];

/** Rows of the reward table that are drawn at a time. */
const ROWS_A_PAGE = 50;

export function EpisodeView({ trace, step: wanted, onStep, leftOut = null, children }: EpisodeViewProps) {
  const last = trace.steps.length;
  const step = Math.min(wanted, last);
  const [against, setAgainst] = useState<number | null>(null);
  // A file that was chosen stays while the steps are about the same other one.
  const [chosen, setChosen] = useState({ path: "", beside: "" });
  const go = useSteady((to: number) => onStep(Math.max(0, Math.min(last, to))));
  const playing = usePlaying(step, last, go);
  useKeys({
    ArrowLeft: () => go(step - 1),
    ArrowRight: () => go(step + 1),
    Home: () => go(0),
    End: () => go(last),
    " ": playing.onToggle,
  });

  const rows = useMemo(() => rewardRows(trace), [trace]);
  const base = Math.min(against ?? Math.max(0, step - 1), last);
  // Most steps leave the code as it is; then nothing of it is drawn again.
  const files = filesAt(trace, step);
  const shownPath = shownPathAt(trace, step);
  const isChosen = chosen.beside === shownPath && files.some((file) => file.path === chosen.path);
  const path = isChosen ? chosen.path : shownPath;
  const text = fileTextAt(trace, step, path);
  const after = useSame(text ?? NOTHING, sameTexts);
  // What was not shown yet at the earlier step is not told as new.
  const before = useSame(fileTextAt(trace, base, path) ?? after, sameTexts);
  const observation = observationAt(trace, step);
  const current = trace.steps[step - 1];
  const action = current ? actionLabel(current) : "the beginning";
  const tried = useMemo(() => refusedAt(trace, step), [trace, step]);
  return (
    <div class="episode">
      <Timeline rows={rows} step={step} onStep={go} text={`step ${step} of ${last}, ${action}`} />
      <Controls step={step} last={last} onStep={go} {...playing} against={against} onAgainst={setAgainst}>
        {children}
      </Controls>
      <div class="columns">
        <div class="stack">
          <section class="panel" aria-labelledby="step-title">
            <div class="panel-head">
              <h2 id="step-title">
                <span class="unseen">Step {step}: </span>
                {current ? <code>{action}</code> : "The beginning"} {tried && <span class="chip broken">refused</span>}
              </h2>
              {current && (
                <span class="figure">
                  reward <strong>{formatSigned(current.reward)}</strong> · return{" "}
                  <strong>{formatPlain(rows[step - 1]?.total ?? 0)}</strong>
                </span>
              )}
            </div>
            {current && <Thought text={thoughtOf(current)} />}
            {tried?.reason && (
              <pre class="refusal" tabIndex={0} role="note" aria-label="Why it was refused">
                {visibleText(tried.reason)}
              </pre>
            )}
            {tried?.edit && (
              <Diff before={tried.edit.before} after={tried.edit.after} label={`What step ${step} tried`} short />
            )}
            {leftOut === null && (
              <FileTree
                files={files}
                open={path}
                onChoose={(to) => setChosen({ path: to, beside: shownPath })}
                markOf={(of) => (differs(trace, { base, step, path: of }) ? "differs" : null)}
              />
            )}
            {leftOut !== null ? (
              leftOut
            ) : text === null ? (
              <p class="empty">The episode has not shown this file yet.</p>
            ) : (
              <Diff before={before} after={after} label={`Code after step ${step}, compared with step ${base}`} />
            )}
          </section>
          <section class="panel" aria-labelledby="rewards-title">
            <div class="panel-head">
              <h2 id="rewards-title">Rewards</h2>
            </div>
            <RewardsTable rows={pageOf(rows, step - 1, ROWS_A_PAGE)} current={step} onChoose={go} />
          </section>
        </div>
        <section class="panel" aria-labelledby="tests-title">
          <div class="panel-head">
            <h2 id="tests-title">Tests</h2>
            <StageBar stage={stageAt(trace, step)} over />
          </div>
          <TestsTable
            rows={testRows({
              now: observation.test_results,
              before: resultsBefore(trace, step),
              isOver: current?.done ?? false,
            })}
          />
          <details class="output" open>
            <summary>Output</summary>
            <pre tabIndex={0}>{visibleText(observation.last_execution_output)}</pre>
          </details>
        </section>
      </div>
    </div>
  );
}

interface ComparedFile {
  readonly base: number;
  readonly step: number;
  readonly path: string;
}

/** Whether a file is known to differ between two steps. */
function differs(trace: Trace, { base, step, path }: ComparedFile): boolean {
  const [one, other] = [fileTextAt(trace, base, path), fileTextAt(trace, step, path)];
  return one !== null && other !== null && !sameTexts(one, other);
}

function Thought({ text }: { readonly text: string }) {
  if (text === "") return null;
  return (
    <figure class="thought">
      <figcaption class="unseen">Thought</figcaption>
      <p>{visibleText(text)}</p>
    </figure>
  );
}
