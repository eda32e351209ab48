/** The actions, as buttons with their keys. */
import { Key } from "../parts/key.tsx";
import { edit, game, takeAction } from "./game.ts";

const ACTIONS = [
  ["RUN_TESTS", "Run tests", "R"],
  ["VIEW_CODE", "View code", "V"],
  ["UNDO_EDIT", "Undo", "U"],
  ["RESET_TO_ORIGINAL", "Reset", "X"],
] as const;

export function ActionBar() {
  const isOpen = game.value?.link === "open" && !game.value.busy;
  const hasEdit = edit.value !== null;
  return (
    <div class="actions" role="toolbar" aria-label="Actions" aria-busy={game.value?.busy ?? false}>
      {ACTIONS.map(([action, title, key]) => (
        <button
          key={action}
          type="button"
          class={action === "RUN_TESTS" ? "primary" : ""}
          aria-disabled={!isOpen}
          aria-keyshortcuts={key}
          onClick={() => takeAction(action)}
        >
          {hasEdit && action === "RUN_TESTS" ? "Apply & run" : title} <Key name={key} />
        </button>
      ))}
      <span class="spring" />
      <button
        type="button"
        class="submit"
        aria-disabled={!isOpen}
        aria-keyshortcuts="Shift+S"
        onClick={() => takeAction("SUBMIT")}
      >
        {hasEdit ? "Apply & submit" : "Submit"} <Key name="⇧S" />
      </button>
    </div>
  );
}
