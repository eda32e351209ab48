/** The rewards of all steps as bars, and where among them the reader is; drawn once, only the mark moves. */
import { memo } from "preact/compat";
import type { RewardRow } from "../logic/trace.ts";

export interface TimelineProps {
  readonly rows: readonly RewardRow[];
  readonly step: number;
  readonly onStep: (step: number) => void;
  /** Says to a screen reader where the reader is. */
  readonly text: string;
}

export function Timeline({ rows, step, onStep, text }: TimelineProps) {
  const place = rows.length === 0 ? 0 : step / rows.length;
  return (
    <div class="timeline">
      {/* A few steps need not fill a wide screen. */}
      <div style={{ maxWidth: `${Math.max(rows.length, 5) * WIDEST_REM}rem` }}>
        <div class="bars" aria-hidden="true">
          <Bars rows={rows} />
          <span class="mark" style={{ transform: `translateX(${place * 100}%)` }} />
        </div>
        <input
          type="range"
          min={0}
          max={rows.length}
          step={1}
          value={step}
          aria-label="Step"
          aria-valuetext={text}
          onInput={({ currentTarget }) => onStep(Number(currentTarget.value))}
        />
      </div>
    </div>
  );
}

/** Of one bar. */
const WIDEST_REM = 4;
const HEIGHT = 48;
const MIDDLE = 36;

/** Rewards differ by a factor of hundreds; their root does not. The largest of the episode is as high as there is room. */
const Bars = memo(({ rows }: { readonly rows: readonly RewardRow[] }) => {
  const count = Math.max(1, rows.length);
  const largest = rows.reduce((most, { reward }) => Math.max(most, Math.abs(reward)), 0) || 1;
  return (
    <svg viewBox={`0 0 ${count} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" width="100%" height={HEIGHT}>
      {rows.map(({ step, reward }) => {
        const size = Math.sqrt(Math.abs(reward) / largest);
        const height = Math.max(1.5, size * (reward < 0 ? HEIGHT - MIDDLE : MIDDLE));
        const width = count > 400 ? 1 : 0.72;
        return (
          <rect
            key={step}
            class={reward < 0 ? "minus" : "plus"}
            x={step - 1 + (1 - width) / 2}
            y={reward < 0 ? MIDDLE : MIDDLE - height}
            width={width}
            height={height}
          />
        );
      })}
    </svg>
  );
});
