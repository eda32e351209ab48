/** The loop that the environment teaches, and where in it the player is. */
import { memo } from "preact/compat";
import { STAGE_HINTS, STAGE_NAMES, type Stage } from "../logic/stage.ts";

interface StageBarProps {
  readonly stage: Stage | null;
  readonly over?: boolean;
}

export const StageBar = memo(({ stage, over }: StageBarProps) => {
  const at = stage === null ? STAGE_NAMES.length : STAGE_NAMES.indexOf(stage);
  return (
    <div class="stages">
      <ol aria-label="Where the episode stands">
        {STAGE_NAMES.map((name, place) => (
          <li
            key={name}
            class={place < at ? "past" : place === at ? "now" : ""}
            aria-current={place === at ? "step" : undefined}
          >
            <span class="dot" aria-hidden="true">
              {place + 1}
            </span>
            <span>{name}</span>
          </li>
        ))}
      </ol>
      {!over && stage !== null && <p class="hint">{STAGE_HINTS[stage]}</p>}
    </div>
  );
});
