/** The actions, as buttons with their keys. */
import { Key } from "../parts/key.tsx";
import { ACTION_BUTTONS, type Button, keyInWords, keyOnButton } from "./buttons.ts";
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

function Action({ action, title, withEdit, key, look }: Button) {
  const isOpen = playedState.value?.link === "open" && !playedState.value.busy;
  return (
    <button
      key={action}
      type="button"
      class={look ?? ""}
      aria-disabled={!isOpen}
      aria-keyshortcuts={keyInWords(key, "+")}
      onClick={() => takeAction(action)}
    >
      {(pendingEdits.value.length > 0 && withEdit) || title} <Key name={keyOnButton(key)} />
    </button>
  );
}
