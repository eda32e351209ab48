/** The actions, as buttons with their keys. */
import { stageAt } from "../logic/stage.ts";
import { Key } from "../parts/key.tsx";
import { ACTION_BUTTONS, type Button, keyInWords, keyOnButton, RUN_BUTTON, SUBMIT_BUTTON } from "./buttons.ts";
import { pendingEdits, playedState } from "./drafts.ts";
import { takeAction } from "./game.ts";

export function ActionBar() {
  return (
    <div class="actions" role="toolbar" aria-label="Actions" aria-busy={playedState.value?.busy ?? false}>
      {ACTION_BUTTONS.filter(({ look }) => look !== "submit").map(Action)}
      <span class="spring" />
      {ACTION_BUTTONS.filter(({ look }) => look === "submit").map(Action)}
    </div>
  );
}

/** What the stage of the episode asks for next; null where that is an edit, which is typed and not pressed. */
function nextAction(): string | null {
  const trace = playedState.value?.trace;
  if (pendingEdits.value.length > 0 || trace == null) return RUN_BUTTON.action;
  const stage = stageAt(trace, trace.steps.length);
  if (stage === "fix") return null;
  return stage === "submit" ? SUBMIT_BUTTON.action : RUN_BUTTON.action;
}

function Action({ action, title, withEdit, key, look }: Button) {
  const isOpen = playedState.value?.link === "open" && !playedState.value.busy;
  return (
    <button
      key={action}
      type="button"
      class={action === nextAction() ? "primary" : (look ?? "")}
      aria-disabled={!isOpen}
      aria-keyshortcuts={keyInWords(key, "+")}
      onClick={() => takeAction(action)}
    >
      {(pendingEdits.value.length > 0 && withEdit) || title} <Key name={keyOnButton(key)} />
    </button>
  );
}
