/** The rewards of all steps, stacked by what they are made of, the curve of the passing tests, and where the reader is. */
import { memo } from "preact/compat";
import { formatSigned } from "../logic/format.ts";
import type { RailRow } from "../logic/rail-rows.ts";
import { passingPath, REWARD_PARTS, rewardPaths, TIMELINE_HEIGHT, TIMELINE_ZERO } from "../logic/timeline-shapes.ts";
import type { RewardRow } from "../logic/trace.ts";
import { PART_NAMES } from "../parts/reward-words.ts";

export interface TimelineProps {
  readonly rewards: readonly RewardRow[];
  /** With the beginning. */
  readonly steps: readonly RailRow[];
  readonly step: number;
  readonly onStep: (step: number) => void;
  /** Says to a screen reader where the reader is. */
  readonly text: string;
}

export function Timeline({ rewards, steps, step, onStep, text }: TimelineProps) {
  const last = rewards.length;
  const place = last === 0 ? 0 : step / last;
  const point = ({ buttons, clientX, currentTarget }: PointerEvent): void => {
    if (buttons !== 1 || !(currentTarget instanceof Element)) return;
    const { left, width } = currentTarget.getBoundingClientRect();
    const to = Math.round(((clientX - left) / width) * last);
    onStep(Math.max(0, Math.min(last, to)));
  };
  return (
    <div class="timeline">
      <div class="bars" aria-hidden="true" onPointerDown={point} onPointerMove={point}>
        <Shapes rewards={rewards} steps={steps} />
        <span class="mark" style={{ transform: `translateX(${place * 100}%)` }} />
      </div>
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={step}
        aria-label="Step"
        aria-valuetext={text}
        onInput={({ currentTarget }) => onStep(Number(currentTarget.value))}
      />
      <Legend reward={rewards[step - 1]} known={steps[step]?.known ?? null} />
    </div>
  );
}

type ShapesProps = Pick<TimelineProps, "rewards" | "steps">;

/** Drawn once; as one moves, only the mark does. */
const Shapes = memo(({ rewards, steps }: ShapesProps) => {
  const count = Math.max(1, rewards.length);
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${count} ${TIMELINE_HEIGHT}`}
      preserveAspectRatio="none"
      width="100%"
      height={TIMELINE_HEIGHT}
      style={{ "--count": String(count) }}
    >
      <path class="zero" d={`M0 ${TIMELINE_ZERO}H${count}`} />
      {[...rewardPaths(rewards)].map(([part, path]) => (
        <path key={part} class={`bar ${part}`} d={path} />
      ))}
      <path class="passing" d={passingPath(steps)} />
    </svg>
  );
});

interface LegendProps {
  readonly reward: RewardRow | undefined;
  readonly known: RailRow["known"];
}

/** What the colours mean, and what the step that is looked at brought of each. */
function Legend({ reward, known }: LegendProps) {
  return (
    <dl class="legend">
      {REWARD_PARTS.map((part) => (
        <div key={part} class={part}>
          <dt>{PART_NAMES[part]}</dt>
          <dd>{amount(reward?.components?.[part] ?? 0)}</dd>
        </div>
      ))}
      <div class="passing">
        <dt>Tests pass</dt>
        <dd>{known === null ? "–" : `${known.passed} of ${known.total}`}</dd>
      </div>
    </dl>
  );
}

function amount(value: number): string {
  return value === 0 ? "·" : formatSigned(value);
}
