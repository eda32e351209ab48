/** The actions, as buttons with their keys. */
import { act, edit, game, leave } from "./game.ts";

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
          onClick={() => act(action)}
        >
          {hasEdit && action === "RUN_TESTS" ? "Apply & run" : title} <kbd aria-hidden="true">{key}</kbd>
        </button>
      ))}
      <span class="spring" />
      <button type="button" class="quiet" aria-keyshortcuts="N" onClick={leave}>
        Leave <kbd aria-hidden="true">N</kbd>
      </button>
      <button type="button" class="submit" aria-disabled={!isOpen} aria-keyshortcuts="Shift+S" onClick={() => act("SUBMIT")}>
        {hasEdit ? "Apply & submit" : "Submit"} <kbd aria-hidden="true">⇧S</kbd>
      </button>
    </div>
  );
}
