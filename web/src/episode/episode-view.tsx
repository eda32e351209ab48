/** One episode, step by step: the timeline over all of it, the steps, what the one that is looked at was, and the tests. */
import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { ModelAnswer } from "../logic/model-answers.ts";
import { pageOf } from "../logic/page-of.ts";
import { railRows } from "../logic/rail-rows.ts";
import { stageAt } from "../logic/stage.ts";
import { testRows } from "../logic/test-rows.ts";
import { observationAt, type RewardRow, resultsBefore, rewardRows, type Trace } from "../logic/trace.ts";
import { useKeys } from "../parts/keys.ts";
import { RewardsTable } from "../parts/rewards-table.tsx";
import { StageBar } from "../parts/stage-bar.tsx";
import { useSteady } from "../parts/steady.ts";
import { TestsTable } from "../parts/tests-table.tsx";
import { Controls } from "./controls.tsx";
import { StepPanel } from "./step-panel.tsx";
import { StepRail } from "./step-rail.tsx";
import { Timeline } from "./timeline.tsx";
import { usePlaying } from "./use-playing.ts";

export interface EpisodeViewProps {
  readonly trace: Trace;
  readonly step: number;
  readonly onStep: (step: number) => void;
  /** Stands where the code would, where there is none to show. */
  readonly leftOut?: ComponentChildren;
  /** Of a model whose conversation was recorded, what it answered at each step. */
  readonly answers?: readonly ModelAnswer[];
  /** Further controls beside the others. */
  readonly children?: ComponentChildren;
}

const NO_ANSWERS: readonly ModelAnswer[] = [];

export function EpisodeView(props: EpisodeViewProps) {
  const { trace, step: wanted, onStep, leftOut = null, answers = NO_ANSWERS, children } = props;
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
  const rewards = useMemo(() => rewardRows(trace), [trace]);
  const steps = useMemo(() => railRows(trace), [trace]);
  const text = `step ${step} of ${last}, ${step === 0 ? "the beginning" : (steps[step]?.action ?? "")}`;
  return (
    <div class="episode">
      <Timeline rewards={rewards} steps={steps} step={step} onStep={go} text={text} />
      <Controls step={step} last={last} onStep={go} {...playing} against={against} onAgainst={setAgainst}>
        {children}
      </Controls>
      <div class="deck">
        <StepRail trace={trace} rows={steps} step={step} onStep={go} />
        <StepPanel trace={trace} rewards={rewards} step={step} against={against} leftOut={leftOut} answers={answers} />
        <section class="panel tests-panel" aria-labelledby="tests-title">
          <div class="panel-head">
            <h2 id="tests-title">Tests</h2>
            <StageBar stage={stageAt(trace, step)} over />
          </div>
          <section class="tests-scroll" tabIndex={0} aria-label="How each test stands">
            <TestsTable
              rows={testRows({
                now: observationAt(trace, step).test_results,
                before: resultsBefore(trace, step),
                isOver: trace.steps[step - 1]?.done ?? false,
              })}
            />
          </section>
        </section>
      </div>
      <AllRewards rewards={rewards} step={step} onStep={go} />
    </div>
  );
}

/** Rows of the reward table that are drawn at a time. */
const ROWS_A_PAGE = 50;

interface AllRewardsProps {
  readonly rewards: readonly RewardRow[];
  readonly step: number;
  readonly onStep: (step: number) => void;
}

/** The timeline in numbers; drawn only for who asks for it. */
function AllRewards({ rewards, step, onStep }: AllRewardsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="panel all-rewards" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Rewards as a table</summary>
      {isOpen && <RewardsTable rows={pageOf(rewards, step - 1, ROWS_A_PAGE)} current={step} onChoose={onStep} />}
    </details>
  );
}
