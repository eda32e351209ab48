/** One episode, step by step: code and what changed, the thought beside the action it led to, tests, rewards. */
import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { formatPlain, formatSigned } from "../logic/format.ts";
import { pageOf } from "../logic/page-of.ts";
import { stageAt } from "../logic/stage.ts";
import { testRows } from "../logic/test-rows.ts";
import {
  actionLabel,
  codeAt,
  observationAt,
  resultsBefore,
  rewardRows,
  type Trace,
  thoughtOf,
} from "../logic/trace.ts";
import { Diff } from "../parts/code.tsx";
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
  readonly hidesCode?: boolean;
  /** Further controls beside the others. */
  readonly children?: ComponentChildren;
}

/** Rows of the reward table that are drawn at a time. */
const ROWS_A_PAGE = 50;

export function EpisodeView({ trace, step: wanted, onStep, hidesCode = false, children }: EpisodeViewProps) {
  const last = trace.steps.length;
  const step = Math.min(wanted, last);
  const [against, setAgainst] = useState<number | null>(null);
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
  const before = useSame(codeAt(trace, base), sameTexts);
  const after = useSame(codeAt(trace, step), sameTexts);
  const observation = observationAt(trace, step);
  const current = trace.steps[step - 1];
  const action = current ? actionLabel(current) : "the beginning";
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
                {current ? <code>{action}</code> : "The beginning"}
              </h2>
              {current && (
                <span class="figure">
                  reward <strong>{formatSigned(current.reward)}</strong> · return{" "}
                  <strong>{formatPlain(rows[step - 1]?.total ?? 0)}</strong>
                </span>
              )}
            </div>
            {current && <Thought text={thoughtOf(current)} />}
            {hidesCode ? (
              <p class="empty">The code is left out: this task is of the test split.</p>
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
          <TestsTable rows={testRows(observation.test_results, resultsBefore(trace, step))} />
          <details class="output" open>
            <summary>Output</summary>
            <pre tabIndex={0}>{observation.last_execution_output}</pre>
          </details>
        </section>
      </div>
    </div>
  );
}

function Thought({ text }: { readonly text: string }) {
  if (text === "") return null;
  return (
    <figure class="thought">
      <figcaption class="unseen">Thought</figcaption>
      <p>{text}</p>
    </figure>
  );
}
