/** What was typed, as the one edit it will be, before it is sent. */
import { describeEdit } from "../logic/line-edit.ts";
import { Diff } from "../parts/code.tsx";
import { apply, discard, draft, edit, file, game } from "./game.ts";

export function EditPreview() {
  const pending = edit.value;
  if (pending === null || draft.value === null) return null;
  const isOpen = game.value?.link === "open" && !game.value.busy;
  return (
    <section class="preview" aria-label="Your edit">
      <p class="preview-head">
        <span>
          Your edit: <strong>{describeEdit(pending)}</strong>
        </span>
        <span class="buttons">
          <button type="button" class="primary small" disabled={!isOpen} onClick={apply}>
            Apply <kbd>Ctrl Enter</kbd>
          </button>
          <button type="button" class="small" onClick={discard}>
            Discard
          </button>
        </span>
      </p>
      <Diff before={file.value} after={draft.value} label="The edit, line by line" short />
    </section>
  );
}
