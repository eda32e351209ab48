/** The loop that the environment teaches, and where in it the player is. */
import { STAGE_HINTS, STAGES, type Stage } from "../logic/stage.ts";

export function StageBar({ stage, over }: { readonly stage: Stage | null; readonly over?: boolean }) {
  const at = stage === null ? STAGES.length : STAGES.indexOf(stage);
  return (
    <div class="stages">
      <ol aria-label="Where the episode stands">
        {STAGES.map((name, place) => (
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
}
