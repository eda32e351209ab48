/** The actions, as buttons with their keys. */
import { Key } from "../parts/key.tsx";
import { BUTTONS, type Button, keyInWords, keyOnButton } from "./buttons.ts";
import { edit, game, takeAction } from "./game.ts";

export function ActionBar() {
  return (
    <div class="actions" role="toolbar" aria-label="Actions" aria-busy={game.value?.busy ?? false}>
      {BUTTONS.filter(({ look }) => look !== "submit").map(Action)}
      <span class="spring" />
      {BUTTONS.filter(({ look }) => look === "submit").map(Action)}
    </div>
  );
}

function Action({ action, title, withEdit, key, look }: Button) {
  const isOpen = game.value?.link === "open" && !game.value.busy;
  return (
    <button
      key={action}
      type="button"
      class={look ?? ""}
      aria-disabled={!isOpen}
      aria-keyshortcuts={keyInWords(key, "+")}
      onClick={() => takeAction(action)}
    >
      {(edit.value !== null && withEdit) || title} <Key name={keyOnButton(key)} />
    </button>
  );
}
