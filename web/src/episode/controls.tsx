/** Moving through an episode: step by step, at a speed, and what the code is compared with. */
import type { ComponentChildren } from "preact";

export const PLAY_SPEEDS = [1, 2, 4, 8] as const;
export type PlaySpeed = (typeof PLAY_SPEEDS)[number];

/** Whether an episode plays by itself, and how fast. */
export interface PlayControls {
  readonly playing: boolean;
  readonly onToggle: () => void;
  readonly speed: PlaySpeed;
  readonly onSpeed: (speed: PlaySpeed) => void;
}

export interface ControlsProps extends PlayControls {
  readonly step: number;
  readonly last: number;
  readonly onStep: (step: number) => void;
  /** The step to compare with; null for the one before. */
  readonly against: number | null;
  readonly onAgainst: (step: number | null) => void;
  readonly children?: ComponentChildren;
}

export function Controls(props: ControlsProps) {
  const { step, last, onStep, playing, onToggle, speed, onSpeed, children } = props;
  return (
    <div class="controls">
      <span class="buttons">
        <button type="button" class="icon" aria-label="First step" onClick={() => onStep(0)}>
          ⇤
        </button>
        <button type="button" class="icon" aria-label="Step back" onClick={() => onStep(step - 1)}>
          ←
        </button>
        <button type="button" class="primary" onClick={onToggle} disabled={last === 0}>
          {playing ? "Pause" : "Play"}
        </button>
        <button type="button" class="icon" aria-label="Step forth" onClick={() => onStep(step + 1)}>
          →
        </button>
        <button type="button" class="icon" aria-label="Last step" onClick={() => onStep(last)}>
          ⇥
        </button>
      </span>
      <span class="where" aria-live="off">
        step <strong>{step}</strong> of {last}
      </span>
      <label class="inline">
        <span>Speed</span>
        <select value={String(speed)} onChange={({ currentTarget }) => onSpeed(speedOf(currentTarget.value))}>
          {PLAY_SPEEDS.map((value) => (
            <option key={value} value={value}>
              {value} a second
            </option>
          ))}
        </select>
      </label>
      <Against {...props} />
      {children}
    </div>
  );
}

function Against({ against, onAgainst, step, last }: ControlsProps) {
  const kind = against === null ? "previous" : against === 0 ? "start" : "step";
  const choose = (value: string): void => {
    if (value === "previous") onAgainst(null);
    else onAgainst(value === "start" ? 0 : Math.max(1, step));
  };
  return (
    <>
      <label class="inline">
        <span>Compare with</span>
        <select value={kind} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          <option value="previous">the step before</option>
          <option value="start">the beginning</option>
          <option value="step">step …</option>
        </select>
      </label>
      {kind === "step" && (
        <label class="inline">
          <span class="unseen">Step to compare with</span>
          <input
            type="number"
            min={0}
            max={last}
            step={1}
            value={against ?? 0}
            onInput={({ currentTarget }) =>
              onAgainst(Math.max(0, Math.min(last, Math.trunc(Number(currentTarget.value)))))
            }
          />
        </label>
      )}
    </>
  );
}

function speedOf(text: string): PlaySpeed {
  return PLAY_SPEEDS.find((speed) => String(speed) === text) ?? 2;
}
